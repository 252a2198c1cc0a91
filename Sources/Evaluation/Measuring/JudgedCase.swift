package import CheckModel

/// A plan of the corpus with what came of judging it.
package struct JudgedCase: Sendable {
  /// A finding with the gaps that it hits.
  package struct Found: Sendable {
    package var finding: Finding
    /// Lines as the report has them; nil for a finding about the whole.
    package var location: Location?
    /// Indices of the labelled gaps, in their order.
    package var gaps: [Int]
  }

  package let subject: CorpusCase
  package let outcome: Verdict.Outcome
  /// The row of the verdict table.
  package let code: Verdict.Code
  /// Points of seat A and seat B; nil where a seat has none.
  package let points: [Int?]
  /// The findings that stand, in report order.
  package let findings: [Found]
  package let words: Int

  package init(_ subject: CorpusCase, _ result: CheckResult) {
    self.subject = subject
    outcome = result.verdict.outcome
    code = result.verdict.code
    points = [result.confidence.a?.points, result.confidence.b?.points]
    let matching = GapMatching(subject)
    findings = result.merged.findings.filter(\.stands).map { merged in
      let finding = merged.finding
      return Found(
        finding: finding, location: finding.span.map(subject.plan.location),
        gaps: matching.gaps(hitBy: finding))
    }
    words = subject.plan.wordCount
  }

  /// The mean of the seats' points, 0–100; nil without any.
  package var confidence: Double? {
    let known = points.compactMap { $0 }
    return known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count)
  }

  /// The findings that ask for something to be done.
  package var counted: [Found] { findings.filter { $0.finding.severity >= .minor } }

  /// Whether a finding of any severity hits the gap, by that rule if one is given.
  package func hasFound(_ gap: Int, by rule: String? = nil) -> Bool {
    findings.contains { $0.gaps.contains(gap) && (rule == nil || $0.finding.rule == rule) }
  }
}
