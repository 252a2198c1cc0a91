import CheckModel
import TextUnits

extension Rule {
  /// One requirement, written down twice.
  static let duplicateRequirement = Rule(
    id: "duplicate-requirement", title: "Requirement stated twice", family: .shared, class: .b,
    severity: .minor, question: "consistency.4", kind: .contradiction, zones: [.paragraph, .item],
    lexical: true,
    detects: """
      Two requirements of one file (items with an id, sentences with SHALL or MUST) that say the same with the same \
      numbers and names: all words that carry meaning are equal. Sentences about “the command” or “the page” below \
      different headings are left alone.
      """,
    matters: "One of them will be changed and the other forgotten.",
    consequence:
      "The executor looks for the difference that two sentences suggest, and may build one.",
    fix: "State it once, and refer to its id from the other place.",
    examples: Examples(
      bad: [
        """
        # Webhooks

        - FR-001: The system MUST send a webhook to the partner's URL when an order changes its state.
        - FR-002: The system MUST log each delivery.
        - FR-003: «The system MUST send a webhook to the partner's URL whenever an order changes its state.»

        """
      ],
      good: [
        """
        # Webhooks

        - FR-001: The system MUST send a webhook to the partner's URL when an order changes its state.
        - FR-002: The system MUST send a webhook to the partner's URL when an invoice changes its state.

        """,
        """
        # Limits

        - FR-001: The upload MUST end after 20 seconds without a byte.
        - FR-002: The upload MUST end after 40 seconds without a byte.

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      var known: [Statement: (line: Int, block: Int, words: [String])] = [:]
      let forms = WordForms()
      return reading.judgedSentences.compactMap { sentence -> Hit? in
        guard [.paragraph, .item].contains(sentence.zone), isRequirement(sentence),
          !reading.explains(sentence.block),
          let (statement, words) = Statement.read(sentence, reading.plan, forms)
        else { return nil }
        let line = reading.plan.lines(of: sentence.span).lowerBound
        guard let first = known[statement] else {
          known[statement] = (line, sentence.block, words)
          return nil
        }
        guard first.block != sentence.block,
          // “the server logs it” and “it is logged by the server” say the same
          sentence.has(["by"]) || !exchangesTwo(first.words, words)
        else { return nil }
        return Hit(withoutID(sentence), "Line \(first.line) says the same.")
      }
    })

  /// “Light text in the dark theme” and “dark text in the light theme”: two words change their places.
  private static func exchangesTwo(_ words: [String], _ others: [String]) -> Bool {
    guard words.count == others.count else { return false }
    let places = words.indices.filter { words[$0] != others[$0] }
    // neighbors are the members of a list: “logged and counted”
    return places.count == 2 && places[1] > places[0] + 1
  }

  private static func isRequirement(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { token in
      token.allCaps && (token.text == "shall" || token.text == "must")
    }
  }

  /// Behind `FR-003:`.
  private static func withoutID(_ sentence: Sentence) -> Span {
    let tokens = sentence.tokens
    guard let colon = tokens.prefix(5).firstIndex(where: { $0.text == ":" }),
      colon + 1 < tokens.endIndex
    else { return sentence.span }
    return sentence.span(of: colon + 1..<tokens.endIndex)
  }

  /// What a requirement says, whatever its small words and their order.
  private struct Statement: Hashable {
    let file: Int
    /// Stems of words, numbers, and names in code, sorted.
    let words: [String]

    /// With its words in their order; nil for sentences that say too little, or about something that only their
    /// place tells.
    static func read(
      _ sentence: Sentence, _ plan: Plan, _ forms: WordForms
    ) -> (statement: Statement, words: [String])? {
      let source = plan.files[sentence.file].source
      var tokens = sentence.tokens
      if let colon = tokens.prefix(5).firstIndex(where: { $0.text == ":" }) {
        tokens = tokens[(colon + 1)...]
      }
      guard !tokens.prefix(3).contains(where: { placed.contains($0.text) }) else { return nil }
      let words = tokens.filter { $0.kind != .symbol && !small.contains($0.text) }.map { token in
        let text = source.string(token.range).lowercased()
        return token.kind == .word ? forms.stem(text) : text
      }
      guard words.count >= 4 else { return nil }
      return (Statement(file: sentence.file, words: Set(words).sorted()), words)
    }
  }

  private static let small: WordSet = [
    "a", "an", "the", "must", "shall", "should", "will", "be", "is", "are", "of", "to", "in", "on",
    "at", "by", "for", "with", "and", "that", "this", "its", "it", "their", "when", "whenever",
    "if", "each", "every", "any", "all", "as", "has", "have", "been", "then", "also", "so",
  ]
  /// Subjects that mean another thing at each place.
  private static let placed: WordSet = [
    "command", "page", "option", "field", "it", "function", "method", "module", "they", "this",
    "these", "endpoint", "component", "value", "result",
  ]
}
