import CheckModel

/// One seat's confidence, with the range in which it could have fallen.
struct ScoredSeat: Sendable {
  let review: Review
  let confidence: SeatConfidence
  /// The points that remain if every answer that was set aside had been a no, and the most that
  /// could have come of answering them with no or partly.
  let lowest: Int
  let highest: Int
  /// The same range for each criterion.
  let ranges: [String: ClosedRange<Double>]
  /// The questions behind that range.
  let setAside: Int
}

/// Counts a review's answers into a confidence. A model is never asked for its own total.
struct SeatScoring {
  let rubric: Rubric
  let tier: RiskTier

  /// The weight of each criterion for a lens, in the rubric's order; together 100.
  func weights(for lens: Lens) -> [Double] {
    let raw = rubric.criteria.map { baseWeight($0) * ($0.lensFactors[lens] ?? 1) }
    let sum = raw.reduce(0, +)
    return sum > 0 ? raw.map { 100 * $0 / sum } : raw
  }

  /// The weight of a criterion in this tier, before any lens.
  func baseWeight(_ criterion: Criterion) -> Double {
    tier == .high ? criterion.highTierWeight : criterion.weight
  }

  /// The confidence of a seat's review, or of all its reviews of the same bytes together; the other
  /// seat's is needed only to see which questions both call not applicable.
  func score(_ review: Review, beside other: Review?) -> ScoredSeat {
    Sittings(review, self)?.scored(review, beside: other) ?? scoreAlone(review, beside: other)
  }

  /// The confidence of this one review.
  func scoreAlone(_ review: Review, beside other: Review?) -> ScoredSeat {
    let counting = AnswerCounting(review, beside: other, tier: tier)
    let tallies = rubric.criteria.map(counting.tally)
    let dose = review.reviewer.isRules ? RulePenalty.dose(of: review.findings) : 1
    let kept = rubric.criteria.map { dose * (1 - penalty($0, in: review)) }
    let weights = weights(for: review.lens)
    let scores = zip(tallies, kept).map { tally, kept in tally.score.map { $0 * kept } }
    let capped = namesBlocker(review)
    let criteria = zip(rubric.criteria, zip(scores, weights)).map { criterion, pair in
      CriterionScore(criterion: criterion.id, score: pair.0, weight: pair.1)
    }
    let mean = Self.mean(scores, weights)
    let confidence = SeatConfidence(
      criteria: criteria, mean: mean, points: Self.points(mean, capped: capped),
      cappedByBlocker: capped && mean > Self.blockerCap,
      weakest: weakest(criteria),
      questionsJudged: tallies.reduce(0) { $0 + $1.judged },
      tooLittleJudged: tooLittle(tallies))
    let lows = zip(tallies, kept).map { $0.open + $0.answered == 0 ? nil : $0.low * $1 }
    let ranges = zip(tallies, kept).map { $0.low * $1...max($0.low, $0.high) * $1 }
    return ScoredSeat(
      review: review, confidence: confidence,
      lowest: Self.points(Self.mean(lows, weights), capped: capped),
      highest: Self.points(Self.highestMean(tallies, kept, weights), capped: capped),
      ranges: Dictionary(
        zip(rubric.criteria.map(\.id), ranges), uniquingKeysWith: { first, _ in first }),
      setAside: tallies.reduce(0) { $0 + $1.open })
  }

  /// The gating criterion with the lowest score.
  func weakest(_ criteria: [CriterionScore]) -> CriterionScore? {
    let gating = Set(rubric.criteria.filter { $0.gates(in: tier) }.map(\.id))
    return criteria.filter { gating.contains($0.criterion) && $0.score != nil }
      .min { ($0.score ?? 0) < ($1.score ?? 0) }
  }

  /// A named blocker that can be pointed at leaves at most this many points.
  static let blockerCap = 40.0

  private static func points(_ mean: Double, capped: Bool) -> Int {
    Int(min(mean, capped ? blockerCap : 100).rounded())
  }

  /// The weighted mean over the criteria that have a score; 0 when none has.
  private static func mean(_ scores: [Double?], _ weights: [Double]) -> Double {
    var sum = 0.0
    var weight = 0.0
    for case (let score?, let share) in zip(scores, weights) {
      sum += score * share
      weight += share
    }
    return weight > 0 ? sum / weight : 0
  }

  /// The highest mean that no or partly in place of the open questions could give. A criterion of
  /// which nothing was answered helps only a mean below its own half.
  private static func highestMean(
    _ tallies: [CriterionTally], _ kept: [Double], _ weights: [Double]
  ) -> Double {
    let answered = zip(tallies, kept).map { $0.answered > 0 ? $0.high * $1 : nil }
    let all = zip(tallies, kept).map { $0.answered + $0.open > 0 ? $0.high * $1 : nil }
    return max(mean(answered, weights), mean(all, weights))
  }

  /// Fewer than seven questions in ten judged (28 of 40), or fewer than half of a gating criterion.
  private func tooLittle(_ tallies: [CriterionTally]) -> Bool {
    let judged = tallies.reduce(0) { $0 + $1.judged }
    if judged * 10 < rubric.questions.count * 7 { return true }
    return zip(rubric.criteria, tallies).contains { criterion, tally in
      criterion.gates(in: tier) && tally.judged * 2 < criterion.questions.count
    }
  }

  private func penalty(_ criterion: Criterion, in review: Review) -> Double {
    guard review.reviewer.isRules else { return 0 }
    return RulePenalty.share(of: review.findings.filter { $0.criterion == criterion.id })
  }

  /// A blocker whose quote stands where it is said to stand; of a rule, a certain blocker.
  private func namesBlocker(_ review: Review) -> Bool {
    review.findings.contains { finding in
      guard finding.counts, finding.severity == .blocker, finding.criterion != nil else {
        return false
      }
      return review.reviewer.isRules
        ? finding.isCertainRule
        : finding.evidence == .verified || finding.evidence == .repository
    }
  }
}

extension Finding {
  /// Found by a rule that is right at least four times in five, or shown by the working tree.
  var isCertainRule: Bool {
    (rule != nil && (ruleClass == .a || ruleClass == .b)) || evidence == .repository
  }
}
