import CheckModel
import Testing

/// A result with a name for its golden file.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let results: [CheckResult]

  var testDescription: String { name }

  static let all = [
    rulesOnly, ready, farApart, incomplete, oneModel, wideCharacters, hostile, many, bare, several,
    skipped, repeated, storedOnly,
  ]

  /// The parts that most samples share.
  static func result(
    _ plan: SamplePlan, seats: [SeatResult], confidence: Confidence, findings: [MergedFinding],
    counts: (a: Int, b: Int, matched: Int) = (0, 0, 0),
    unseen: UnseenEstimate = UnseenEstimate(
      estimate: nil, low: nil, high: nil, matched: nil, why: "rules on a seat"),
    overrides: [Override] = [], verdict: Verdict
  ) -> CheckResult {
    var policy = Policy.standard(for: plan.plan.risk.tier)
    if verdict.rulesOnly { policy.go += 5 }
    return CheckResult(
      tool: ToolIdentity(name: "speccheck", version: "0.1.0"),
      run: RunIdentity(id: "r-0001", startedAt: "2026-01-02T03:04:05Z", round: 1),
      plan: plan.plan, rubric: SampleRubric.rubric,
      policy: policy, policySHA256: SamplePlan.digest(3),
      instrument: SamplePlan.digest(4), seats: seats, confidence: confidence,
      merged: MergedFindings(
        findings: findings, countA: counts.a, countB: counts.b, matched: counts.matched,
        matchedAtMost: counts.matched),
      unseen: unseen, overrides: overrides, verdict: verdict,
      timing: Timing(wall: 7.125, slowestReviewer: 1.25),
      diagnostics: [])
  }

  static func rules(
    _ a: Int, _ b: Int, judged: Int, _ scores: [String: Double] = [:]
  ) -> Confidence {
    Confidence(
      a: SampleReview.confidence(a, scores, judged: judged),
      b: SampleReview.confidence(b, scores, judged: judged), combined: Double(a + b) / 2,
      gap: nil, word: nil, threshold: 17, profileDisagreement: 0,
      byCriterion: SampleReview.gaps(scores, scores))
  }
}
