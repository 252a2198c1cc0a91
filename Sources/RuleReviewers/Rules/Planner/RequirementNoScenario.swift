import CheckModel

extension Rule {
  /// A requirement that nothing checks.
  static let requirementNoScenario = Rule(
    id: "requirement-no-scenario", title: "Requirement without a case", family: .planner, class: .b,
    severity: .minor, question: "verification.1", kind: .missing, zones: [.heading, .item],
    lexical: true,
    detects: """
      A requirement without a scenario or criterion, in a plan where more than half of the requirements have \
      one of their own.
      """,
    matters: "Whether it is met is left to taste.",
    consequence: "The executor calls it done without trying it.",
    fix: "Add a case: what is given, what is done, what is then seen.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Requirement: Resume

        The tool SHALL resume uploads.

        #### Scenario: line drops

        - **WHEN** the line drops at 50 %
        - **THEN** it resumes at the last chunk

        ### Requirement: List

        The tool SHALL list uploads.

        #### Scenario: none

        - **WHEN** there are none
        - **THEN** it prints `none`

        ### «Requirement: Delete»

        The tool SHALL delete uploads.

        """
      ],
      good: [
        """
        # Sync

        ### Requirement: Resume

        The tool SHALL resume uploads.

        ### Requirement: List

        The tool SHALL list uploads.

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let headed = plan.requirements.filter { requirement in
        requirement.section.map { plan.sections[$0].span == requirement.span } == true
      }
      // numbered demands below a heading of their own are cases too
      let listed = plan.blocks.indices.filter { index in
        guard case .item = plan.blocks[index].kind else { return false }
        return reading.block(index, isIn: .acceptance)
      }
      let cases = SpanIndex(
        plan.criteria.filter { $0.form != .shall }.map(\.span)
          + listed.map { plan.blocks[$0].span })
      let bare = headed.filter { requirement in
        // its own SHALL sentence is what a case would show
        !requirement.criteria.contains { plan.criteria[$0].form != .shall }
          && !cases.isAny(in: requirement.span)
      }
      guard !bare.isEmpty, bare.count * 2 < headed.count else { return [] }
      return bare.map {
        Hit(plan.firstLine(of: $0.span), "Others have a case of their own, this one has none.")
      }
    })
}
