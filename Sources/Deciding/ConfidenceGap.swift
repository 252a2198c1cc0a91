import CheckModel

/// How far a reviewer's points move between readings of the same text.
package struct ReviewerNoise: Sendable, Hashable {
  /// Several reviews of one text by one reviewer.
  package struct Repeats: Sendable, Hashable {
    package let count: Int
    /// The standard deviation of their points.
    package let deviation: Double

    package init(count: Int, deviation: Double) {
      self.count = count
      self.deviation = deviation
    }
  }

  /// The standard deviation, points.
  package let points: Double

  /// What a seat's own repeats in this run say.
  init(_ confidence: SeatConfidence?) {
    let repeats = (confidence?.repeats ?? []).map(Double.init)
    guard repeats.count > 1 else {
      self.init()
      return
    }
    let mean = repeats.reduce(0, +) / Double(repeats.count)
    let squares = repeats.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init([
      Repeats(count: repeats.count, deviation: (squares / Double(repeats.count - 1)).squareRoot())
    ])
  }

  /// Starts from 6 points, which weigh as much as five repeats, and moves with what was measured.
  package init(_ repeats: [Repeats] = []) {
    let priorWeight = 5.0
    let prior = 6.0
    var sum = priorWeight * prior * prior
    var weight = priorWeight
    for measured in repeats where measured.count > 1 {
      sum += Double(measured.count - 1) * measured.deviation * measured.deviation
      weight += Double(measured.count - 1)
    }
    points = (sum / weight).squareRoot()
  }
}

/// How two confidences differ, as a whole and criterion by criterion.
struct ConfidenceGap: Sendable {
  /// Below this many points two confidences agree.
  static let agreement = 8
  /// Points between two scores of a gating criterion that are a conflict.
  static let conflict = 50.0

  /// The whole number of points from which two confidences are far apart.
  static func threshold(farApart: Double, _ a: ReviewerNoise, _ b: ReviewerNoise) -> Double {
    let noise = (a.points * a.points + b.points * b.points).squareRoot()
    return max(farApart, 1.96 * noise).rounded(.up)
  }

  static func word(_ gap: Int, threshold: Double) -> Confidence.Word {
    if Double(gap) >= threshold { return .farApart }
    return gap < agreement ? .agree : .differ
  }

  let rubric: Rubric
  let tier: RiskTier
  let a: ScoredSeat
  let b: ScoredSeat

  /// The mean distance over the criteria that both judged, by the rubric's own weights.
  var profileDisagreement: Double? {
    let scoring = SeatScoring(rubric: rubric, tier: tier)
    var sum = 0.0
    var weight = 0.0
    for (criterion, gap) in zip(rubric.criteria, byCriterion) {
      guard let distance = gap.gap else { continue }
      sum += scoring.baseWeight(criterion) * distance
      weight += scoring.baseWeight(criterion)
    }
    return weight > 0 ? sum / weight : nil
  }

  /// Every criterion in the rubric's order, without its reasons.
  var byCriterion: [Confidence.CriterionGap] {
    zip(a.confidence.criteria, b.confidence.criteria).map { a, b in
      let distance = a.score.flatMap { first in b.score.map { abs(first - $0) } }
      return Confidence.CriterionGap(
        criterion: a.criterion, a: a.score, b: b.score, gap: distance, why: [])
    }
  }

  /// The gating criteria whose scores conflict.
  var conflicts: [String] {
    zip(rubric.criteria, byCriterion).filter { criterion, gap in
      criterion.gates(in: tier) && (gap.gap ?? 0) >= Self.conflict
    }.map(\.0.id)
  }

  /// The gating criteria that could conflict, had the answers that were set aside been given.
  var possibleConflicts: [String] {
    rubric.criteria.filter { $0.gates(in: tier) }.map(\.id).filter { id in
      guard let first = a.ranges[id], let second = b.ranges[id] else { return false }
      return Self.widest(first, second) >= Self.conflict
    }
  }

  /// The widest gap that could be, had the answers that were set aside been given.
  var possibleGap: Int {
    max(a.highest - b.lowest, b.highest - a.lowest)
  }

  private static func widest(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Double {
    max(a.upperBound - b.lowerBound, b.upperBound - a.lowerBound)
  }

  /// What each seat said to the questions of a criterion that they answered differently.
  func why(_ criterion: String) -> [String] {
    guard let questions = rubric.criterion(criterion)?.questions else { return [] }
    return questions.compactMap { question in
      guard let first = a.review.answer(question.id), let second = b.review.answer(question.id),
        first.answer != second.answer
      else { return nil }
      return "\(question.id): A says \(Self.said(first)); B says \(Self.said(second))."
    }
  }

  private static func said(_ answer: QuestionAnswer) -> String {
    var text = answer.answer.words
    let reason = answer.reason.trimmedSentence
    if !reason.isEmpty { text += ", “\(reason)”" }
    if let quote = answer.quote, answer.evidence != .notFound { text += ", quoting “\(quote)”" }
    return text
  }
}

extension QuestionAnswer.Answer {
  /// As one says it in a sentence.
  var words: String {
    switch self {
    case .yes: "yes"
    case .partly: "partly"
    case .no: "no"
    case .notApplicable: "not applicable"
    case .cannotTell: "cannot tell"
    case .notJudged: "nothing"
    }
  }
}

extension String {
  /// Without the white space around it and the full stop at its end.
  var trimmedSentence: String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace || last == "." { view.removeLast() }
    return String(view)
  }
}
