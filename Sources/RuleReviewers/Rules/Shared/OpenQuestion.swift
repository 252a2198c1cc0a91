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
      blocks after it; info where it is about later work. Struck, ticked and quoted questions are closed, those \
      of a check list are checks, and one that the list or the next heading takes up is no question.
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
          sentence.endsWithQuestion,
          [.paragraph, .item, .table].contains(sentence.zone)
        else { return nil }
        let isMarked = startsWithQ(sentence)
        let isAsked = sentence.section.map { asking[$0] } == true
        guard
          isMarked || isAsked
            || WorkQuestion.asks(
              sentence, amongQuestions: isAmongQuestions(index, sentences), reading)
              && sentence.section.map({ closed[$0] }) != true
        else { return nil }
        guard !Answers.follow(index, sentences, isMarked: isMarked), !asksForMore(sentence),
          isMarked || isAsked || !announces(sentence, reading)
        else { return nil }
        reported = sentence.block
        return Hit(
          sentence.span, "The plan asks this and does not answer it.",
          severity: sentence.has(later) && !sentence.has(["now", "or"]) ? .info : nil)
      }
    })

  /// It is about work that is not this plan's.
  private static let later: WordSet = ["later", "eventually", "someday", "follow-up"]

  /// `Something more?`
  private static func asksForMore(_ sentence: Sentence) -> Bool {
    sentence.wordCount <= 3 && sentence.has(["something", "anything"])
      && sentence.has(["more", "else", "missing", "forgotten"])
  }

  /// A paragraph's question to which the list right behind it is the answer (`Why should we not do this?`), or that
  /// the next heading takes up with a question of its own.
  private static func announces(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let next = sentence.block + 1
    guard sentence.zone == .paragraph, sentence.endsBlock, next < reading.plan.blocks.count else {
      return false
    }
    if case .heading = reading.plan.blocks[next].kind,
      let below = reading.plan.blocks[next].section
    {
      return reading.plan.sections[below].title.hasSuffix("?")
    }
    guard case .list = reading.plan.blocks[next].kind else { return false }
    return sentence.opensBlock && sentence.tokens.first?.text == "why"
  }

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

  /// The item before it or the one behind it ends with a question.
  private static func isAmongQuestions(_ index: Int, _ sentences: [Sentence]) -> Bool {
    let sentence = sentences[index]
    func asks(_ other: Int) -> Bool {
      guard sentences.indices.contains(other) else { return false }
      return sentences[other].section == sentence.section && sentences[other].zone == .item
        && sentences[other].block != sentence.block && sentences[other].endsWithQuestion
    }
    return asks(index - 1) || asks(index + 1)
  }

  private static func startsWithQ(_ sentence: Sentence) -> Bool {
    let words = sentence.tokens.drop { $0.text == "*" || $0.text == "_" }
    guard words.count > 3, let first = words.first else { return false }
    let next = words.startIndex + 1
    if first.text == "open", words[next].text == "question" { return words[next + 1].text == ":" }
    return (first.text == "q" || sentence.opensBlock && first.text == "question")
      && words[next].text == ":"
  }
}
