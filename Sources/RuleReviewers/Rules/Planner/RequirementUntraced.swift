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
      let places = SpanIndex(plan.requirements.map(\.span))
      let identified = plan.requirements.filter {
        $0.id != nil && !places.isAnyPart(of: $0.span)
      }
      let missing = identified.filter { $0.id.map(named.contains) == false }
      guard !missing.isEmpty, (identified.count - missing.count) * 2 >= identified.count,
        identified.count > missing.count
      else { return [] }
      let inTasks = idsInTasks(missing.compactMap(\.id), plan)
      let parted = numbersWithParts(named)
      return missing.compactMap { requirement in
        guard let id = requirement.id, !inTasks.contains(id.lowercased()),
          !parted.contains(number(endingIn: id))
        else { return nil }
        return Hit(plan.firstLine(of: requirement.span), "No task names \(id).")
      }
    })

  /// `3` of `Requirement 3`.
  private static func number(endingIn id: String) -> String {
    String(id.reversed().prefix { $0.isNumber }.reversed())
  }

  /// Of `3.1` the `3`: what names the part names `Requirement 3`.
  private static func numbersWithParts(_ named: Set<String>) -> Set<String> {
    Set(
      named.compactMap { id in
        let number = id.prefix { $0.isNumber }
        return !number.isEmpty && id[number.endIndex...].first == "." ? String(number) : nil
      })
  }

  /// The ids, in lowercase, that stand anywhere within a task: a criterion of it may be what is named.
  private static func idsInTasks(_ ids: [String], _ plan: Plan) -> Set<String> {
    var tree = WordTree(ids.map { $0.lowercased() })
    for span in Evidence.outermost(plan.tasks.map(\.span)) {
      tree.look(in: plan.files[span.file].source.bytes, span.range)
    }
    return tree.found
  }
}
