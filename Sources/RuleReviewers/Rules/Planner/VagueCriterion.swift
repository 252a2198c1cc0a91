import CheckModel

extension Rule {
  /// "An appropriate message".
  static let vagueCriterion = Rule(
    id: "vague-criterion", title: "Word that decides nothing", family: .planner, class: .b,
    severity: .minor, question: "clarity.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Appropriate, suitable, reasonable, adequate, sufficient, proper, robust, seamless, graceful, \
      user-friendly, easy to use, intuitive, helpful, performant, sensible, high-quality and the like in \
      instructions and criteria, when the sentence does not go on to say what that means; major beside \
      authentication, encryption and limits; info for a lone “proper” or “graceful”, of which two readers of \
      public plans accepted both only 2 of 17.
      """,
    matters: "Everybody reads something else into it.",
    consequence: "The executor puts its own measure there.",
    fix: "Put the value, the text or the example there.",
    examples: Examples(
      bad: [
        "# Upload\n\n- [ ] «Display an appropriate message»\n",
        "# Upload\n\n- [ ] «Hash the passwords with a reasonable cost»\n",
        "# Upload\n\n## Acceptance criteria\n\n- «The dialog is user-friendly.»\n",
        "# Upload\n\n## Requirements\n\nFiles are split. «Users get an appropriate error message.»\n",
        "# Upload\n\n- [ ] «Make the form easy to use»\n",
      ],
      good: [
        "# Upload\n\n- [ ] Show \"File too large (max 5 MB)\"\n",
        "# Upload\n\n- [ ] Choose a suitable chunk size: 64 KB\n",
        "# Upload\n\n- [ ] Call the most appropriate handler\n",
        "# Upload\n\n- [ ] Keep one temporary file; that is sufficient\n",
        "# Upload\n\n## Background\n\nThere is no reasonable default today.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.has(vague) || sentence.has(phraseWords), reading.isInstruction(sentence)
        else { return nil }
        let continuation = reading.continuation(of: index)
        let words = WordRun(sentence.tokens)
        guard let place = wish(words), FailureHandling.withoutReaction(words) == nil,
          !sentence.isBracketed(words.tokenRange(place)),
          !namesDefaults(words, place, before: index, reading), !isTold(words, place),
          !reading.block(sentence.block, isIn: .metadata),
          !sentence.speaksAbout(words.tokenRange(place)),
          !sentence.explains(after: words.positions[place.upperBound - 1]),
          continuation != .exact
        else { return nil }
        return Hit(
          sentence.span, "One of its words can mean anything.",
          severity: continuation == .unclear || isFiller(words, place)
            ? .info : words.has(sensitive) ? .major : nil)
      }
    })

  private static let told: Phrases = [
    ["based", "on"], ["depending", "on"], ["according", "to"], ["fall", "back", "to"],
    ["falls", "back", "to"], ["falling", "back", "to"],
  ]

  /// The sentence goes on to say by what, or back to what; or it is a wish of a user, or a complaint.
  private static func isTold(_ words: WordRun, _ place: Range<Int>) -> Bool {
    told.first(in: words, from: place.upperBound) != nil
      || words.stands(["as", "a"], at: 0) || words.stands(["as", "an"], at: 0)
      || words.texts[..<place.lowerBound].contains { ["can't", "cannot", "couldn't"].contains($0) }
  }

  /// `Sensible defaults` behind a list of them.
  private static func namesDefaults(
    _ words: WordRun, _ place: Range<Int>, before index: Int, _ reading: PlanReading
  ) -> Bool {
    let defaults: WordSet = ["default", "defaults"]
    guard place.upperBound < words.texts.count, defaults.contains(words.texts[place.upperBound])
    else { return false }
    let sentence = reading.sentences[index]
    return reading.sentences[max(0, index - 8)..<index].contains { other in
      other.section == sentence.section && other.has(["default", "defaults"])
        && other.tokens.contains { $0.kind == .number || $0.kind == .code }
    }
  }

  private static let vague: WordSet = [
    "appropriate", "appropriately", "suitable", "suitably", "reasonable", "reasonably", "adequate",
    "adequately", "sufficient", "sufficiently", "proper", "robust", "seamless", "seamlessly",
    "graceful", "gracefully", "user-friendly", "intuitive", "intuitively", "performant", "sensible",
    "sensibly", "meaningful", "helpful", "acceptable", "decent", "satisfactory", "sane",
    "high-quality", "easy-to-use", "state-of-the-art", "good-looking", "nice-looking",
    "well-designed", "visually-appealing", "best-practice", "elegant", "well-structured",
    "well-written", "well-organized", "well-documented",
  ]
  private static let phrases: Phrases = [
    ["easy", "to", "use"], ["easy", "to", "understand"], ["easy", "to", "read"],
    ["easy", "to", "maintain"], ["easy", "to", "extend"], ["easy", "to", "navigate"],
    ["easy", "to", "follow"], ["easy", "to", "learn"], ["easier", "to", "read"],
    ["easier", "to", "use"], ["easier", "to", "maintain"], ["easier", "to", "understand"],
    ["easier", "to", "extend"], ["easier", "to", "follow"], ["simple", "to", "use"],
    ["pleasant", "to", "use"], ["user", "friendly"], ["high", "quality"], ["best", "practices"],
    ["best", "practice"], ["state", "of", "the", "art"], ["visually", "appealing"],
    ["good", "enough"], ["as", "one", "would", "expect"], ["as", "users", "expect"],
  ]
  /// One word of each phrase that few others have.
  private static let phraseWords: WordSet = [
    "easy", "easier", "simple", "pleasant", "friendly", "quality", "best", "art", "appealing",
    "good", "one", "users",
  ]
  /// "The most suitable" is compared with something, "its proper place" is one place.
  private static let measured: WordSet = [
    "its", "their", "his", "her", "most", "more", "less", "least", "not", "if", "as", "where",
    "when", "no", "whether", "nothing", "anything", "something",
  ]
  private static let sensitive: WordSet = [
    "auth", "authentication", "authorization", "password", "passwords", "hash", "encrypt",
    "encrypted", "encryption", "token", "tokens", "limit", "limits", "limited", "rate", "timeout",
    "permissions",
  ]

  private static let terms: WordSet = ["shutdown", "stop", "restart", "termination"]
  private static let fillers: WordSet = ["proper", "graceful", "gracefully"]

  /// Alone they say no more than the words beside them.
  private static func isFiller(_ words: WordRun, _ place: Range<Int>) -> Bool {
    fillers.contains(words.texts[place.lowerBound]) && !words.has(sensitive)
      && !words.texts[place.upperBound...].contains(where: vague.contains)
  }

  private static func wish(_ words: WordRun) -> Range<Int>? {
    if let index = words.texts.indices.first(where: { isVague(words, $0) }) {
      return index..<index + 1
    }
    return phrases.first(in: words)
  }

  private static func isVague(_ words: WordRun, _ index: Int) -> Bool {
    let word = words.texts[index]
    guard vague.contains(word), !measured.contains(words.word(before: index)) else { return false }
    // "graceful shutdown" is a term
    if word == "graceful", terms.contains(words.texts[(index + 1)...].first ?? "") { return false }
    // "sufficient to satisfy the tests" has its measure
    if word == "sufficient", words.texts[(index + 1)...].first == "to" { return false }
    guard word == "sufficient" || word == "acceptable" else { return true }
    // "that is sufficient" judges what the plan has decided
    return !["is", "are", "be", "was", "were", "seems"].contains(words.word(before: index))
      || word == "acceptable" && words.has(["must", "should", "shall"])
  }
}
