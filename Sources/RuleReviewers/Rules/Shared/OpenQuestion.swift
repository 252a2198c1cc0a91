import CheckModel

extension Rule {
  /// A question that the plan asks and does not answer.
  static let openQuestion = Rule(
    id: "open-question", title: "Unanswered question", family: .shared, class: .b,
    severity: .major, question: "selfcontained.1", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A sentence that ends with a question mark below a heading such as "Open questions", that starts \
      with `Q:` or `Open question:`, or that asks within the work itself ("Should we keep the old endpoint?"), \
      without an answer (`A:`, Decision, →, Resolved, yes, no) in the same item or the two \
      blocks after it. Struck, ticked and quoted questions are closed, and those of a check list are checks.
      """,
    matters: "Whoever builds it has to answer, alone and without saying so.",
    consequence: "The executor decides it silently.",
    fix: "Answer it in place, or move it out of scope with the reason.",
    examples: Examples(
      bad: [
        "# Sync\n\n## Open questions\n\n- «Should tokens rotate?»\n",
        "# Sync\n\n## Unresolved questions\n\n«Which region holds the backups?»\n",
        "# Sync\n\nText.\n\n- «Q: Do we keep the old endpoint?»\n",
        "# Sync\n\n- [ ] Read the key from the header. «Do we need a second key?»\n",
      ],
      good: [
        "# Sync\n\n## Open questions\n\n- Should tokens rotate? — Decision: yes, every 24 h.\n",
        "# Sync\n\n## Open questions (resolved)\n\n- Should tokens rotate?\n",
        "# Sync\n\n## Open questions\n\nNone.\n",
        "# Sync\n\n## Open questions\n\n- Should tokens rotate?\n  - Answer: every 24 h.\n",
        "# Sync\n\n- Q: Do we keep the old endpoint?\n- A: Until version 3.\n",
        "# Sync\n\n## Help\n\nWhy is it slow? Because of the lock.\n",
        "# Sync\n\n## Checklist\n\n- [ ] Does the build print no warning?\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      let asking = zip(reading.plan.sections, reading.titles).map(asks)
      let closed = reading.titles.map { $0.contains(where: settled.contains) }
      let sentences = reading.sentences
      var reported = -1
      return sentences.indices.compactMap { index in
        let sentence = sentences[index]
        // an item that asks twice is one open point
        guard sentence.block != reported, sentence.english, !sentence.finished,
          endsWithQuestion(sentence),
          [.paragraph, .item, .table].contains(sentence.zone)
        else { return nil }
        let isMarked = startsWithQ(sentence)
        guard
          isMarked || sentence.section.map({ asking[$0] }) == true
            || WorkQuestion.asks(sentence, reading)
              && sentence.section.map({ closed[$0] }) != true
        else { return nil }
        guard !isAnswered(index, sentences, isMarked: isMarked, reading) else { return nil }
        reported = sentence.block
        return Hit(sentence.span, "The plan asks this and does not answer it.")
      }
    })

  private static let settled: WordSet = ["resolved", "answered", "closed", "clarifications"]
  private static let points: WordSet = ["question", "questions", "issues"]

  private static func asks(_ section: Section, titled words: [Word]) -> Bool {
    if words.contains(where: settled.contains) { return false }
    let titled =
      words.contains("unresolved") || words.contains("undecided")
      || (words.contains("open") && words.contains(where: points.contains))
      || words.starts(with: ["to", "decide"])
    return titled || section.roles.contains { $0.role == .openQuestions && $0.weight >= 0.7 }
  }

  private static func endsWithQuestion(_ sentence: Sentence) -> Bool {
    sentence.tokens.last { $0.text != "*" && $0.text != ")" && $0.text != "_" }?.text == "?"
  }

  private static func startsWithQ(_ sentence: Sentence) -> Bool {
    let words = sentence.tokens.drop { $0.text == "*" || $0.text == "_" }
    guard words.count > 3, let first = words.first else { return false }
    let next = words.startIndex + 1
    if first.text == "open", words[next].text == "question" { return words[next + 1].text == ":" }
    return (first.text == "q" || sentence.opensBlock && first.text == "question")
      && words[next].text == ":"
  }

  private static let answers: WordSet = [
    "answer", "answered", "decision", "decided", "resolved", "resolution", "yes", "no", "→", "->",
    "—", "✅", "=>", "chosen", "agreed",
  ]
  /// These answer only with a colon behind them.
  private static let labels: WordSet = [
    "a", "proposal", "default", "assumption", "recommendation", "outcome", "current",
  ]

  private static func opensAnswer(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    let isOpening = { (token: Token) in token.kind == .word || answers.contains(token.text) }
    guard let opening = tokens.firstIndex(where: isOpening) else { return false }
    if answers.contains(tokens[opening].text) { return true }
    return labels.contains(tokens[opening].text) && opening + 1 < tokens.endIndex
      && tokens[opening + 1].text == ":"
  }

  private static let looking: WordSet = ["check", "run", "look", "inspect", "verify"]

  /// `The agent should check `git log …``: what to do to know it.
  private static func asksTheCode(_ sentence: Sentence) -> Bool {
    guard let verb = sentence.tokens.firstIndex(where: { looking.contains($0.text) }) else {
      return false
    }
    return sentence.tokens[verb...].prefix(3).contains { $0.kind == .code }
  }

  /// An answer opens one of the next sentences of the block, or one of the two blocks after it.
  private static func isAnswered(
    _ index: Int, _ sentences: [Sentence], isMarked: Bool, _ reading: PlanReading
  ) -> Bool {
    let block = sentences[index].block
    var blocksSeen = 0
    var lastBlock = block
    var next = index + 1
    while next < sentences.count, next < index + 12 {
      let sentence = sentences[next]
      guard sentence.file == sentences[index].file else { break }
      if sentence.block != lastBlock {
        lastBlock = sentence.block
        blocksSeen += 1
      }
      if blocksSeen > 2 || sentence.zone == .heading { break }
      if opensAnswer(sentence) || blocksSeen == 0 && asksTheCode(sentence) { return true }
      // what follows a marked question in its own item answers it
      if isMarked, blocksSeen == 0, sentence.tokens.count > 2, !endsWithQuestion(sentence) {
        return true
      }
      next += 1
    }
    return false
  }
}
