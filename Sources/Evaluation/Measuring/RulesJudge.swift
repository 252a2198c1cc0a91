package import CheckModel
package import Grounding
import CheckPipeline
import Reviewing
import RuleReviewers
import Rubrics

/// Judges plans as `check --accept-rules-only` does without a config: both rule reviewers and the free checks,
/// through the same pipeline, without network and state.
package struct RulesJudge: Sendable {
  package let rubric: Rubric
  private let pipeline: CheckPipeline

  /// - Throws: only if the built-in rubric was broken when the program was built.
  package init(tool: ToolIdentity) throws {
    guard let rubric = try BuiltinRubrics.rubric("default") else {
      throw CorpusError("rubrics", "there is no rubric 'default'")
    }
    let desk = RuleDesk()
    let checks = PlanChecks(desk: desk, lensesOnSeats: [.planner, .executor])
    self.rubric = rubric
    pipeline = CheckPipeline(
      rubric: rubric,
      panel: Panel(
        a: .init(seat: .a, lens: .planner, reviewer: RuleReviewer(lens: .planner, desk: desk)),
        b: .init(seat: .b, lens: .executor, reviewer: RuleReviewer(lens: .executor, desk: desk)),
        timeout: .seconds(900)),
      checks: { plan in
        let report = await checks.report(on: plan)
        return ChecksReport(findings: report.findings, diagnostics: report.diagnostics)
      },
      overrides: [
        Override(
          what: .acceptRulesOnly, by: "eval", terminal: false, reason: "rules alone may say GO")
      ],
      tool: tool, instrument: RuleCatalogue.standard.instrument)
  }

  /// What came of judging one plan, compared with a working tree where it has one.
  package func judge(_ plan: Plan, in tree: RepositoryFiles?) async -> CheckResult {
    await pipeline.check(
      PlanChecks.compared(plan, with: tree).plan,
      as: RunIdentity(id: "eval", startedAt: "", round: 1))
  }

  /// All plans of a corpus, some of them side by side, in its order.
  package func judge(_ corpus: Corpus) async -> [JudgedCase] {
    await withTaskGroup(of: (Int, JudgedCase).self) { group in
      var judged = [JudgedCase?](repeating: nil, count: corpus.cases.count)
      var waiting = corpus.cases.enumerated().makeIterator()
      func startNext() {
        guard let (index, subject) = waiting.next() else { return }
        group.addTask { (index, JudgedCase(subject, await judge(subject.plan, in: subject.tree))) }
      }
      // as many as the desk keeps
      for _ in 0..<8 { startNext() }
      for await (index, result) in group {
        judged[index] = result
        startNext()
      }
      return judged.compactMap { $0 }
    }
  }
}
