/// The score of one criterion in one review.
package struct CriterionScore: Sendable, Hashable {
  package var criterion: String
  /// 0–100; nil when nothing of it was judged.
  package var score: Double?
  /// The lens-adjusted weight; over all criteria 100.
  package var weight: Double

  package init(criterion: String, score: Double?, weight: Double) {
    self.criterion = criterion
    self.score = score
    self.weight = weight
  }
}

/// One reviewer's confidence and how it came about.
package struct SeatConfidence: Sendable, Hashable {
  package var criteria: [CriterionScore]
  /// The weighted mean, 0–100, before the cap.
  package var mean: Double
  /// Rounded and capped at 40 by a named blocker whose quote stands in the plan.
  package var points: Int
  package var cappedByBlocker: Bool
  /// The gating criterion with the lowest score.
  package var weakest: CriterionScore?
  package var questionsJudged: Int
  /// Fewer than 28 of 40 judged, or fewer than 2 of 4 in a gating criterion.
  package var tooLittleJudged: Bool
  /// The points of every review when the same bytes were reviewed more than once, else empty.
  package var repeats: [Int]

  package init(
    criteria: [CriterionScore], mean: Double, points: Int, cappedByBlocker: Bool,
    weakest: CriterionScore?, questionsJudged: Int, tooLittleJudged: Bool, repeats: [Int] = []
  ) {
    self.criteria = criteria
    self.mean = mean
    self.points = points
    self.cappedByBlocker = cappedByBlocker
    self.weakest = weakest
    self.questionsJudged = questionsJudged
    self.tooLittleJudged = tooLittleJudged
    self.repeats = repeats
  }

  /// From the lowest to the highest of repeated reviews, points; nil without repeats.
  package var spread: Int? {
    guard let lowest = repeats.min(), let highest = repeats.max(), repeats.count > 1 else {
      return nil
    }
    return highest - lowest
  }
}

/// Both confidences side by side.
package struct Confidence: Sendable, Hashable {
  /// The gap in a word.
  package enum Word: String, Sendable, Codable, CaseIterable {
    case agree, differ
    case farApart = "far-apart"
  }

  /// How one criterion makes up the gap.
  package struct CriterionGap: Sendable, Hashable {
    package var criterion: String
    package var a: Double?
    package var b: Double?
    /// |a − b|; nil where one seat judged nothing of it.
    package var gap: Double?
    /// Which questions the seats answered differently, with both reasons; one sentence each. Filled
    /// for the three widest gaps.
    package var why: [String]

    package init(criterion: String, a: Double?, b: Double?, gap: Double?, why: [String]) {
      self.criterion = criterion
      self.a = a
      self.b = b
      self.gap = gap
      self.why = why
    }
  }

  package var a: SeatConfidence?
  package var b: SeatConfidence?
  /// Both together, 0–100; nil without two reviews. With rules on one seat: the model's own.
  package var combined: Double?
  /// |a − b|; nil where a seat is rules or missing.
  package var gap: Int?
  package var word: Word?
  /// The distance from which confidences are far apart.
  package var threshold: Double
  /// The mean distance over the criteria, weighted; 0–100.
  package var profileDisagreement: Double?
  package var byCriterion: [CriterionGap]

  package init(
    a: SeatConfidence?, b: SeatConfidence?, combined: Double?, gap: Int?, word: Word?,
    threshold: Double, profileDisagreement: Double?, byCriterion: [CriterionGap]
  ) {
    self.a = a
    self.b = b
    self.combined = combined
    self.gap = gap
    self.word = word
    self.threshold = threshold
    self.profileDisagreement = profileDisagreement
    self.byCriterion = byCriterion
  }

  /// The criteria on which the seats differ most, at most three, widest first.
  package var widest: [CriterionGap] {
    let ranked = byCriterion.enumerated().filter { ($0.element.gap ?? 0) > 0 }.sorted {
      ($1.element.gap ?? 0, $0.offset) < ($0.element.gap ?? 0, $1.offset)
    }
    return ranked.prefix(3).map(\.element)
  }
}

/// An estimate of the gaps that neither reviewer found; blind to what both are blind to.
package struct UnseenEstimate: Sendable, Hashable {
  /// Chapman's point estimate; nil together with the interval when it cannot be printed.
  package var estimate: Double?
  /// Quantiles 5 and 95 %.
  package var low: Int?
  package var high: Int?
  /// The level of the interval, 0.90.
  package var level: Double
  package var matched: Int?
  /// Why it is not printed, or how it is to be read.
  package var why: String

  package init(
    estimate: Double?, low: Int?, high: Int?, level: Double = 0.9, matched: Int?, why: String
  ) {
    self.estimate = estimate
    self.low = low
    self.high = high
    self.level = level
    self.matched = matched
    self.why = why
  }
}
