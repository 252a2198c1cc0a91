import CheckModel
import Deciding
import Testing

@Suite("What the checks decide alone")
struct ChecksAloneTests {
  private let skipped = SeatOutcome.skipped(reason: "the checks decided")

  private func decide(
    _ findings: [MergedFinding] = [], state: PlanState = .open, overrides: [Override.What] = []
  ) -> Decision? {
    Decider.decideByChecks(
      input(
        failed(.a, skipped), failed(.b, skipped), findings: findings, overrides: overrides,
        state: state))
  }

  private func check(_ severity: Severity, _ kind: Finding.Kind = .missing, _ rule: String = "rule")
    -> MergedFinding
  {
    merged("F1", (.checks, finding(severity, rule: rule, class: .a, kind: kind)))
  }

  @Test("nothing, when there is nothing to decide by: then the seats are asked")
  func asks() {
    #expect(decide() == nil)
    #expect(decide([check(.major)], state: .started) == nil)
    #expect(decide([check(.minor, .injection, "inj-instruction")]) == nil)
    #expect(decide([check(.blocker, .secret)], overrides: [.allowSecrets]) == nil)
  }

  @Test(
    "the states that are not worth a question",
    arguments: [
      (PlanState.template, Verdict.Outcome.noGo, Verdict.Code.template),
      (.notAPlan, .noGo, .notAPlan), (.done, .hold, .alreadyDone),
    ])
  func decidesByState(state: PlanState, outcome: Verdict.Outcome, code: Verdict.Code) {
    let verdict = decide(state: state)?.verdict
    #expect(verdict?.outcome == outcome)
    #expect(verdict?.code == code)
  }

  @Test("a secret, an injection and a confirmed blocker")
  func decidesByFindings() {
    #expect(decide([check(.blocker, .secret)])?.verdict.code == .secret)
    #expect(decide([check(.major, .injection, "inj-homoglyph")])?.verdict.code == .injection)
    #expect(decide([check(.blocker)])?.verdict.code == .blocker)
    #expect(decide([check(.blocker)])?.verdict.outcome == .noGo)
  }

  @Test("nobody has any confidence then, and no estimate")
  func hasNoNumbers() {
    let decision = decide([check(.blocker)])
    #expect(decision?.confidence.a == nil)
    #expect(decision?.confidence.combined == nil)
    #expect(decision?.unseen.estimate == nil)
    #expect(decision?.verdict.nextActions.isEmpty == false)
  }

  @Test("in a run of rules the same rows come from the table")
  func sameRows() {
    let rules = (seat(.a, points: 90, rules: true), seat(.b, points: 90, rules: true))
    let findings = [check(.blocker)]
    let asked = Decider.decide(input(rules.0, rules.1, findings: findings))
    #expect(asked.verdict.code == decide(findings)?.verdict.code)
    #expect(asked.confidence.combined != nil)
  }
}
