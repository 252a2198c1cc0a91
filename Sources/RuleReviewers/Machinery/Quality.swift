/// Recognizes wishes for qualities that have degrees: fast, simple, modern.
enum Quality {
  /// How something is done; a verb stands beside it.
  private static let manners: WordSet = [
    "quickly", "efficiently", "smoothly", "nicely", "reliably", "swiftly", "promptly", "rapidly",
    "regularly", "periodically", "frequently", "effectively", "easily", "elegantly", "cleanly",
    "fluidly", "fast", "real-time", "well", "naturally", "gently", "intelligently", "sensibly",
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
  /// One of these stands in every such wish.
  static let words = qualities.union(manners).union([
    "possible", "timely", "noticeable", "delay", "time", "enough",
  ])

  /// What a quality can be wished of in front of: `a modern look`, `low latency`.
  private static let bearers: WordSet = [
    "look", "design", "layout", "interface", "ui", "ux", "experience", "api", "code", "style",
    "feel", "architecture", "structure", "performance", "response", "responses", "loading",
    "startup", "latency", "memory", "usage", "throughput", "quality", "availability", "algorithm",
    "algorithms", "solution", "animation", "animations", "transition", "transitions", "way",
    "manner", "fashion", "readability", "usability", "appearance", "search", "scrolling",
    "navigation", "tone", "lookup", "strategy", "form", "dialog", "message", "messages", "flow",
    "page", "query", "queries", "export", "import", "upload", "download",
  ]
  /// Subjective enough to be wished of anything, and to be a wish where something "is" so.
  private static let tastes: WordSet = [
    "modern", "nice", "smooth", "flexible", "scalable", "reliable", "efficient", "responsive",
    "lightweight", "readable", "maintainable", "extensible", "attractive", "beautiful", "pleasant",
    "polished", "snappy", "convenient", "usable", "great", "professional", "fast", "quick",
  ]
  private static let wishing: WordSet = [
    "use", "provide", "choose", "give", "get", "gets", "need", "needs", "want", "wants", "offer",
    "have", "has", "build", "deliver", "introduce", "implement", "design", "create", "add", "make",
    "write", "develop", "shown", "uses", "provides", "offers",
  ]
  /// Behind these a quality stands by itself: `is fast`, `looks modern`.
  private static let links: WordSet = [
    "be", "is", "are", "stay", "stays", "remain", "remains", "look", "looks", "feel", "feels",
    "become", "becomes", "keep", "make", "very", "highly", "really", "reasonably", "as", "more",
    "and", "or", "quite", "fairly", "run", "runs",
  ]
  /// Nobody says these of a product but as a wish.
  private static let lasting: WordSet = ["stay", "stays", "remain", "remains", "looks", "feels"]
  private static let keeping: WordSet = ["keep", "keeps", "make", "makes", "leave"]
  /// These make a name of the word in front.
  private static let named: WordSet = [
    "forward", "path", "start", "fix", "fail", "mode", "reply", "actions", "action", "refresh",
  ]
  /// With these the end of something is meant: `exits cleanly`.
  private static let endings: WordSet = [
    "exit", "exits", "apply", "applies", "merge", "merges", "merged", "shutdown", "down", "build",
    "builds", "compile", "compiles", "terminate", "terminates", "fail", "fails", "stop", "stops",
    "rebase", "rebases", "parse", "parses", "pass", "passes", "as",
  ]

  /// Where a quality is wished of the product.
  ///
  /// - Parameter isDemand: the sentence demands something; without that only bearers of a quality and manners
  ///   tell a wish from a description.
  static func wish(_ words: WordRun, isDemand: Bool) -> Range<Int>? {
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
      if let bearer = bearer(behind: index, words), before != "the", word != "clear" {
        return index..<bearer + 1
      }
      if tastes.contains(word), isTaste(index, words) { return index..<index + 1 }
      guard isDemand || lasting.contains(before), stands(alone: index, words) else { continue }
      if links.contains(before) || words.texts[..<index].contains(where: keeping.contains) {
        return index..<index + 1
      }
    }
    return asPossible(words) ?? soon.first(in: words) ?? enough(words)
  }

  private static let sizes: WordSet = [
    "large", "big", "small", "high", "low", "long", "short", "fast", "quick", "strong", "wide",
    "fine", "often", "generous", "bright", "stable",
  ]

  /// `Large enough for normal traffic`.
  private static func enough(_ words: WordRun) -> Range<Int>? {
    words.texts.indices.dropFirst().first { index in
      words.texts[index] == "enough" && sizes.contains(words.texts[index - 1])
        && ["for", "to", "that", "so"].contains(words.texts[(index + 1)...].first ?? "")
        && !words.has(["is", "are", "was", "were", "not"])
    }.map { $0 - 1..<$0 + 1 }
  }

  /// One of each stands in `words`.
  private static let soon: Phrases = [
    ["in", "good", "time"], ["in", "a", "timely", "manner"], ["in", "a", "timely", "fashion"],
    ["within", "a", "short", "time"], ["for", "a", "short", "time"], ["in", "a", "short", "time"],
    ["without", "noticeable"],
    ["without", "a", "noticeable"], ["without", "much", "delay"], ["in", "no", "time"],
  ]

  /// `As short as possible`; how far it is possible to go on is the question.
  private static func asPossible(_ words: WordRun) -> Range<Int>? {
    words.texts.indices.first { index in
      words.texts[index] == "as" && words.stands(["as", "possible"], at: index + 2)
        && !["far", "much", "long", "soon"].contains(words.texts[index + 1])
    }.map { $0..<$0 + 4 }
  }

  /// What the quality is wished of, one word between them: `a clean user experience`.
  private static func bearer(behind index: Int, _ words: WordRun) -> Int? {
    let next = words.texts[(index + 1)...].prefix(2)
    guard let place = next.firstIndex(where: bearers.contains) else { return nil }
    let between: WordSet = ["user", "visual", "overall", "code", "search", "retry", "data", "page"]
    return place == index + 1 || between.contains(words.texts[index + 1]) ? place : nil
  }

  /// `Provide a lightweight export`, `the new list is modern`.
  private static func isTaste(_ index: Int, _ words: WordRun) -> Bool {
    let before = words.word(before: index)
    if ["is", "are"].contains(before) { return index + 1 == words.texts.count }
    guard ["a", "an", "some"].contains(before), index + 1 < words.texts.count else { return false }
    return words.texts[max(0, index - 5)..<index].contains(where: wishing.contains)
      || words.has(["shown", "used"])
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
