package import CheckModel
package import Deciding
import Merging
package import Reviewing

/// The path of one plan, from its parsed form to a decided result.
///
/// 1. `Plan` → `[Finding]`: the free checks, handed in as a closure.
/// 2. the checks alone → a verdict, where they can decide without asking anybody.
/// 3. `Plan` + `Rubric` + lens → two `SeatResult`s, side by side.
/// 4. two reviews + checks → `MergedFindings`.
/// 5. merged findings + policy → `Decision`.
///
/// It knows no concrete reviewer, report or store, and nothing in it fails: trouble of a reviewer is a failed
/// seat, and a failed seat is an `INCOMPLETE` verdict.
package struct CheckPipeline: Sendable {
  package var rubric: Rubric
  package var panel: Panel
  /// The free checks that always run, first.
  package var checks: @Sendable (Plan) -> [Finding]
  package var overrides: [Override]
  package var noOverrides: Bool
  /// Findings that a person accepted, by fingerprint.
  package var accepted: [String: Waiver]
  package var tool: ToolIdentity
  package var instrument: String

  package init(
    rubric: Rubric, panel: Panel, checks: @escaping @Sendable (Plan) -> [Finding],
    overrides: [Override] = [], noOverrides: Bool = false, accepted: [String: Waiver] = [:],
    tool: ToolIdentity, instrument: String
  ) {
    self.rubric = rubric
    self.panel = panel
    self.checks = checks
    self.overrides = overrides
    self.noOverrides = noOverrides
    self.accepted = accepted
    self.tool = tool
    self.instrument = instrument
  }

  /// Judges one plan.
  ///
  /// - Parameters:
  ///   - diagnostics: what was noticed before, about reading the plan.
  package func check(_ plan: Plan, as run: RunIdentity, diagnostics: [Diagnostic] = []) async
    -> CheckResult
  {
    let clock = ContinuousClock()
    let start = clock.now
    var gathered = Gathered(plan: plan, checks: checks(plan))
    let policy = Policy.standard(for: plan.risk.tier)
    let skipReason = Decider.reasonToAskNobody(
      planState: plan.state, checks: gathered.checks, overrides: overrides)
    gathered.seats = await panel.review(plan, by: rubric, skipReason: skipReason)
    let waived = gathered.waive(accepted)
    let merged = gathered.merged()
    let decision = Decider.decide(
      DecisionInput(
        planState: plan.state, tier: plan.risk.tier, rubric: rubric, policy: policy,
        a: gathered.seats[0], b: gathered.seats[1], merged: merged,
        overrides: overrides + waived.overrides, noOverrides: noOverrides))
    let slowest = gathered.seats.map(\.milliseconds).max() ?? 0
    return CheckResult(
      tool: tool, run: run, plan: plan, rubric: rubric, policy: decision.policy,
      policySHA256: decision.policy.digest, instrument: instrument, seats: gathered.seats,
      confidence: decision.confidence, merged: merged, unseen: decision.unseen,
      overrides: overrides + waived.overrides, verdict: decision.verdict,
      timing: Timing(wall: (clock.now - start).milliseconds, slowestReviewer: slowest),
      diagnostics: diagnostics + waived.diagnostics)
  }
}
