package import CheckModel

/// One review of one plan, laid beside the labels.
package struct JudgedReview: Sendable {
  /// A finding, with what the labels or a person say of it.
  package struct Found: Sendable {
    package var finding: Finding
    /// Its place in the reviewer's list, from 1.
    package var number: Int
    /// Indices of the labelled gaps that it hits, in their order.
    package var gaps: [Int]
    /// A person said so, against the labels or beside them.
    package var judgement: Judgements.Judgement?

    /// It hits a labelled gap, or a person called it right.
    package var isTrue: Bool { !gaps.isEmpty || judgement == .real }
  }

  package let subject: CorpusCase
  package let review: Review
  /// 0–100.
  package let points: Int
  /// Those that count, in the reviewer's order.
  package let findings: [Found]

  init(
    _ subject: CorpusCase, _ review: Review, points: Int,
    judgements: [Int: Judgements.Judgement]
  ) {
    self.subject = subject
    self.review = review
    self.points = points
    let rules = GapMatching(subject)
    let own = review.reviewer.isRules ? nil : MeantGaps(subject)
    findings = review.findings.enumerated().filter(\.element.counts).map { index, finding in
      let judgement = judgements[index]
      let gaps: [Int]
      switch judgement {
      case .gap(let id):
        gaps = subject.labels.gaps.indices.filter { subject.labels.gaps[$0].id == id }
      case .real, .wrong: gaps = []
      case nil: gaps = own?.gaps(of: finding) ?? rules.gaps(hitBy: finding)
      }
      return Found(finding: finding, number: index + 1, gaps: gaps, judgement: judgement)
    }
  }

  /// The findings of at least a severity.
  func findings(from severity: Severity) -> [Found] {
    findings.filter { $0.finding.severity >= severity }
  }

  /// Whether a finding of any severity hits the labelled gap.
  func hasFound(_ gap: Int) -> Bool { findings.contains { $0.gaps.contains(gap) } }

  /// The share of questions that both reviews answer with the same word, 0…1; nil without questions.
  func equalAnswers(_ other: JudgedReview) -> Double? {
    AnswerAgreement([(review, other.review)]).equal.value
  }
}
