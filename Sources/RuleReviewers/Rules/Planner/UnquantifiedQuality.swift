import CheckModel

extension Rule {
  /// "The page must load quickly".
  static let unquantifiedQuality = Rule(
    id: "unquantified-quality", title: "Quality without a measure", family: .planner, class: .c,
    severity: .info, question: "clarity.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Fast, quickly, efficient, low latency, scalable, lightweight, real-time, periodically, simple, clean, \
      smooth, modern and the like, where an instruction or a criterion wishes them of the product ("must be \
      fast", "keep memory use low", "a modern look"), without a number, code or example in the sentence or \
      in the next one.
      """,
    matters: "Whether it was reached is decided by whoever looks first.",
    consequence: "The executor takes what comes out for fast enough.",
    fix: "Say how much, measured how and where, or take the word out.",
    examples: Examples(
      bad: [
        "# Search\n\n## Requirements\n\n- «The page must load quickly.»\n",
        "# Search\n\n- [ ] «Keep the memory use low»\n",
        "# Search\n\n- [ ] «Give the result list a modern look»\n",
        "# Search\n\n## Acceptance criteria\n\n- «The first results are fast.»\n",
      ],
      good: [
        "# Search\n\n## Requirements\n\n- The first page must load quickly: under 300 ms on the test machine.\n",
        "# Search\n\n- [ ] Keep the memory use low\n  - at most 200 MB with `data/large.csv`\n",
        "# Search\n\n- [ ] Use the fast-forward merge and the quick start guide\n",
        "# Search\n\n- [ ] Add a simple test for the empty query\n",
        "# Search\n\n## Background\n\nThe page must have been fast once.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.has(qualities) || sentence.has(manners), reading.isInstruction(sentence),
          sentence.tokens.last?.text != "?"
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = wish(words, isDemand: isDemand(sentence, words, reading)) else {
          return nil
        }
        let tokens = words.tokenRange(place)
        guard !sentence.speaksAbout(tokens), !sentence.explains(after: tokens.upperBound - 1),
          !sentence.tokens.contains(where: { $0.kind == .number && $0.text.count < 8 }),
          reading.continuation(of: index) != .exact
        else { return nil }
        return Hit(sentence.span, "How much of it is enough is not said.")
      }
    })

  /// How something is done; a verb stands beside it.
  private static let manners: WordSet = [
    "quickly", "efficiently", "smoothly", "nicely", "reliably", "swiftly", "promptly", "rapidly",
    "regularly", "periodically", "frequently", "effectively", "easily", "elegantly", "cleanly",
    "fluidly", "fast", "real-time", "well",
  ]
  private static let qualities: WordSet = [
    "fast", "faster", "quick", "quicker", "snappy", "responsive", "efficient", "scalable",
    "lightweight", "light", "reliable", "stable", "resilient", "flexible", "extensible",
    "maintainable", "readable", "clean", "cleaner", "simple", "simpler", "minimal", "modern",
    "smooth", "nice", "nicer", "good", "great", "pleasant", "attractive", "beautiful",
    "professional", "clear", "usable", "short", "low", "small", "cheap", "high", "easy", "easier",
    "convenient", "natural", "polished", "effective", "tidy", "concise", "compact", "friendly",
    "fresh",
  ]
  /// What a quality can be wished of in front of: `a modern look`, `low latency`.
  private static let bearers: WordSet = [
    "look", "design", "layout", "interface", "ui", "ux", "experience", "api", "code", "style",
    "feel", "architecture", "structure", "performance", "response", "responses", "loading",
    "startup", "latency", "memory", "usage", "throughput", "quality", "availability", "algorithm",
    "algorithms", "solution", "animation", "animations", "transition", "transitions", "way",
    "manner", "fashion", "readability", "usability", "appearance", "search", "scrolling",
    "navigation", "tone", "lookup",
  ]
  /// Behind these a quality stands by itself: `is fast`, `looks modern`.
  private static let links: WordSet = [
    "be", "is", "are", "stay", "stays", "remain", "remains", "look", "looks", "feel", "feels",
    "become", "becomes", "keep", "make", "very", "highly", "really", "reasonably", "as", "more",
    "and", "or", "quite", "fairly", "run", "runs",
  ]
  private static let keeping: WordSet = ["keep", "keeps", "make", "makes", "leave"]
  /// These make a name of the word in front.
  private static let named: WordSet = [
    "forward", "path", "start", "fix", "fail", "mode", "reply", "actions", "action", "refresh",
  ]
  private static let demands: WordSet = [
    "must", "should", "shall", "needs", "need", "has", "have", "ensure", "ensures", "make", "keep",
    "makes", "keeps", "required",
  ]
  /// With these the end of something is meant: `exits cleanly`.
  private static let endings: WordSet = [
    "exit", "exits", "apply", "applies", "merge", "merges", "merged", "shutdown", "down", "build",
    "builds", "compile", "compiles", "terminate", "terminates", "fail", "fails", "stop", "stops",
    "rebase", "rebases", "parse", "parses", "pass", "passes", "as",
  ]

  /// The sentence wishes, or stands where wishes stand.
  private static func isDemand(
    _ sentence: Sentence, _ words: WordRun, _ reading: PlanReading
  ) -> Bool {
    words.has(demands) || reading.block(sentence.block, isIn: .acceptance)
      || reading.block(sentence.block, isIn: .requirements)
  }

  private static func wish(_ words: WordRun, isDemand: Bool) -> Range<Int>? {
    for index in words.texts.indices {
      let word = words.texts[index]
      let before = words.word(before: index)
      let next: Word = index + 1 < words.texts.count ? words.texts[index + 1] : ""
      if manners.contains(word), index > 0, isManner(word, before, next, words, isDemand) {
        return index..<index + 1
      }
      guard qualities.contains(word), !named.contains(next), next != "than",
        !(word == "good" && next == "enough")
      else { continue }
      if bearers.contains(next), before != "the" { return index..<index + 2 }
      guard isDemand, stands(alone: index, words) else { continue }
      if links.contains(before) || words.texts[..<index].contains(where: keeping.contains) {
        return index..<index + 1
      }
    }
    return nil
  }

  private static func isManner(
    _ word: Word, _ before: Word, _ next: Word, _ words: WordRun, _ isDemand: Bool
  ) -> Bool {
    // "frequently changing data", "cannot do it reliably" wish nothing
    if next.hasSuffix("ing") || next.hasSuffix("ed") || words.has(["cannot", "can't", "won't"]) {
      return false
    }
    switch word {
    case "cleanly": return !endings.contains(before)
    case "well": return ["scale", "scales", "perform", "performs"].contains(before)
    case "fast":
      return isDemand
        && ["load", "loads", "respond", "responds", "start", "starts", "run", "runs", "work"]
          .contains(before)
    case "easily": return isDemand
    default: return true
    }
  }

  /// Nothing follows that the quality could belong to.
  private static func stands(alone index: Int, _ words: WordRun) -> Bool {
    guard index + 1 < words.texts.count else { return true }
    return [
      "and", "or", "enough", "for", "on", "at", "in", "even", "when", "while", "to", "with",
      "under", "again", "but", "everywhere", "during", "across", "as", "so", "because",
    ].contains(words.texts[index + 1])
  }
}
