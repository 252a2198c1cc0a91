import CheckModel

extension Rule {
  /// A requirement that no task names.
  static let requirementUntraced = Rule(
    id: "requirement-untraced", title: "Requirement without a task", family: .planner, class: .a,
    severity: .major, question: "coverage.3", kind: .missing, zones: [.heading, .item],
    lexical: false,
    detects: """
      A requirement with an id that no task names, in a plan whose tasks name at least half of the others. \
      Where tasks name no ids at all, nothing is reported.
      """,
    matters: "It was wanted, and nobody was told to build it.",
    consequence: "The executor ticks every task and the requirement is not there.",
    fix: "Name the id in the task that builds it, or add that task, or drop the requirement.",
    examples: Examples(
      bad: [
        """
        # Sync

        ## Requirements

        - FR-001: Resume uploads.
        - FR-002: List uploads.
        - «FR-003: Delete uploads.»

        ## Tasks

        - [ ] T001 Add `resume.ts` (FR-001)
        - [ ] T002 Add `list.ts` (FR-002)

        """
      ],
      good: [
        """
        # Sync

        ## Requirements

        - FR-001: Resume uploads.
        - FR-002: List uploads.

        ## Tasks

        - [ ] T001 Add `resume.ts` (FR-001)
        - [ ] T002 Add `list.ts` (FR-002)

        """,
        """
        # Sync

        ## Requirements

        - FR-001: Resume uploads.
        - FR-002: List uploads.

        ## Tasks

        - [ ] T001 Add `resume.ts` and `list.ts`

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let named = Set(plan.tasks.flatMap(\.requirementIDs))
      // tasks name the criteria below a numbered requirement: 1.2 and not 1
      let identified = plan.requirements.filter { outer in
        outer.id != nil
          && !plan.requirements.contains { outer.span != $0.span && outer.span.contains($0.span) }
      }
      let missing = identified.filter { $0.id.map(named.contains) == false }
      guard !missing.isEmpty, (identified.count - missing.count) * 2 >= identified.count,
        identified.count > missing.count
      else { return [] }
      return missing.compactMap { requirement in
        guard let id = requirement.id, !isNamed(id, in: plan), !hasNamedPart(id, named) else {
          return nil
        }
        return Hit(plan.firstLine(of: requirement.span), "No task names \(id).")
      }
    })

  /// `Requirement 3` is named by its part 3.1.
  private static func hasNamedPart(_ id: String, _ named: Set<String>) -> Bool {
    let number = id.reversed().prefix { $0.isNumber }
    guard !number.isEmpty else { return false }
    let opening = String(number.reversed()) + "."
    return named.contains { $0.hasPrefix(opening) }
  }

  /// Whether the id stands anywhere within a task: a criterion of it may be what is named.
  private static func isNamed(_ id: String, in plan: Plan) -> Bool {
    let search = ByteSearch([id.lowercased()])
    return plan.tasks.contains { task in
      search.occurs(in: plan.files[task.span.file].source.bytes, task.span.range)
    }
  }
}
