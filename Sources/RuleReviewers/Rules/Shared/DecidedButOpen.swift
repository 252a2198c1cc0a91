import CheckModel

extension Rule {
  /// A question that the plan has answered elsewhere.
  static let decidedButOpen = Rule(
    id: "decided-but-open", title: "Decided, and still listed as open", family: .shared, class: .b,
    severity: .minor, question: "selfcontained.1", kind: .contradiction,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      A question in the list of open questions about the very things that a decision elsewhere settles: at least two \
      words, and half of the question's, stand in one decision (`D2: …`, below a heading Decisions, or “we use”).
      """,
    matters: "Either the decision is not firm or the question is stale.",
    consequence: "The executor builds the decision, and the answer turns out otherwise.",
    fix: "Take the question out, or take the decision back.",
    examples: Examples(
      bad: [
        """
        # Hooks

        ## Decisions

        - D2: The signature is HMAC-SHA-256 over the body, hex.

        ## Open questions

        - «Is the signature over the body alone or over timestamp and body?»

        """
      ],
      good: [
        """
        # Hooks

        ## Decisions

        - D2: The signature is HMAC-SHA-256 over the body, hex.

        ## Open questions

        - Which header carries the time of the delivery?
        - Is the signature over the body alone? Decided: yes, see D2.

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let questions = openQuestions(reading)
      guard !questions.isEmpty else { return [] }
      let decisions = decisions(reading)
      let byStem = SharedWords(decisions.map(\.stems))
      return questions.compactMap { question in
        let asked = reading.stems(of: question)
        guard asked.count >= 2, asked.count <= 14,
          let decision = byStem.first(with: asked, atLeast: max(2, (asked.count + 1) / 2))
        else { return nil }
        return Hit(question.span, reading.words(of: decisions[decision].span))
      }
    })

  private static func openQuestions(_ reading: PlanReading) -> [Sentence] {
    let open = reading.plan.sections.map { section in
      section.roles.contains { $0.role == .openQuestions && $0.weight >= 0.6 }
    }
    return reading.judgedSentences.filter { sentence in
      guard let section = sentence.section, open[section], sentence.zone != .heading,
        sentence.tokens.last?.text == "?", sentence.opensBlock
      else { return false }
      // an answer behind the question is none of ours
      return sentence.endsBlock && !reading.continues(after: sentence.block)
    }
  }

  private static let deciding: Phrases = [
    ["we", "use"], ["we", "will", "use"], ["decided"], ["decision", ":"], ["we", "chose"],
    ["we", "go", "with"],
  ]

  private static func decisions(_ reading: PlanReading) -> [(stems: Set<Word>, span: Span)] {
    let titled = reading.sections(under: ["decisions", "decision", "decided"])
    return reading.judgedSentences.compactMap { sentence in
      guard sentence.zone != .heading, sentence.tokens.last?.text != "?",
        !reading.block(sentence.block, isIn: .openQuestions)
      else { return nil }
      let isListed = sentence.section.map { titled[$0] } == true || isNumbered(sentence)
      guard isListed || deciding.occur(in: sentence.tokens) else { return nil }
      return (reading.stems(of: sentence), sentence.span)
    }
  }

  /// `D2: …`
  private static func isNumbered(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    guard sentence.opensBlock, let first = tokens.first, tokens.count > 2 else { return false }
    return first.text.count <= 3 && first.text.last.isDigit && first.kind == .word
      && first.text.hasSuffix(first.text)
      && ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9"]
        .contains(first.text)
      && tokens[tokens.startIndex + 1].text == ":"
  }
}
