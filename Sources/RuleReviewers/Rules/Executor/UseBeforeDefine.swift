import CheckModel

extension Rule {
  /// Task 2 uses what Task 5 brings.
  static let useBeforeDefine = Rule(
    id: "use-before-define", title: "Used before it is there", family: .executor, class: .b,
    severity: .major, question: "decomposition.2", kind: .contradiction,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      A task that uses something "from Task N" when Task N stands later in the same file; that modifies a file which \
      only a later task creates; or that calls a function (`uploader.pending()`) which only a later task writes. \
      Tests that come first, stand-ins and sentences that say that it comes later are left alone.
      """,
    matters: "Carried out in order, the task cannot be built or tested.",
    consequence:
      "The executor writes the missing piece itself, and the later task writes it again.",
    fix: "Exchange the tasks, or say what stands in for it until then.",
    examples: Examples(
      bad: [
        """
        # Ledger

        ### Task 1: Read

        It «uses `load()` from Task 2».

        ### Task 2: Load

        Add `load()`.

        """,
        """
        # Ledger

        ### Task 1: Report

        In `src/report.ts` call `«loadLedger()»` and print the rows.

        ### Task 2: Ledger

        Create `src/ledger.ts` with `loadLedger()`.

        """,
        """
        # Ledger

        - [ ] Modify `«src/ledger.ts»`: count the rows
        - [ ] Create `src/ledger.ts` with `loadLedger()`

        """,
      ],
      good: [
        """
        # Ledger

        ### Task 1: Load

        Add `load()`; Task 2 uses it.

        ### Task 2: Read

        It uses `load()` from Task 1.

        """,
        """
        # Ledger

        ### Task 1: Tests

        Write `test/ledger.test.ts`, which calls `loadLedger()` and fails.

        ### Task 2: Ledger

        Create `src/ledger.ts` with `loadLedger()`.

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      EarlyUses.pointingOn(reading) + EarlyUses.names(reading) + EarlyUses.files(reading)
    })
}
