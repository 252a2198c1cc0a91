import CheckModel

extension Rule {
  /// "Works correctly" as a check.
  static let vagueVerification = Rule(
    id: "vague-verification", title: "Check without a pass or fail", family: .executor, class: .b,
    severity: .major, question: "verification.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      In tasks, criteria and tests: works, functions, behaves, renders and the like with correctly, \
      properly, as expected or fine, "verify that everything works", "check that nothing broke", and a bare \
      "test it in the browser", when the sentence does not go on \
      to say what that means (a number, code, a colon, a bracket, an example).
      """,
    matters: "Everybody agrees to it and nobody can test it, so it always passes.",
    consequence: "The executor reports success whatever happens.",
    fix: "Say what is done, and what must then be seen.",
    examples: Examples(
      bad: [
        "# Tabs\n\n- [ ] «Verify tab switching works correctly»\n",
        "# Tabs\n\n## Success criteria\n\n- «The table renders as expected.»\n",
        "# Tabs\n\n## Acceptance criteria\n\n1. «Verify everything works.»\n",
        "# Tabs\n\n- [ ] «Deploy it and make sure that the login works»\n",
        "# Tabs\n\n- [ ] «Check that the addresses look right»\n",
        "# Tabs\n\n- [ ] «Manually test the change in the browser»\n",
        "# Tabs\n\n- [ ] Rename the tab. «Make sure that nothing breaks.»\n",
      ],
      good: [
        "# Tabs\n\n- [ ] Clicking *Logs* sets the URL to `#logs` and focuses the table\n",
        "# Tabs\n\n- [ ] Verify that the build works\n",
        "# Tabs\n\n- [ ] Verify it works correctly: `make check` prints 0 failures\n",
        "# Tabs\n\n## Background\n\nToday the table works correctly.\n",
        "# Tabs\n\n- [ ] Remove the sentence \"works as expected\" from the page\n",
        "# Tabs\n\n## Acceptance criteria\n\n- Existing tests still work correctly\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.english, !sentence.finished,
          [.paragraph, .item, .table].contains(sentence.zone), isCheck(sentence, reading),
          let range = vagueWords(in: sentence) ?? bareCheck(index, reading),
          !sentence.explains(after: range.upperBound - 1), !namesFault(sentence, range.upperBound),
          !sentence.isQuoted(range), !sentence.isListedWithSlash(range)
        else { return nil }
        return Hit(sentence.span, "Nothing here can fail: it does not say what would be seen.")
      }
    })

  /// `Check that nothing broke`, `Test it in the browser`, and nothing behind it says more.
  private static func bareCheck(_ index: Int, _ reading: PlanReading) -> Range<Int>? {
    guard let range = BareCheck.place(in: reading.sentences[index]),
      reading.continuation(of: index) == .none
    else { return nil }
    return range
  }

  /// `… without client-side routing errors` can be seen, `without errors` says nothing.
  private static func namesFault(_ sentence: Sentence, _ end: Int) -> Bool {
    let rest = sentence.tokens[min(end, sentence.tokens.endIndex)...]
    guard let without = rest.firstIndex(where: { $0.text == "without" }) else { return false }
    return rest[(without + 1)...].prefix { $0.kind != .symbol }.count >= 2
  }

  /// Bound to be carried out, or one of the plan's criteria.
  private static func isCheck(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    if sentence.binding || reading.isInstruction(sentence) && ordersCheck(sentence) { return true }
    guard let section = sentence.section else { return false }
    return reading.plan.sections[section].has(.acceptance)
      || reading.plan.sections[section].has(.tests)
  }

  private static let orders: WordSet = [
    "verify", "check", "ensure", "confirm", "test", "validate", "sanity-check", "double-check",
    "manually", "make", "smoke-test", "spot-check", "try",
  ]

  /// `Verify that …`, also where a plan neither numbers its steps nor ticks them.
  private static func ordersCheck(_ sentence: Sentence) -> Bool {
    sentence.tokens.first { $0.kind == .word }.map { orders.contains($0.text) } ?? false
  }

  private static let verbs: WordSet = [
    "works", "work", "working", "functions", "function", "behaves", "behave", "renders", "render",
    "operates", "operate", "displays", "display", "loads", "load", "runs", "run", "handles",
    "handled", "functional", "responds", "appears", "updates", "look", "looks",
  ]
  private static let judgements: WordSet = [
    "correctly", "properly", "fine", "well", "smoothly", "appropriately", "seamlessly",
    "flawlessly", "right", "good", "ok", "okay", "nicely",
  ]
  private static let working: WordSet = [
    "works", "work", "working", "functions", "functional", "behaves", "renders", "loads",
    "responds",
  ]
  private static let asking: WordSet = ["verify", "check", "ensure", "confirm", "test", "make"]
  /// Their own result says whether they work.
  private static let named: WordSet = ["build", "builds", "tests", "suite", "lint", "type"]
  /// What already works is not what the plan checks.
  private static let known: WordSet = [
    "already", "still", "today", "currently", "existing", "if", "until", "till", "so", "because",
  ]

  private static func vagueWords(in sentence: Sentence) -> Range<Int>? {
    let tokens = sentence.tokens
    for index in tokens.indices
    where tokens[index].kind == .word && verbs.contains(tokens[index].text) {
      let before = tokens[max(tokens.startIndex, index - 4)..<index]
      if before.contains(where: { known.contains($0.text) }) { continue }
      let clause = tokens[tokens.startIndex..<index]
      if clause.contains(where: { $0.text == "if" || $0.text == "whether" }) { continue }
      for next in index + 1..<min(tokens.endIndex, index + 5) {
        if judgements.contains(tokens[next].text) { return index..<next + 1 }
        if tokens[next].text == "as", tokens[index].text != "looks", tokens[index].text != "look",
          next + 1 < tokens.endIndex,
          ["expected", "intended", "before", "desired"].contains(tokens[next + 1].text)
        {
          return index..<next + 2
        }
      }
      let isAll = before.last.map { ["everything", "all", "it"].contains($0.text) } ?? false
      let ends = tokens[(index + 1)...].allSatisfy {
        $0.kind == .symbol
          || ["end-to-end", "together", "now", "again", "too", "there"].contains($0.text)
      }
      let asks = clause.contains { asking.contains($0.text) }
      let isNamed = clause.contains { $0.kind != .word || named.contains($0.text) }
      if ends, asks, working.contains(tokens[index].text), isAll || !isNamed {
        return index..<index + 1
      }
    }
    return nil
  }
}
