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
          let range = VagueOutcome.place(in: sentence) ?? bareCheck(index, reading),
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
}
