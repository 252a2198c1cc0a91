package import CheckModel
import CheckPipeline
package import Grounding
import Reviewing
import RuleReviewers
import Rubrics

/// Decides about plans as `check` does, with reviews that were given before: through the same pipeline and the
/// free checks, without config, network and state.
///
/// Rules alone may say GO, and so may two models of one family; otherwise nothing could be measured of them.
package struct PanelJudge: Sendable {
  package let rubric: Rubric
  private let tool: ToolIdentity
  private let desk = RuleDesk()

  /// - Throws: only if the built-in rubric was broken when the program was built.
  package init(tool: ToolIdentity) throws {
    guard let rubric = try BuiltinRubrics.rubric("default") else {
      throw CorpusError("rubrics", "there is no rubric 'default'")
    }
    self.rubric = rubric
    self.tool = tool
  }

  /// What both rule reviewers come to, about a plan that is compared with a working tree where it has one.
  package func judge(_ plan: Plan, in tree: RepositoryFiles?) async -> CheckResult {
    let checks = PlanChecks(desk: desk, lensesOnSeats: [.planner, .executor])
    return await judge(
      PlanChecks.compared(plan, with: tree).plan, RuleReviewer(lens: .planner, desk: desk),
      RuleReviewer(lens: .executor, desk: desk)
    ) { await checks.report(on: $0).findings }
  }

  /// A plan with all that rules say about it, for panels of which many are judged.
  func read(_ plan: Plan, in tree: RepositoryFiles?) async -> PlanOnTable {
    let plan = PlanChecks.compared(plan, with: tree).plan
    var reviews: [Lens: Review] = [:]
    for lens in Lens.allCases {
      let request = ReviewRequest(
        plan: plan, rubric: rubric, seat: lens == .planner ? .a : .b, lens: lens, deadline: .now)
      reviews[lens] = try? await RuleReviewer(lens: lens, desk: desk).review(request)
    }
    var checks: [Set<Lens>: [Finding]] = [:]
    for lenses: Set<Lens> in [[], [.planner], [.executor], [.planner, .executor]] {
      let own = PlanChecks(desk: desk, lensesOnSeats: lenses)
      checks[lenses] = await own.report(on: plan).findings
    }
    return PlanOnTable(plan: plan, rules: reviews, checks: checks)
  }

  /// What comes of two reviews, each as the only one of its seat.
  func judge(_ table: PlanOnTable, planner: Review, executor: Review) async -> CheckResult {
    let rules = [planner, executor].filter(\.reviewer.isRules).map(\.lens)
    let checks = table.checks[Set(rules)] ?? []
    return await judge(table.plan, GivenReviewer(planner), GivenReviewer(executor)) { _ in checks }
  }

  private func judge(
    _ plan: Plan, _ a: any Reviewer, _ b: any Reviewer,
    checks: @escaping @Sendable (Plan) async -> [Finding]
  ) async -> CheckResult {
    let pipeline = CheckPipeline(
      rubric: rubric,
      panel: Panel(
        a: .init(seat: .a, lens: .planner, reviewer: a),
        b: .init(seat: .b, lens: .executor, reviewer: b), timeout: .seconds(900)),
      checks: { ChecksReport(findings: await checks($0)) },
      overrides: [
        Override(
          what: .acceptRulesOnly, by: "eval", terminal: false, reason: "rules alone may say GO"),
        Override(
          what: .allowSameFamily, by: "eval", terminal: false,
          reason: "both models may be of one family"),
      ],
      alwaysReview: true, tool: tool, instrument: RuleCatalogue.standard.instrument)
    return await pipeline.check(plan, as: RunIdentity(id: "eval", startedAt: "", round: 1))
  }
}

/// A plan with all that rules say about it.
struct PlanOnTable: Sendable {
  let plan: Plan
  /// The rule reviewers' reviews.
  let rules: [Lens: Review]
  /// The findings of the free checks, by the lenses that rule reviewers hold on the seats.
  let checks: [Set<Lens>: [Finding]]
}

/// A reviewer that has spoken already.
private struct GivenReviewer: Reviewer {
  let said: Review
  var identity: ReviewerIdentity { said.reviewer }

  /// - Parameter said: counts alone, without what was said before or after it.
  init(_ said: Review) {
    var said = said
    said.repeats = []
    self.said = said
  }

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review { said }
}
