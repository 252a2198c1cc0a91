package import CheckModel
import Deciding
import Merging
package import Reviewing

/// What the free checks say about a plan.
package struct ChecksReport: Sendable {
  package var findings: [Finding]
  /// About our own work: suppression comments that are not followed, and the like.
  package var diagnostics: [Diagnostic]

  package init(findings: [Finding], diagnostics: [Diagnostic] = []) {
    self.findings = findings
    self.diagnostics = diagnostics
  }
}

/// The path of one plan, from its parsed form to a decided result.
///
/// 1. `Plan` → `ChecksReport`: the free checks, handed in as a closure.
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
  package var checks: @Sendable (Plan) async -> ChecksReport
  package var overrides: [Override]
  package var noOverrides: Bool
  /// Ask reviewers also when the checks have decided.
  package var alwaysReview: Bool
  /// Ask nobody: rules answer, other seats show what was kept from earlier, and nothing is a GO.
  package var noSend: Bool
  /// Findings that a person accepted, by fingerprint.
  package var accepted: [String: Waiver]
  package var tool: ToolIdentity
  package var instrument: String

  package init(
    rubric: Rubric, panel: Panel, checks: @escaping @Sendable (Plan) async -> ChecksReport,
    overrides: [Override] = [], noOverrides: Bool = false, alwaysReview: Bool = false,
    noSend: Bool = false, accepted: [String: Waiver] = [:],
    tool: ToolIdentity, instrument: String
  ) {
    self.rubric = rubric
    self.panel = panel
    self.checks = checks
    self.overrides = overrides
    self.noOverrides = noOverrides
    self.alwaysReview = alwaysReview
    self.noSend = noSend
    self.accepted = accepted
    self.tool = tool
    self.instrument = instrument
  }

  /// Judges one plan; the seats' progress is reported while they are asked.
  package func check(
    _ plan: Plan, as run: RunIdentity, progress: PanelProgress = .none
  ) async -> CheckResult {
    let clock = ContinuousClock()
    let start = clock.now
    let report = await checks(plan)
    var gathered = Gathered(
      plan: plan, checks: report.findings, seats: panel.notAsked(reason: "nobody was asked yet"))
    gathered.waive(accepted)
    let decidesEarly = panel.asksOthers && !alwaysReview && !noSend
    let early = decidesEarly ? Decider.decideByChecks(input(gathered)) : nil
    let reason = early?.verdict.reasons.first?.message
    let seats = await panel.review(
      plan, by: rubric,
      asking: noSend ? .nobody : reason.map { .onlyRules(because: $0) } ?? .everybody,
      progress: progress)
    gathered.take(seats, rubric: rubric)
    gathered.waive(accepted)
    let input = input(gathered)
    let decision =
      early == nil ? Decider.decide(input) : Decider.decideByChecks(input) ?? Decider.decide(input)
    let slowest = gathered.seats.map(\.milliseconds).max() ?? 0
    return CheckResult(
      tool: tool, run: run, plan: plan, rubric: rubric, policy: decision.policy,
      policySHA256: decision.policy.digest, instrument: instrument, seats: gathered.seats,
      confidence: decision.confidence, merged: input.merged, unseen: decision.unseen,
      overrides: input.overrides, verdict: decision.verdict,
      timing: Timing(wall: (clock.now - start).milliseconds, slowestReviewer: slowest),
      diagnostics: plan.diagnostics + report.diagnostics + decision.confidence.repeatDiagnostics
        + gathered.unknownFingerprints(in: accepted))
  }

  private func input(_ gathered: Gathered) -> DecisionInput {
    DecisionInput(
      planState: gathered.plan.state, tier: gathered.plan.risk.tier, rubric: rubric,
      policy: Policy.standard(for: gathered.plan.risk.tier), a: gathered.seats[0],
      b: gathered.seats[1], merged: gathered.merged(),
      overrides: overrides + gathered.acceptedOverrides, noOverrides: noOverrides,
      problems: noSend ? [.nobodyAsked] : [])
  }
}
