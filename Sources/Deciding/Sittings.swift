package import CheckModel

/// What counts when one reviewer has reviewed the same bytes more than once.
///
/// Reviews asked for in one run are a sitting, and its median review speaks for it: the one with the
/// middle points, the lower of two. All sittings count alike: scores and points are the means of their
/// speakers', every objection of a speaker stands, and the median speaker lends its answers. What the
/// others found besides is heard and weighs nothing.
package struct Sittings: Sendable {
  /// One review for each sitting, in their order.
  package let speakers: [Review]
  /// The reviews that do not speak.
  package let others: [Review]
  /// The speaker whose answers are shown.
  let face: Review
  /// The points of every review, by sitting, then rising.
  let points: [Int]

  private let scoring: SeatScoring

  /// Nil for a review that is the only one of its bytes.
  package init?(_ review: Review, rubric: Rubric, tier: RiskTier) {
    self.init(review, SeatScoring(rubric: rubric, tier: tier))
  }

  init?(_ review: Review, _ scoring: SeatScoring) {
    guard review.repeats.count > 1 else { return nil }
    var speakers: [Review] = []
    var others: [Review] = []
    var points: [Int] = []
    let numbers = Set(review.repeats.map(\.sitting)).sorted()
    for number in numbers {
      let rising = Self.rising(review.repeats.filter { $0.sitting == number }, scoring)
      let middle = (rising.count - 1) / 2
      speakers.append(rising[middle].review)
      others += rising.indices.filter { $0 != middle }.map { rising[$0].review }
      points += rising.map(\.confidence.points)
    }
    let ranked = Self.rising(speakers, scoring)
    face = ranked[(ranked.count - 1) / 2].review
    self.speakers = speakers
    self.others = others
    self.points = points
    self.scoring = scoring
  }

  /// The one review that stands for all, its findings still the median speaker's own.
  package var review: Review {
    var review = face
    review.startNow = speakers.compactMap(\.startNow).first { !$0.answer } ?? face.startNow
    review.quotes =
      speakers.map(\.quotes).max { $0.shareNotFound < $1.shareNotFound } ?? face.quotes
    // readings by several families are nobody's in particular
    if Set(speakers.map { $0.model.family?.lowercased() }).count > 1 { review.model.family = nil }
    review.model.claimedFamilies = Set(speakers.flatMap(\.model.claimedFamilies)).sorted()
    let all = speakers + others
    review.usage = all.compactMap(\.usage).reduce(nil) { sum, next in
      sum.map { $0 + next } ?? next
    }
    review.attempts = all.reduce(0) { $0 + $1.attempts }
    review.fromLedger = all.allSatisfy(\.fromLedger)
    return review
  }

  /// The means over the speakers, for a review that stands for all.
  func scored(_ review: Review, beside other: Review?) -> ScoredSeat {
    let each = speakers.map { scoring.scoreAlone($0, beside: other) }
    let criteria = scoring.rubric.criteria.indices.map { index in
      let scores = each.compactMap { $0.confidence.criteria[index].score }
      return CriterionScore(
        criterion: each[0].confidence.criteria[index].criterion,
        score: scores.isEmpty ? nil : Self.mean(scores),
        weight: each[0].confidence.criteria[index].weight)
    }
    let confidence = SeatConfidence(
      criteria: criteria, mean: Self.mean(each.map(\.confidence.mean)),
      points: Int(Self.mean(each.map { Double($0.confidence.points) }).rounded()),
      cappedByBlocker: each.contains { $0.confidence.cappedByBlocker },
      weakest: scoring.weakest(criteria),
      questionsJudged: each.map(\.confidence.questionsJudged).min() ?? 0,
      tooLittleJudged: each.contains { $0.confidence.tooLittleJudged }, repeats: points)
    let ranges = scoring.rubric.criteria.map { criterion in
      let ranges = each.compactMap { $0.ranges[criterion.id] }
      return (
        criterion.id, Self.mean(ranges.map(\.lowerBound))...Self.mean(ranges.map(\.upperBound))
      )
    }
    return ScoredSeat(
      review: review, confidence: confidence,
      lowest: Int(Self.mean(each.map { Double($0.lowest) }).rounded(.down)),
      highest: Int(Self.mean(each.map { Double($0.highest) }).rounded(.up)),
      ranges: Dictionary(ranges, uniquingKeysWith: { first, _ in first }),
      setAside: each.map(\.setAside).max() ?? 0)
  }

  /// By points; among equal ones the more critical first, and never by who came first.
  private static func rising(_ reviews: [Review], _ scoring: SeatScoring) -> [ScoredSeat] {
    reviews.map { scoring.scoreAlone($0, beside: nil) }.sorted { left, right in
      let (a, b) = (left.standing, right.standing)
      return a == b
        ? left.review.words.lexicographicallyPrecedes(right.review.words)
        : a.lexicographicallyPrecedes(b)
    }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
  }
}

extension ScoredSeat {
  fileprivate var standing: [Double] {
    let counted = review.findings.filter(\.counts)
    let objections = [Severity.blocker, .major, .minor].map { severity in
      -Double(counted.count { $0.severity == severity })
    }
    let start = review.startNow?.answer == true ? 1.0 : 0
    return [Double(confidence.points), confidence.mean, start] + objections
  }
}

extension Review {
  /// What it says, to tell two reviews with equal numbers apart.
  fileprivate var words: [String] {
    answers.flatMap { [$0.answer.rawValue, $0.reason, $0.quote ?? ""] }
      + findings.flatMap { [$0.problem, $0.fix, $0.quote ?? ""] }
      + [startNow?.reason ?? "", strongestObjection ?? ""] + questions
  }
}

extension QuoteCount {
  fileprivate var shareNotFound: Double { total == 0 ? 0 : Double(notFound) / Double(total) }
}

extension Usage {
  /// Both together; what neither tells stays unknown.
  fileprivate static func + (left: Usage, right: Usage) -> Usage {
    func sum<Number: AdditiveArithmetic>(_ part: KeyPath<Usage, Number?>) -> Number? {
      guard let first = left[keyPath: part] else { return right[keyPath: part] }
      return right[keyPath: part].map { first + $0 } ?? first
    }
    return Usage(
      inputTokens: sum(\.inputTokens), cachedInputTokens: sum(\.cachedInputTokens),
      outputTokens: sum(\.outputTokens), reasoningTokens: sum(\.reasoningTokens),
      costUSD: sum(\.costUSD))
  }
}
