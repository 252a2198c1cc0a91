import CheckModel

extension Rule {
  /// A task changes a file that is not its own.
  static let ownedFilesViolated = Rule(
    id: "owned-files-violated", title: "Changes a file that is not its own", family: .shared,
    class: .b, severity: .major, question: "consistency.4", kind: .contradiction,
    zones: [.paragraph, .item, .heading], lexical: true,
    detects: """
      A list that says which files alone may be changed (`Files you own`, “change only `a` and `b`”), and a task that \
      creates, modifies or deletes another one; a file that one task or team owns, changed by another; a step that \
      changes a file which the Files block of its own task leaves out (minor).
      """,
    matters: "The list is a promise to whoever works beside it.",
    consequence: "The executor either breaks the promise or leaves the task undone.",
    fix: "Add the file to the list, or take it out of the task.",
    examples: Examples(
      bad: [
        """
        # Labels

        **Files you own (do not create or change others):**
        - `src/printer.ts`
        - `src/queue.ts`

        ## Tasks

        - [ ] Modify `src/printer.ts`: open the port
        - [ ] Create `«src/zpl.ts»` with `renderLabel()`

        """,
        """
        # Labels

        ### Task 1: Printer

        **Files:**
        - Modify: `src/printer.ts`
        - Test: `test/printer.test.ts`

        - [ ] Modify `src/printer.ts`: open the port
        - [ ] Modify `«src/settings.ts»`: add the port

        """,
      ],
      good: [
        """
        # Labels

        **Files you own (do not create or change others):**
        - `src/printer.ts`
        - `test/`

        ## Tasks

        - [ ] Modify `src/printer.ts`: open the port
        - [ ] Create `test/printer.test.ts` after `test/queue.test.ts`

        """,
        """
        # Labels

        ### Task 1: Printer

        **Files:**
        - Modify: `src/printer.ts`
        - Test: `test/printer.test.ts`

        - [ ] Modify `src/printer.ts`: open the port that `src/settings.ts` names

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let (promised, ofTasks) = (FileLists.promised(reading), FileLists.ofTasks(reading))
      let owned = FileLists.owned(reading)
      guard !promised.isEmpty || !ofTasks.isEmpty || !owned.isEmpty else { return [] }
      let changed = reading.units.indices.map { Self.changed(by: $0, reading) }
      return promised.flatMap { outside($0, changed, reading, severity: nil) }
        + ofTasks.flatMap { outside($0, changed, reading, severity: .minor) }
        + owned.flatMap { foreign($0, changed, reading) }
    })

  /// The first file outside of the list that each of its units changes.
  ///
  /// - Parameter changed: for each unit the files that it changes.
  private static func outside(
    _ list: FileLists.List, _ changed: [[Reference]], _ reading: PlanReading, severity: Severity?
  ) -> [Hit] {
    let names = Set(list.paths.flatMap(\.pathsAtIt))
    return (list.unit.map { [$0] } ?? Array(changed.indices)).compactMap { unit in
      guard
        let reference = changed[unit].first(where: { reference in
          !list.span.contains(reference.span) && !names.contains(reference.text)
            && !reference.text.pathsAtIt.contains(where: list.paths.contains)
        })
      else { return nil }
      return Hit(reference.span, reading.words(of: list.place), severity: severity)
    }
  }

  /// Changes by another unit than the owner.
  private static func foreign(
    _ list: FileLists.List, _ changed: [[Reference]], _ reading: PlanReading
  ) -> [Hit] {
    changed.indices.compactMap { unit in
      guard unit != list.unit,
        let reference = changed[unit].first(where: { reference in
          !list.span.contains(reference.span)
            && reference.text.pathsAtIt.contains(where: list.paths.contains)
        })
      else { return nil }
      return Hit(reference.span, reading.words(of: list.place))
    }
  }

  /// “Temporarily edit it, see the check fail, then restore it”.
  private static let undoing: WordSet = [
    "restore", "restored", "revert", "reverted", "undo", "undone",
  ]

  /// Files of the repository that a sentence of the unit says to create, modify or delete.
  private static func changed(by unit: Int, _ reading: PlanReading) -> [Reference] {
    reading.changes(by: unit).filter { reference in
      guard reference.text.utf8.contains(0x2F),
        let name = reference.text.utf8.split(separator: 0x2F).last, name.dropFirst().contains(0x2E),
        let first = reference.text.utf8.first, ![0x2F, 0x7E, 0x24, 0x3C].contains(first),
        let block = reading.block(at: reference.span.range.lowerBound, file: reference.span.file)
      else { return false }
      let isUndone = reading.sentences(of: block).contains {
        $0.span.contains(reference.span) && $0.has(["temporarily"]) && $0.has(undoing)
      }
      return !reading.plan.blocks[block].isFence && !reading.block(block, isIn: .outOfScope)
        && !isUndone
    }
  }
}
