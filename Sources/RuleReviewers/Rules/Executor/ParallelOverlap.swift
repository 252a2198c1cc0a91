import CheckModel

extension Rule {
  /// Two tasks at once on one file.
  static let parallelOverlap = Rule(
    id: "parallel-overlap", title: "Parallel tasks change one file", family: .executor, class: .a,
    severity: .major, question: "decomposition.4", kind: .contradiction, zones: [.item, .heading],
    lexical: false,
    detects: """
      Two open tasks of one section that are marked parallel (`[P]`) and create, change or delete the same \
      file, when neither says that it depends on the other.
      """,
    matters: "Run at once, one of them overwrites the other.",
    consequence: "Two executors change the file at the same time, and one change is lost.",
    fix: "Take the mark off one of them, or name the order.",
    examples: Examples(
      bad: [
        """
        # Sync

        ## Phase 1

        - [ ] T005 [P] Create the form in `src/app.ts`
        - [ ] T006 [P] «Create the list in `src/app.ts`»

        """
      ],
      good: [
        """
        # Sync

        ## Phase 1

        - [ ] T005 [P] Create the form in `src/form.ts`
        - [ ] T006 [P] Create the list in `src/list.ts`

        """,
        """
        # Sync

        ## Phase 1

        - [ ] T005 [P] Create the form in `src/app.ts`
        - [ ] T006 Create the list in `src/app.ts`

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      var users: [Place: Int] = [:]
      return plan.tasks.indices.compactMap { index -> Hit? in
        let task = plan.tasks[index]
        guard task.parallel, task.state != .done else { return nil }
        var earlier: (task: Int, path: String)?
        for reference in task.references.map({ plan.references[$0] })
        where isChanged(reference, task) {
          let place = Place(section: task.section ?? -1, path: reference.text)
          if let other = users[place], other != index, earlier == nil {
            earlier = (other, reference.text)
          }
          if users[place] == nil { users[place] = index }
        }
        guard let earlier, task.dependsOn.isEmpty else { return nil }
        let line = plan.lines(of: plan.tasks[earlier.task].titleSpan).lowerBound
        return Hit(
          task.titleSpan, "It changes “\(earlier.path)”, as the parallel task of line \(line) does."
        )
      }
    })

  private struct Place: Hashable {
    let section: Int
    let path: String
  }

  /// Said to be changed, or a source file that the task's own line names.
  private static func isChanged(_ reference: Reference, _ task: PlanTask) -> Bool {
    guard reference.kind == .path, !reference.text.hasSuffix("/") else { return false }
    if changes.contains(reference.action) { return true }
    return reference.action == .mention && task.titleSpan.contains(reference.span)
      && reference.text.utf8.contains(0x2F) && !reference.text.hasSuffix(".md")
  }

  private static let changes: Set<Reference.Action> = [.create, .modify, .delete]
}
