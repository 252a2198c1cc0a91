import CheckModel

extension Rule {
  /// A code change that nothing checks.
  static let taskNoVerification = Rule(
    id: "task-no-verification", title: "Task without a check", family: .executor, class: .b,
    severity: .major, question: "verification.2", kind: .missing, zones: [.item, .heading],
    lexical: true,
    detects: """
      An open `Task N` that changes code, without a command, a test file, an acceptance item or any word \
      of testing in it; minor, since two readers of public plans accepted both only 3 of 12 such findings, and info \
      if the plan lists tests or has a check for the whole; left alone then if no task has one of its own. \
      Checkbox lists without any check in the whole plan are reported once, at the first change, as major. \
      Tasks about documentation and pages alone, and about a later change, are left alone.
      """,
    matters: "An executor that cannot tell whether it is done stops too early or goes on too long.",
    consequence: "The executor calls it done when it looks done.",
    fix: "Add the command to run and what it must print, or the test that must pass.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: «Change the retry loop»

        In `src/retry.swift` wait two seconds between tries.

        ### Task 2: Print the count

        In `src/print.swift`. Run `swift test --filter PrintTests`.

        """,
        "# Sync\n\n- [ ] «Add a retry loop to `src/retry.swift`»\n- [ ] Add a log line to `src/log.swift`\n",
      ],
      good: [
        """
        # Sync

        ### Task 1: Change the retry loop

        In `src/retry.swift` wait two seconds. Run `swift test --filter RetryTests`, all pass.

        """,
        "# Sync\n\n- [ ] Add a retry loop to `src/retry.swift`\n- [ ] Run the retry tests\n",
        "# Sync\n\n### Task 1: Update the README\n\nDescribe the flag.\n",
        """
        # Sync

        - [ ] Add a retry loop to `src/retry.swift`

        ## Acceptance criteria

        - A dropped link is tried again after 2 s.

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let changes = reading.units.filter { changesCode($0, reading.plan) }
      guard !changes.isEmpty, reading.isEnglish else { return [] }
      let whole = hasCheckForWhole(reading)
      let headed = changes.filter { reading.plan.tasks[$0.task].form == .heading }
      if headed.isEmpty {
        guard !whole, let first = changes.first,
          !reading.units.contains(where: { isChecked($0, reading.plan) })
        else { return [] }
        return [
          Hit(
            reading.plan.tasks[first.task].titleSpan,
            changes.count == 1
              ? "Nothing in this plan checks the change."
              : "Nothing in this plan checks any of its \(changes.count) changes."
          )
        ]
      }
      let unchecked = headed.filter { !isChecked($0, reading.plan) }
      // steps of which none has a check of its own are checked together
      if whole, unchecked.count == headed.count, headed.count > 1 { return [] }
      return unchecked.map { unit in
        Hit(
          reading.plan.tasks[unit.task].titleSpan,
          "Nothing in this task says how to tell that it is done.",
          severity: whole || listsTests(reading) ? .info : .minor)
      }
    })

  private static func changesCode(_ unit: TaskUnit, _ plan: Plan) -> Bool {
    let texts = unit.paths.map { plan.references[$0].text }
    let isPage =
      !texts.isEmpty
      && texts.allSatisfy { text in
        pages.contains { text.hasSuffix($0) } && !text.hasSuffix(".component.html")
      }
    guard !unit.isDocumentation(in: plan), !isPage, !isLater(unit) else {
      return false
    }
    return unit.isChange || (!unit.paths.isEmpty && unit.fenceCount > 0)
  }

  /// “(future PR)”, “(future work)”.
  private static func isLater(_ unit: TaskUnit) -> Bool {
    zip(unit.titleWords, unit.titleWords.dropFirst()).contains {
      $0 == "future" && ["pr", "work", "release", "version", "phase", "task"].contains($1)
    }
  }

  /// Done is what stands there.
  private static let pages = [".html", ".md", ".mdx", ".rst", ".adoc", ".txt", ".png", ".svg"]

  private static func isChecked(_ unit: TaskUnit, _ plan: Plan) -> Bool {
    unit.speaksOfChecking || unit.isCheckedByGroup || !unit.commands.isEmpty
      || !unit.criteria.isEmpty
      || unit.paths.contains { tests.occurs(in: plan.references[$0].text.utf8) }
  }

  private static let tests = ByteSearch(["test"])

  /// A section of tests with three cases at least.
  private static func listsTests(_ reading: PlanReading) -> Bool {
    let cases = reading.plan.blocks.indices.count { index in
      guard case .item = reading.plan.blocks[index].kind else { return false }
      return reading.block(index, isIn: .tests)
    }
    return cases >= 3
  }

  /// A section of criteria or tests, or a task of its own that checks.
  private static func hasCheckForWhole(_ reading: PlanReading) -> Bool {
    if !reading.plan.criteria.isEmpty { return true }
    let checking: Set<SectionRole> = [.acceptance, .tests]
    if reading.plan.sections.contains(where: { section in
      section.roles.contains { checking.contains($0.role) && !$0.inherited }
    }) {
      return true
    }
    return reading.taskTitles.contains { words in
      words.first.map(Vocabulary.verifyingWords.contains) == true
        || (words.first == "run" && words.contains(where: Vocabulary.verifyingWords.contains))
    }
  }
}
