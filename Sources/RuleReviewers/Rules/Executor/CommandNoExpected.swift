import CheckModel

extension Rule {
  /// A check that nobody can read.
  static let commandNoExpected = Rule(
    id: "command-no-expected", title: "Command without its outcome", family: .executor, class: .b,
    severity: .minor, question: "verification.2", kind: .missing,
    zones: [.paragraph, .item, .fence],
    lexical: false,
    detects: """
      A command in open work that tests, builds or lints and does not say what comes out, in a plan where at least \
      two other commands and two in three of them do. Commands that install, change folders or commit are left alone, \
      and so is one whose outcome stands beside it elsewhere.
      """,
    matters: "A check without its outcome passes whatever it prints.",
    consequence: "The executor takes the first output it sees for the right one.",
    fix: "Add what must be seen: “12 passed”, “exits 0”, “fails with …”.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: Load

        Create `src/load.ts`. Run: `npm test load`. Expected: 4 passed.

        ### Task 2: Store

        Create `src/store.ts`. Run: `«npm test store»`.

        ### Task 3: Print

        Create `src/print.ts`. Run: `npm test print`. Expected: 3 passed.

        """
      ],
      good: [
        """
        # Sync

        ### Task 1: Load

        Create `src/load.ts`. Run: `npm install`, then `npm test load`. Expected: 4 passed.

        ### Task 2: Print

        Create `src/print.ts`. Run: `npm test print`. Expected: 3 passed.

        """,
        "# Sync\n\n- [ ] Add `load()` to `src/load.ts`\n- [ ] Run `npm test`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let checks = plan.commands.filter {
        $0.verifies && !reading.isFinished($0.block) && !reading.explains($0.block)
          && reading.unit(holding: $0.span) != nil
      }
      let silent = checks.filter { $0.expected == nil }
      let telling = checks.count - silent.count
      guard telling >= 2, telling >= 2 * silent.count else { return [] }
      let told = Set(checks.filter { $0.expected != nil }.map(\.text))
      return silent.filter { !told.contains($0.text) && !isBesideAnother($0, checks) }.map {
        Hit($0.span, "The commands beside it say what comes out, this one does not.")
      }
    })

  /// Another command of its block tells the outcome of both.
  private static func isBesideAnother(_ command: PlanCommand, _ checks: [PlanCommand]) -> Bool {
    checks.contains { $0.block == command.block && $0.expected != nil }
  }
}
