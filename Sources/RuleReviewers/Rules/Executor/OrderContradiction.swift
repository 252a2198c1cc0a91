import CheckModel

extension Rule {
  /// A task that needs a later one.
  static let orderContradiction = Rule(
    id: "order-contradiction", title: "Task depends on a later one", family: .executor, class: .a,
    severity: .major, question: "decomposition.2", kind: .contradiction,
    zones: [.item, .heading, .table],
    lexical: false,
    detects: """
      A task that says it depends on, or is blocked by, itself or a task that stands after it in the same \
      file. Ids that are not unique, and files whose order of tasks is said elsewhere, are left alone.
      """,
    matters:
      "Executors work from top to bottom. The task is started when what it needs does not exist.",
    consequence: "The executor builds it twice, or a stand-in that stays.",
    fix: "Move the other task before it, or drop the dependency.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: Print the count

        Depends on «Task 2».

        ### Task 2: Count the files

        In `a.swift`.

        """
      ],
      good: [
        """
        # Sync

        ### Task 1: Count the files

        In `a.swift`.

        ### Task 2: Print the count

        Depends on Task 1.

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      var places: [Word: [Int]] = [:]
      for (index, task) in plan.tasks.enumerated() {
        if let id = task.authorID { places[normalized(id), default: []].append(index) }
      }
      var hits: [Hit] = []
      for (index, task) in plan.tasks.enumerated() where task.state != .done {
        for mention in task.dependsOn where mention.relation == .dependsOn {
          guard let targets = places[normalized(mention.authorID)], targets.count == 1,
            let target = targets.first, plan.tasks[target].state != .done,
            plan.tasks[target].span.file == task.span.file
          else { continue }
          let isSelf = target == index
          let isLater = plan.tasks[target].span.range.lowerBound >= task.span.range.upperBound
          guard isSelf || isLater else { continue }
          let name = plan.text(of: mention.span)
          hits.append(
            Hit(
              mention.span,
              isSelf
                ? "This task depends on itself." : "“\(name)” stands after this task."))
        }
      }
      return hits
    })

  /// Lowercase, with one space for any number of spaces and number signs.
  private static func normalized(_ id: String) -> Word {
    var text = Word()
    for word in id.lowercased().utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x23 }) {
      if text.count > 0 { text.append(0x20) }
      for byte in word { text.append(byte) }
    }
    return text
  }
}
