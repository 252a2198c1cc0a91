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
      let identified = innermost(plan.requirements.filter { $0.id != nil }, in: plan)
      let missing = identified.filter { $0.id.map(named.contains) == false }
      guard !missing.isEmpty, (identified.count - missing.count) * 2 >= identified.count,
        identified.count > missing.count
      else { return [] }
      let numbered = openings(of: named)
      let mentioned = mentioned(Set(missing.compactMap { $0.id?.lowercased() }), in: plan)
      return missing.compactMap { requirement in
        guard let id = requirement.id, !mentioned.contains(id.lowercased()),
          !hasNamedPart(id, numbered)
        else { return nil }
        return Hit(plan.firstLine(of: requirement.span), "No task names \(id).")
      }
    })

  /// Those in which no other requirement stands: tasks name the criteria below a numbered one, 1.2 and not 1.
  private static func innermost(_ requirements: [Requirement], in plan: Plan) -> [Requirement] {
    // the longer first, so that what stands in another comes right behind it
    let spans = Set(plan.requirements.map(\.span)).sorted { left, right in
      (left.file, left.range.lowerBound, right.range.upperBound)
        < (right.file, right.range.lowerBound, left.range.upperBound)
    }
    var outer: Set<Span> = []
    for (span, next) in zip(spans, spans.dropFirst()) where span.contains(next) {
      outer.insert(span)
    }
    return requirements.filter { !outer.contains($0.span) }
  }

  /// What stands before each full stop of the ids, with it: `3.` and `3.1.` of 3.1.4.
  private static func openings(of ids: Set<String>) -> Set<String> {
    var openings: Set<String> = []
    for id in ids {
      for index in id.indices where id[index] == "." { openings.insert(String(id[...index])) }
    }
    return openings
  }

  /// `Requirement 3` is named by its part 3.1.
  private static func hasNamedPart(_ id: String, _ openings: Set<String>) -> Bool {
    let number = id.reversed().prefix { $0.isNumber }
    return !number.isEmpty && openings.contains(String(number.reversed()) + ".")
  }

  /// The lowercase ids that stand anywhere within a task: a criterion of it may be what is named.
  private static func mentioned(_ ids: Set<String>, in plan: Plan) -> Set<String> {
    var wanted = Dictionary(grouping: ids.map { Array($0.utf8) }, by: \.count).mapValues(Set.init)
    let starts = Set(ids.compactMap(\.utf8.first))
    var found: Set<String> = []
    for task in plan.tasks {
      let range = task.span.range
      let text = plan.files[task.span.file].source.bytes[range].map(\.lowercased)
      for index in text.indices where starts.contains(text[index]) {
        // ids are of few lengths
        for length in wanted.keys where index + length <= text.count {
          let word = Array(text[index..<index + length])
          guard wanted[length]?.remove(word) != nil else { continue }
          found.insert(String(decoding: word, as: UTF8.self))
        }
      }
    }
    return found
  }
}
