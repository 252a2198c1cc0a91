import CheckModel

extension Rule {
  /// "Add tests".
  static let testsUnspecified = Rule(
    id: "tests-unspecified", title: "Tests without a case", family: .executor, class: .b,
    severity: .info, question: "verification.3", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      An instruction that only asks for tests (add, write, update tests; cover it with tests; test it \
      thoroughly; tests must be written), also for something, without a case, a file, code, a number, a \
      bracket or items below it. So is an order to run the tests with no command beside it. Info, because two \
      readers of public plans accepted both only 4 of 12 such findings.
      """,
    matters: "Which cases are tested is the part of the work that nobody checks afterwards.",
    consequence: "The executor writes one test for the case that works.",
    fix: "Name the test file and each case with what must come out; for a run the command.",
    examples: Examples(
      bad: [
        "# List\n\n- [ ] «Add tests for list functionality»\n",
        "# List\n\n## Tasks\n\n1. Sort `names.py` by date. «Cover it with unit tests.»\n",
        "# List\n\n- [ ] «Sort by date and add tests»\n",
        "# List\n\n## Requirements\n\n- «The list must be tested thoroughly.»\n",
        "# List\n\n### Task 1: Sort\n\nSort by date. «Then run the tests.»\n",
      ],
      good: [
        "# List\n\n- [ ] In `list.test.ts`: an empty folder prints \"none\", exit status 0\n",
        "# List\n\n- [ ] Add tests\n  - empty folder: prints \"none\"\n  - no folder: exit status 2\n",
        "# List\n\n- [ ] Add unit tests for dates (past ones are refused, today is accepted)\n",
        "# List\n\n- [ ] Add a test that an empty folder prints nothing\n",
        "# List\n\n- [ ] T004 Write contract tests in tests/contract/test_list.py\n",
        "# List\n\n- [ ] Run the tests: `swift test`\n",
        "# List\n\n## Background\n\nSomebody has to add tests one day.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let commands = Set(reading.plan.commands.map(\.block))
      let isChecked = reading.plan.commands.contains(where: \.verifies)
      return reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.has(TestWishes.objects), reading.isInstruction(sentence) else { return nil }
        guard reading.continuation(of: index) != .exact else { return nil }
        let words = WordRun(sentence.tokens)
        if let place = TestWishes.place(in: words), !TestWishes.keepsExisting(words) {
          let tokens = words.tokenRange(place)
          guard !sentence.speaksAbout(tokens),
            !isConcrete(sentence, from: tokens.lowerBound, reading)
          else { return nil }
          return Hit(sentence.span, "Which cases are to be tested is not said.")
        }
        guard isRun(words, sentence, isChecked: isChecked), !hasCommand(sentence, commands) else {
          return nil
        }
        return Hit(
          sentence.span, "By which command, and what must come out, is not said here.",
          title: "Tests without a command")
      }
    })

  /// In its own block; for a step's title in what follows it.
  private static func hasCommand(_ sentence: Sentence, _ commands: Set<Int>) -> Bool {
    let last = sentence.tokens.last?.text == "." ? sentence.block : sentence.block + 3
    return (sentence.block...last).contains(where: commands.contains)
  }

  /// An order to run the tests; that they pass needs no command of its own in a plan that names one.
  private static func isRun(_ words: WordRun, _ sentence: Sentence, isChecked: Bool) -> Bool {
    if !isChecked, TestWishes.passing(in: words) { return true }
    guard let place = TestWishes.run(in: words) else { return false }
    let tokens = words.tokenRange(place)
    return !sentence.isQuoted(tokens) && !sentence.explains(after: tokens.upperBound - 1)
      && !sentence.tokens.contains { $0.kind == .code }
  }

  /// A case, a file or a value stands behind the wish.
  private static func isConcrete(
    _ sentence: Sentence, from start: Int, _ reading: PlanReading
  ) -> Bool {
    if sentence.explains(after: start) { return true }
    let bytes = reading.plan.files[sentence.file].source.bytes
    return sentence.tokens[start...].contains { token in
      ["/", "\"", "“"].contains(token.text)
        || token.kind == .word && bytes[token.range].contains { $0 == 0x2E || $0 == 0x5F }
    }
  }
}
