package import CheckModel

/// Two reviewers on the seats, with what came of it over the plans of a corpus.
package struct JudgedPanel: Sendable {
  /// One plan.
  package struct Case: Sendable {
    package let planner: JudgedReview
    package let executor: JudgedReview
    package let outcome: Verdict.Outcome
    package let code: Verdict.Code
    package let word: Confidence.Word?
    package let unseen: UnseenEstimate
    /// The outcomes of repeated reviews, this one first; the k-th of one seat beside the k-th of the other.
    package let outcomes: [Verdict.Outcome]

    package var subject: CorpusCase { planner.subject }

    /// Labelled gaps of at least a severity: found by the planner's seat, the executor's, both, and neither.
    func found(from severity: Severity) -> (planner: Int, executor: Int, both: Int, neither: Int) {
      var found = (planner: 0, executor: 0, both: 0, neither: 0)
      for (index, gap) in subject.labels.gaps.enumerated() where gap.severity >= severity {
        let (first, second) = (planner.hasFound(index), executor.hasFound(index))
        found.planner += first ? 1 : 0
        found.executor += second ? 1 : 0
        found.both += first && second ? 1 : 0
        found.neither += first || second ? 0 : 1
      }
      return found
    }
  }

  /// The reviewer with the planner's lens on seat A, and the one with the executor's on seat B.
  package let planner: String
  package let executor: String
  /// How many of the seats rules hold.
  package let rules: Int
  package internal(set) var cases: [Case]

  /// `A + B`.
  package var name: String { planner == executor ? "\(planner) twice" : "\(planner) + \(executor)" }

  /// How far the seats give the same answers.
  package var agreement: AnswerAgreement {
    AnswerAgreement(cases.map { ($0.planner.review, $0.executor.review) })
  }

  /// The mean distance of the confidences on plans with a label, points; nil without such plans.
  package func gap(_ label: PlanLabels.Verdict) -> Double? {
    let gaps = cases.filter { $0.subject.labels.verdict == label }
      .map { Double(abs($0.planner.points - $0.executor.points)) }
    return gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count)
  }

  /// Of every two runs on one plan, those with the same verdict; none without repeated reviews.
  package var equalVerdicts: Proportion {
    let pairs = runPairs
    return Proportion(pairs.count { $0 == $1 }, of: pairs.count)
  }

  /// Plans on which one run says GO and another NO-GO.
  package var flips: Int {
    cases.count { $0.outcomes.contains(.go) && $0.outcomes.contains(.noGo) }
  }

  private var runPairs: [(Verdict.Outcome, Verdict.Outcome)] {
    cases.flatMap { judged in
      judged.outcomes.indices.flatMap { last in
        judged.outcomes[..<last].map { ($0, judged.outcomes[last]) }
      }
    }
  }

  /// Estimates of unseen gaps whose interval holds the number of labelled gaps that neither seat found, of all
  /// that were given.
  package var unseenCoverage: Proportion {
    let given = cases.compactMap { judged -> Bool? in
      guard let low = judged.unseen.low, let high = judged.unseen.high else { return nil }
      return (low...max(low, high)).contains(judged.found(from: .minor).neither)
    }
    return Proportion(given.count { $0 }, of: given.count)
  }
}
