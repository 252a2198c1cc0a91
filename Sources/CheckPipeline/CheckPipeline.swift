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
  /// What models read beside every plan.
  package var context: ProjectContext?
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
  /// The thresholds of a tier.
  package var policy: @Sendable (RiskTier) -> Policy
  /// What a project config that nobody trusts tried to loosen.
  package var loosened: [String]
  /// The model family that wrote a plan, and the one that will build it; nil where nobody said.
  package var writtenBy: @Sendable (Plan) -> String?
  package var executor: String?
  package var tool: ToolIdentity
  package var instrument: String

  package init(
    rubric: Rubric, context: ProjectContext? = nil, panel: Panel,
    checks: @escaping @Sendable (Plan) async -> ChecksReport,
    overrides: [Override] = [], noOverrides: Bool = false, alwaysReview: Bool = false,
    noSend: Bool = false, accepted: [String: Waiver] = [:],
    policy: @escaping @Sendable (RiskTier) -> Policy = { .standard(for: $0) },
    loosened: [String] = [],
    writtenBy: @escaping @Sendable (Plan) -> String? = { _ in nil }, executor: String? = nil,
    tool: ToolIdentity, instrument: String
  ) {
    self.rubric = rubric
    self.context = context
    self.panel = panel
    self.checks = checks
    self.overrides = overrides
    self.noOverrides = noOverrides
    self.alwaysReview = alwaysReview
    self.noSend = noSend
    self.accepted = accepted
    self.policy = policy
    self.loosened = loosened
    self.writtenBy = writtenBy
    self.executor = executor
    self.tool = tool
    self.instrument = instrument
  }

  /// Judges one plan; the seats' progress is reported while they are asked.
  package func check(
    _ plan: Plan, as run: RunIdentity, progress: PanelProgress = .none
  ) async -> CheckResult {
    let checked = await checked(plan)
    return result(of: await asked(checked, progress: progress), as: run)
  }

  /// The first two steps: what the free checks say about a plan, and whether that decides.
  package func checked(_ plan: Plan) async -> CheckedPlan {
    let clock = ContinuousClock()
    let start = clock.now
    let report = await checks(plan)
    var gathered = Gathered(
      plan: plan, checks: report.findings, seats: panel.notAsked(reason: "nobody was asked yet"))
    gathered.waive(accepted)
    let early = mayDecideByChecks ? Decider.decideByChecks(input(gathered)) : nil
    return CheckedPlan(
      gathered: gathered, diagnostics: report.diagnostics, early: early?.verdict,
      took: clock.now - start)
  }

  /// Whether the free checks may decide at all, so that nobody but rules is asked.
  package var mayDecideByChecks: Bool { panel.asksOthers && !alwaysReview && !noSend }

  /// Whether somebody is asked about it who is no rule.
  func asksOthers(about checked: CheckedPlan) -> Bool {
    panel.asksOthers && !noSend && !checked.isDecided
  }

  /// The third step.
  func asked(_ checked: CheckedPlan, progress: PanelProgress) async -> AskedPlan {
    let clock = ContinuousClock()
    let start = clock.now
    let reason = checked.early?.reasons.first?.message
    let seats = await panel.review(
      checked.plan, by: rubric, beside: context,
      asking: noSend ? .nobody : reason.map { .onlyRules(because: $0) } ?? .everybody,
      progress: progress)
    return AskedPlan(checked: checked, seats: seats, took: clock.now - start)
  }

  /// The last two steps.
  func result(of asked: AskedPlan, as run: RunIdentity) -> CheckResult {
    let clock = ContinuousClock()
    let start = clock.now
    let plan = asked.checked.plan
    var gathered = asked.checked.gathered
    gathered.take(asked.seats, rubric: rubric)
    gathered.waive(accepted)
    let input = input(gathered)
    let early = asked.checked.isDecided ? Decider.decideByChecks(input) : nil
    let decision = early ?? Decider.decide(input)
    let slowest = gathered.seats.map(\.milliseconds).max() ?? 0
    let took = asked.checked.took + asked.took + (clock.now - start)
    return CheckResult(
      tool: tool, run: run, plan: plan, rubric: rubric, policy: decision.policy,
      policySHA256: decision.policy.digest, instrument: instrument, seats: gathered.seats,
      confidence: decision.confidence, merged: input.merged, unseen: decision.unseen,
      overrides: input.overrides, verdict: decision.verdict,
      timing: Timing(wall: took.milliseconds, slowestReviewer: slowest),
      diagnostics: plan.diagnostics + asked.checked.diagnostics
        + decision.confidence.repeatDiagnostics + gathered.unknownFingerprints(in: accepted)
        + FamilyTies.diagnostics(
          in: gathered.seats, writtenBy: writtenBy(plan), executor: executor))
  }

  private func input(_ gathered: Gathered) -> DecisionInput {
    DecisionInput(
      planState: gathered.plan.state, tier: gathered.plan.risk.tier, rubric: rubric,
      policy: policy(gathered.plan.risk.tier), a: gathered.seats[0],
      b: gathered.seats[1], merged: gathered.merged(),
      overrides: overrides + gathered.acceptedOverrides, noOverrides: noOverrides,
      problems: problems, writtenBy: writtenBy(gathered.plan))
  }

  private var problems: [ValidityProblem] {
    (noSend ? [.nobodyAsked] : []) + (loosened.isEmpty ? [] : [.untrustedConfig(loosened)])
  }
}
