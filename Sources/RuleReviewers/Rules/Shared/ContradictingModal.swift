import CheckModel

extension Rule {
  /// Always, and never.
  static let contradictingModal = Rule(
    id: "contradicting-modal", title: "Demanded and forbidden", family: .shared, class: .c,
    severity: .info, question: "consistency.4", kind: .contradiction,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A sentence with “must not”, “never” or “do not” whose words all stand in another one that demands it (“must”, \
      “shall”, “always”, or an instruction), when neither names a condition or an exception.
      """,
    matters: "One of the two cannot be obeyed.",
    consequence: "The executor obeys whichever it read last.",
    fix: "Keep one of them, or say when each holds.",
    examples: Examples(
      bad: [
        """
        # Hooks

        - FR-5: The system MUST log every delivery with its payload.

        ## Privacy

        «Payloads are never logged.»

        """
      ],
      good: [
        """
        # Hooks

        - FR-5: The system MUST log every delivery with its id.

        ## Privacy

        Payloads are never logged.

        """,
        """
        # Hooks

        - FR-5: The system MUST log the payload of a delivery when `DEBUG` is set.

        ## Privacy

        Payloads are never logged in production.

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      var demands: [(stems: Set<Word>, span: Span)] = []
      var bans: [(stems: Set<Word>, span: Span)] = []
      for sentence in reading.judgedSentences
      where sentence.zone != .heading && !reading.explains(sentence.block) {
        let tokens = sentence.tokens[..<reasonStart(sentence.tokens)]
        let isBan = bannings.occur(in: tokens)
        guard !tokens.contains(where: { conditions.contains($0.text) }),
          !isBan || !tokens.contains(where: { narrowing.contains($0.text) })
        else { continue }
        guard isBan || isDemand(sentence, tokens) else { continue }
        let stems = reading.stems(of: tokens, in: sentence.file).filter { !modal.contains($0) }
        guard stems.count >= 2 else { continue }
        if isBan {
          bans.append((stems, sentence.span))
        } else {
          demands.append((stems, sentence.span))
        }
      }
      guard !bans.isEmpty, demands.count * bans.count < 20_000 else { return [] }
      return bans.compactMap { ban in
        guard ban.stems.count <= 6,
          let demand = demands.first(where: { ban.stems.isSubset(of: $0.stems) })
        else { return nil }
        let (first, second) =
          demand.span < ban.span ? (demand.span, ban.span) : (ban.span, demand.span)
        return Hit(second, reading.words(of: first))
      }
    })

  private static let bannings: Phrases = [
    ["must", "not"], ["shall", "not"], ["should", "not"], ["never"], ["do", "not"], ["don't"],
    ["may", "not"], ["must", "never"], ["is", "not"], ["are", "not"],
  ]
  private static let demanding: WordSet = ["must", "shall", "always", "required"]
  private static let modal = Stem.set(["must", "shall", "always", "never", "system", "required"])
  private static let conditions: WordSet = [
    "if", "when", "unless", "except", "only", "until", "till", "without", "before", "after",
    "while",
    "instead", "but", "than", "other", "yet", "where", "during", "once",
  ]
  /// What narrows a ban; a demand may have more words than the ban.
  private static let narrowing: WordSet = [
    "outside", "again", "no", "for", "in", "twice", "directly", "on", "from",
  ]

  private static func isDemand(_ sentence: Sentence, _ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { demanding.contains($0.text) }
      || sentence.binding
        && (tokens.first { $0.kind == .word }.map { Vocabulary.imperatives.contains($0.text) }
          ?? false)
  }

  private static let reasons: WordSet = ["because", "since", "so", "(", "—", "as"]

  private static func reasonStart(_ tokens: ArraySlice<Token>) -> Int {
    tokens.firstIndex { reasons.contains($0.text) } ?? tokens.endIndex
  }
}
