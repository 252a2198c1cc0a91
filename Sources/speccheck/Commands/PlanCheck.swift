import CheckModel
import CheckPipeline
import CommandLine

/// One plan with those who will judge it and the path that it takes.
struct PlanCheck {
  let plan: Plan
  let holders: [SeatHolder]
  let pipeline: CheckPipeline
  /// What the free checks say, where that was looked at before the run was announced.
  var checked: CheckedPlan?

  /// In the order of the plans; those of one tier share their reviewers.
  static func all(
    _ plans: [Plan], choice: PanelChoice, pipeline: ([SeatHolder]) throws -> CheckPipeline
  ) throws -> [PlanCheck] {
    var byTier: [RiskTier: (holders: [SeatHolder], pipeline: CheckPipeline)] = [:]
    return try plans.map { plan in
      let tier = plan.risk.tier
      let made =
        try byTier[tier]
        ?? {
          let holders = try choice.seats(for: tier)
          return (holders, try pipeline(holders))
        }()
      byTier[tier] = made
      return PlanCheck(plan: plan, holders: made.holders, pipeline: made.pipeline)
    }
  }
}
