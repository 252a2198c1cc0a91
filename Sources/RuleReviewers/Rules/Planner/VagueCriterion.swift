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
      authentication, encryption and limits. Minor in criteria, demands and short orders without a value; info \
      elsewhere and for a lone “proper” or “graceful”: two readers of public plans both accepted 3 of 27 of those.
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
        guard SoftWords.mayStand(in: sentence), reading.isInstruction(sentence)
        else { return nil }
        let continuation = reading.continuation(of: index)
        let words = WordRun(sentence.tokens)
        guard let place = SoftWords.place(in: words), FailureHandling.withoutReaction(words) == nil,
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
            ? .info
            : words.has(sensitive)
              ? .major : isDemand(sentence, words, place, reading) ? nil : .info)
      }
    })

  /// Somebody will hold the result against it: a criterion, a demand, a value left out, or an order that says
  /// nothing else.
  private static func isDemand(
    _ sentence: Sentence, _ words: WordRun, _ place: Range<Int>, _ reading: PlanReading
  ) -> Bool {
    let demanding: [SectionRole] = [.acceptance, .tests, .requirements]
    if demanding.contains(where: { reading.block(sentence.block, isIn: $0) })
      || words.has(["shall", "must"])
      || words.texts[place.upperBound...].prefix(2).contains(where: values.contains)
    {
      return true
    }
    // behind ids and `Step 3:`
    let opening = sentence.tokens.firstIndex {
      $0.kind == .word && !$0.text.isTaskID && $0.text != "step"
    }
    guard let opening else { return false }
    let verb = sentence.tokens[opening].text
    if Vocabulary.verifyingWords.contains(verb) || verb == "ensure" { return true }
    return (Vocabulary.imperatives.contains(verb) || Vocabulary.orders.contains(verb))
      && sentence.wordCount <= 14
      && !sentence.tokens[opening...].contains { $0.kind == .number || $0.kind == .code }
  }

  /// Quantities that somebody has to choose.
  private static let values: WordSet = [
    "number", "amount", "count", "time", "ttl", "latency", "size", "interval", "backoff", "cost",
    "threshold", "delay", "length", "duration", "value", "period", "lifetime", "speed",
  ]

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

  private static let sensitive: WordSet = [
    "auth", "authentication", "authorization", "password", "passwords", "hash", "encrypt",
    "encrypted", "encryption", "token", "tokens", "limit", "limits", "limited", "rate", "timeout",
    "permissions",
  ]
  private static let fillers: WordSet = ["proper", "graceful", "gracefully"]

  /// Alone they say no more than the words beside them.
  private static func isFiller(_ words: WordRun, _ place: Range<Int>) -> Bool {
    fillers.contains(words.texts[place.lowerBound]) && !words.has(sensitive)
      && !words.texts[place.upperBound...].contains(where: SoftWords.words.contains)
  }
}
