import CheckModel

extension Rule {
  /// Two values for one thing.
  static let contradictingNumber = Rule(
    id: "contradicting-number", title: "Two values for one thing", family: .shared, class: .b,
    severity: .major, question: "consistency.2", kind: .contradiction,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A quantity that is named with the same words twice (`request timeout`, `page size`) and has two \
      values of the same kind, units converted. Sentences that tell of a change (from, was, becomes), of \
      a condition, an example or a test are left alone.
      """,
    matters: "One of the two is wrong, and nothing says which.",
    consequence: "The executor builds one and tests the other.",
    fix: "Decide on the value, and write it once.",
    examples: Examples(
      bad: [
        """
        # Calls

        ## Design

        The request timeout is 30 s.

        ## Tasks

        - [ ] In `call.ts` set the «request timeout to 10 s»

        """,
        "# List\n\n- [ ] Show a page size of 50\n- [ ] Test with a «page size of 20»\n",
      ],
      good: [
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] In `call.ts` set the request timeout to 30000 ms\n",
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] Raise the request timeout from 10 s to 30 s\n",
        "# Calls\n\nThe request timeout is 30 s, the connect timeout is 5 s.\n",
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] If the shop is slow, the request timeout is 60 s\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      var known: [[Word]: (quantity: Quantity, span: Span)] = [:]
      var hits: [Hit] = []
      for sentence in reading.judgedSentences
      where [.paragraph, .item, .table].contains(sentence.zone) && !reading.explains(sentence.block)
      {
        guard !sentence.tokens.contains(where: { changing.contains($0.text) }) else { continue }
        for quantity in Quantity.all(in: sentence, reading.plan) where quantity.label.count > 1 {
          let span = sentence.span(of: quantity.tokens)
          guard let first = known[quantity.label] else {
            known[quantity.label] = (quantity, span)
            continue
          }
          guard first.quantity.measure == quantity.measure, first.quantity.value != quantity.value
          else { continue }
          let line = reading.plan.location(of: first.span).startLine
          hits.append(Hit(span, "Line \(line) says “\(reading.plan.text(of: first.span))”."))
        }
      }
      return hits
    })

  /// Words of sentences that give a second value on purpose.
  private static let changing: WordSet = [
    "from", "was", "were", "currently", "today", "old", "previously", "instead", "increase",
    "increased", "reduce", "reduced", "raise", "raised", "lower", "lowered", "becomes", "became",
    "now", "if", "when", "unless", "until", "example", "e.g", "except", "override", "overrides",
    "otherwise", "for", "while", "during", "staging", "production", "development", "per", "rejects",
    "refuses", "invalid",
  ]
}
