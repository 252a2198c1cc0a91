package import CheckModel
package import Grounding

/// The free checks of plans, composed in one place for all that judge plans: first what a working tree has of the
/// names in a plan, then the rules that no seat runs.
package struct PlanChecks: Sendable {
  private let desk: RuleDesk
  private let lensesOnSeats: Set<Lens>
  private let catalogue: RuleCatalogue

  /// - Parameters:
  ///   - desk: of the rule reviewers on the seats, so that each plan is read once.
  ///   - lensesOnSeats: the lenses that rule reviewers hold.
  package init(
    desk: RuleDesk, lensesOnSeats: Set<Lens>, catalogue: RuleCatalogue = .standard
  ) {
    self.desk = desk
    self.lensesOnSeats = lensesOnSeats
    self.catalogue = catalogue
  }

  /// The plan compared with the working tree that it is about; as it is when there is none.
  ///
  /// - Parameter planFolder: where the plan lies in the tree; nil elsewhere.
  package static func compared(
    _ plan: Plan, with tree: RepositoryFiles?, planFolder: String? = nil
  ) -> GroundedPlan {
    guard let tree else { return GroundedPlan(plan: plan, diagnostics: []) }
    return PlanGrounding(files: tree, planFolder: planFolder).grounded(plan)
  }

  /// What the rules on no seat find in a plan that was compared, and what is odd about its suppressions.
  ///
  /// - Parameter rubric: by which rule reviewers on the seats will judge the plan afterwards; what they will say is
  ///   made at the same time.
  package func report(
    on plan: Plan, before rubric: Rubric? = nil
  ) async -> (findings: [Finding], diagnostics: [Diagnostic]) {
    if let rubric, !lensesOnSeats.isEmpty {
      await desk.begin(plan, rubric, lensesOnSeats.flatMap(catalogue.rules(for:)))
    }
    let findings = await desk.findings(of: catalogue.rules(besides: lensesOnSeats), in: plan)
    let reading = await desk.reading(of: plan)
    return (findings, RuleChecks.diagnostics(in: reading, catalogue: catalogue))
  }
}
