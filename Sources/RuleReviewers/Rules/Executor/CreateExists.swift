import CheckModel

extension Rule {
  /// A file that is to be made and is there.
  static let createExists = Rule(
    id: "create-exists", title: "File to create is there already", family: .executor, class: .b,
    severity: .major, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      With a repository: a file that open work creates although the working tree has it. Minor in a plan some of \
      whose tasks are ticked. A file that the plan changes before, and words such as “add” that can mean a change, \
      are left alone.
      """,
    matters: "Either the work is done, or the author did not know of the file and what it holds.",
    consequence: "The executor overwrites the file, and what was in it is lost.",
    fix: "Say what changes in the file that is there, or name another one.",
    examples: Examples(
      bad: [
        """
        # Export

        - [ ] Create `«src/app.swift»` with the command `export`
        - [ ] Modify `src/main.swift`: register it

        """
      ],
      good: [
        """
        # Export

        - [ ] Create `src/export.swift` with the command `export`
        - [ ] Modify `src/app.swift`: register it
        - [ ] Add `src/main.swift` to the list of sources

        """
      ],
      files: ["src/app.swift": "struct App {}\n", "src/main.swift": "App.main()\n"],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      guard reading.plan.state != .done else { return [] }
      let isStarted = reading.plan.tasks.contains { $0.state != .open }
      return reading.instructing(.path).compactMap { reference in
        guard reference.state == .exists, reference.action == .create,
          !reference.text.hasSuffix("/")
        else { return nil }
        let place = reference.suggestion.map { " as “\($0)”" } ?? ""
        return Hit(
          reference.span, "“\(reference.text)” is in the repository already\(place).",
          severity: isStarted ? .minor : nil, isShownByTree: true)
      }
    })
}
