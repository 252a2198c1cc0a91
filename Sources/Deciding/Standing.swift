import CheckModel

/// A run laid out for the verdict table: who answered, how many points, which findings count.
struct Standing: Sendable {
  let input: DecisionInput
  /// Both reviews; nil when a seat failed or was never asked.
  let pair: ReviewPair?
  let a: ScoredSeat?
  let b: ScoredSeat?
  let gap: ConfidenceGap?
  let confidence: Confidence
  let tally: Tally
  let policy: Policy

  var panel: Panel? { pair?.panel }

  /// The seats whose answers count.
  var counted: [(seat: Seat, scored: ScoredSeat)] {
    guard let panel else { return [] }
    return [(Seat.a, a), (Seat.b, b)].compactMap { seat, scored in
      scored.flatMap { panel.counts(seat) ? (seat, $0) : nil }
    }
  }

  /// Whether both confidences are a model's and too far from each other.
  var isFar: Bool { confidence.word == .farApart }

  init(_ input: DecisionInput) {
    self.input = input
    let pair = ReviewPair(input.a, input.b, rubric: input.rubric)
    self.pair = pair
    let scoring = SeatScoring(rubric: input.rubric, tier: input.tier)
    let first = ReviewPair.valid(input.a, input.rubric)
    let second = ReviewPair.valid(input.b, input.rubric)
    let a = first.map { scoring.score($0, beside: second) }
    let b = second.map { scoring.score($0, beside: first) }
    self.a = a
    self.b = b
    if let a, let b {
      gap = ConfidenceGap(rubric: input.rubric, tier: input.tier, a: a, b: b)
    } else {
      gap = nil
    }
    var policy = input.policy
    if pair?.panel == .rules { policy.go = min(100, policy.go + Self.rulesOnlySurcharge) }
    self.policy = policy
    // where nobody was asked only the checks confirm anything
    tally = Tally(
      input.merged, panel: input.recallsOnly ? nil : pair?.panel,
      allowSecrets: input.overridden(.allowSecrets))
    confidence = Self.confidence(input, panel: pair?.panel, a: a, b: b, gap: gap)
  }

  /// Points that two rule scores need on top, since rules see less than a reader does.
  static let rulesOnlySurcharge = 5.0

  /// What the two seats come to with these points each; the other panel's rules apply.
  static func combined(
    _ a: (points: Int, review: Review), _ b: (points: Int, review: Review), panel: Panel,
    writtenBy: String?
  ) -> Double {
    switch panel {
    case .oneModel(.a): return Double(a.points)
    case .oneModel(.b): return Double(b.points)
    case .models, .rules:
      var points = Combination.points(Double(a.points), Double(b.points))
      if a.review.isOfFamily(writtenBy) { points = min(points, Double(b.points)) }
      if b.review.isOfFamily(writtenBy) { points = min(points, Double(a.points)) }
      return points
    }
  }

  private static func confidence(
    _ input: DecisionInput, panel: Panel?, a: ScoredSeat?, b: ScoredSeat?, gap: ConfidenceGap?
  ) -> Confidence {
    let threshold = ConfidenceGap.threshold(
      farApart: input.policy.farApart, input.noise[.a] ?? ReviewerNoise(a?.confidence),
      input.noise[.b] ?? ReviewerNoise(b?.confidence))
    var confidence = Confidence(
      a: a?.confidence, b: b?.confidence, combined: nil, gap: nil, word: nil,
      threshold: threshold, profileDisagreement: gap?.profileDisagreement,
      byCriterion: gap?.byCriterion ?? [])
    guard let panel, let a, let b, let gap else { return confidence }
    confidence.combined = combined(
      (a.confidence.points, a.review), (b.confidence.points, b.review), panel: panel,
      writtenBy: input.writtenBy)
    if panel == .models {
      let distance = abs(a.confidence.points - b.confidence.points)
      confidence.gap = distance
      confidence.word = ConfidenceGap.word(distance, threshold: threshold)
    }
    let widest = Set(confidence.widest.map(\.criterion))
    for index in confidence.byCriterion.indices {
      let criterion = confidence.byCriterion[index].criterion
      if widest.contains(criterion) { confidence.byCriterion[index].why = gap.why(criterion) }
    }
    return confidence
  }
}

extension Review {
  /// Whether the model that answered belongs to a family, as far as both are known.
  func isOfFamily(_ family: String?) -> Bool {
    family.map(model.isOfFamily) ?? false
  }
}
