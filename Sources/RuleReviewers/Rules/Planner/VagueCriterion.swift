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
      user-friendly, intuitive, performant, sensible and the like in instructions and criteria, when the \
      sentence does not go on to say what that means; major beside authentication, encryption and limits.
      """,
    matters: "Everybody reads something else into it.",
    consequence: "The executor puts its own measure there.",
    fix: "Put the value, the text or the example there.",
    examples: Examples(
      bad: [
        "# Upload\n\n- [ ] «Display an appropriate message»\n",
        "# Upload\n\n- [ ] «Hash the passwords with a reasonable cost»\n",
        "# Upload\n\n## Acceptance criteria\n\n- «The dialog is user-friendly.»\n",
      ],
      good: [
        "# Upload\n\n- [ ] Show \"File too large (max 5 MB)\"\n",
        "# Upload\n\n- [ ] Choose a suitable chunk size: 64 KB\n",
        "# Upload\n\n- [ ] Call the most appropriate handler\n",
        "# Upload\n\n## Background\n\nThere is no reasonable default today.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(vague) else { return nil }
        let words = WordRun(sentence.tokens)
        guard let index = words.texts.firstIndex(where: vague.contains),
          !measured.contains(words.word(before: index)), !isHandling(words, index),
          !isBracket(sentence.tokens, before: words.positions[index]),
          !reading.block(sentence.block, isIn: .metadata),
          !sentence.mentions(words.tokenRange(index..<index + 1)),
          !sentence.explains(after: words.positions[index]),
          !(sentence.endsBlock && reading.continues(after: sentence.block))
        else { return nil }
        return Hit(
          sentence.span, "One of its words can mean anything.",
          severity: words.has(sensitive) ? .major : nil)
      }
    })

  private static func isBracket(_ tokens: ArraySlice<Token>, before index: Int) -> Bool {
    index > tokens.startIndex && tokens[index - 1].text == "("
  }

  private static let vague: WordSet = [
    "appropriate", "appropriately", "suitable", "suitably", "reasonable", "reasonably", "adequate",
    "adequately", "sufficient", "proper", "robust", "seamless", "seamlessly", "graceful",
    "gracefully", "user-friendly", "intuitive", "performant", "sensible", "meaningful",
  ]
  /// "The most suitable" is compared with something, "its proper place" is one place.
  private static let measured: WordSet = [
    "its", "their", "his", "her", "most", "more", "less", "least", "not", "if", "as", "where",
    "when", "no", "whether",
  ]
  private static let sensitive: WordSet = [
    "auth", "authentication", "authorization", "password", "passwords", "hash", "encrypt",
    "encrypted", "encryption", "token", "tokens", "limit", "limits", "limited", "rate", "timeout",
    "permissions",
  ]

  /// `generic-error-handling` reports these.
  private static func isHandling(_ words: WordRun, _ index: Int) -> Bool {
    words.texts[(index + 1)...].prefix(2).contains {
      ["error", "errors", "exception", "validation", "logging", "failure"].contains($0)
    } || words.texts[..<index].contains { $0 == "handle" || $0 == "handles" }
  }
}
