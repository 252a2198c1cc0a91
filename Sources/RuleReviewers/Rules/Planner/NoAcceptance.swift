import CheckModel

extension Rule {
  /// A plan without any criterion of being done.
  static let noAcceptance = Rule(
    id: "no-acceptance", title: "Nothing says when it is done", family: .planner, class: .a,
    severity: .major, question: "verification.4", kind: .missing,
    zones: [.heading, .paragraph, .item],
    lexical: false,
    detects: """
      A plan with tasks or requirements that has no acceptance or success criteria, no scenario, no \
      "done when", no command with an expected result, and no section of tests that says what a test \
      shows; minor if there are sentences with SHALL or MUST that could be checked, or if it is prose that \
      changes files; info if a task at least speaks of a test or check. Finished plans are left alone.
      """,
    matters: "Done is then a matter of taste, and the executor's taste decides.",
    consequence: "Nobody can tell a finished result from an abandoned one.",
    fix: "Add what must be seen at the end: commands with their output, or when–then cases.",
    examples: Examples(
      bad: ["# Export\n\n**Goal:** CSV export.\n\n- [ ] Add `export()` to `a.swift`\n"],
      good: [
        "# Export\n\n- [ ] Add `export()` to `a.swift`\n\n## Acceptance criteria\n\n- `export` prints 3 lines\n",
        "# Export\n\n- [ ] Add `export()` to `a.swift`\n- [ ] `make check` exits 0\n",
        "# Export\n\n| file | change | check |\n|---|---|---|\n| `a.swift` | add `export()` | 3 lines |\n",
        "# Export\n\n- [ ] Add `export()` to `a.swift`\n\nDone when `make check` prints 0 failures.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state),
        plan.criteria.allSatisfy({ $0.form == .shall }),
        !plan.tasks.isEmpty || !plan.requirements.isEmpty || tellsToChange(reading)
      else { return [] }
      guard !CheckSections.any(in: reading),
        !plan.commands.contains(where: { $0.verifies && $0.expected != nil }),
        !showsOutcome(reading), !mapsCases(reading)
      else { return [] }
      guard plan.criteria.isEmpty else {
        return [
          Hit(
            nil, "What must hold is said, but no case, command or output shows that it does.",
            severity: .minor)
        ]
      }
      guard !reading.units.isEmpty || !plan.requirements.isEmpty else {
        return [
          Hit(nil, "Nothing says how anybody can see that it is done.", severity: .minor)
        ]
      }
      guard reading.units.contains(where: \.speaksOfChecking) || runsChecks(reading) else {
        return [
          Hit(nil, "No criterion, scenario, test or expected output stands anywhere in the plan.")
        ]
      }
      return [
        Hit(
          nil, "Tasks speak of tests, but nothing says when the whole is done.",
          severity: .info)
      ]
    })

  /// Prose that orders changes of files, and has no word about checking.
  private static func tellsToChange(_ reading: PlanReading) -> Bool {
    reading.isEnglish
      && reading.instructing(.path).contains {
        [.create, .modify, .delete].contains($0.action)
      } && !reading.sentences.contains { $0.has(proving) }
  }

  private static let proving: WordSet = [
    "assert", "asserts", "verify", "verifies", "verified", "verifying", "confirm", "confirms",
    "confirming", "test", "tests", "tested", "testing", "expected", "acceptance", "criteria",
  ]

  private static let outcomes: WordSet = [
    "exits", "prints", "shows", "displays", "returns", "outputs", "passes", "succeeds", "responds",
  ]
  private static let checks: WordSet = ["check", "checks", "verification", "expected", "proof"]

  private static let subjects: WordSet = [
    "test", "tests", "suite", "build", "typecheck", "type-check", "lint", "linter", "clippy", "ci",
    "vitest", "jest", "pytest", "specs", "checks", "compile", "compiles", "warnings", "errors",
  ]
  private static let results: WordSet = [
    "pass", "passes", "passing", "green", "succeed", "succeeds", "clean", "zero", "no",
  ]

  /// `All 46 tests pass`, `the build is green`, `clippy: no warnings`, with a number or a name.
  private static func saysWhatPasses(_ sentence: Sentence) -> Bool {
    sentence.zone != .heading && !sentence.finished && sentence.english
      && sentence.has(subjects) && sentence.has(results)
      && sentence.tokens.dropFirst().contains { $0.kind == .number || $0.kind == .code }
  }

  private static let conditions: WordSet = ["no", "on", "if", "when", "without"]

  /// The last clause before the arrow begins with a condition.
  private static func opensCase(_ tokens: ArraySlice<Token>) -> Bool {
    let clause = tokens.lastIndex { [".", ":", ";"].contains($0.text) }.map { $0 + 1 }
    return tokens[(clause ?? tokens.startIndex)...].first { $0.kind == .word }
      .map { conditions.contains($0.text) } ?? false
  }

  /// `No account → `NotConnected``, `On denial → `PermissionDenied``: cases, whatever they are called.
  private static func mapsCases(_ reading: PlanReading) -> Bool {
    reading.sentences.lazy.filter { sentence in
      guard [.item, .table, .paragraph].contains(sentence.zone) else { return false }
      return sentence.tokens.indices.dropLast().contains { index in
        ["→", "->", "=>"].contains(sentence.tokens[index].text)
          && sentence.tokens[index + 1].kind == .code
          && opensCase(sentence.tokens[..<index])
      }
    }.prefix(2).count == 2
  }

  private static let testWords = ByteSearch([
    "テスト", "測試", "测试", "验证", "驗證", "테스트", "검증", "prueba", "verific", "prüf", "vérif", "teste",
  ])

  /// By commands, or in words of another language.
  private static func runsChecks(_ reading: PlanReading) -> Bool {
    reading.plan.commands.contains(where: \.verifies)
      || !reading.isEnglish
        && reading.plan.files.contains {
          testWords.occurs(in: $0.source.bytes, 0..<$0.source.bytes.count)
        }
  }

  /// A step that says what its command shows, or a table with a column for it.
  private static func showsOutcome(_ reading: PlanReading) -> Bool {
    reading.sentences.contains { sentence in
      if saysWhatPasses(sentence), !reading.explains(sentence.block) { return true }
      if sentence.zone == .table, sentence.wordCount == 1, !sentence.isFirstCell {
        return sentence.tokens.contains { checks.contains($0.text) }
      }
      let opening = sentence.tokens.drop { $0.kind == .symbol }.prefix(4)
      return sentence.zone == .item && !sentence.finished && sentence.english
        && opening.first?.kind == .code && opening.contains { outcomes.contains($0.text) }
        && !opening.contains { $0.text == ":" }
        && reading.unit(holding: sentence.span) != nil
    }
  }
}
