import CheckModel

/// Two valid reviews: what a GO cannot do without.
///
/// A review is valid when its seat did not fail and it answers every question of the rubric exactly
/// once. There is no other way to make a pair than from two such seats.
struct ReviewPair: Sendable {
  let a: Review
  let b: Review

  /// Nil unless both seats hold a valid review.
  init?(_ a: SeatResult, _ b: SeatResult, rubric: Rubric) {
    guard let first = Self.valid(a, rubric), let second = Self.valid(b, rubric) else { return nil }
    self.a = first
    self.b = second
  }

  static func valid(_ seat: SeatResult, _ rubric: Rubric) -> Review? {
    guard let review = seat.outcome.review else { return nil }
    let asked = rubric.questions.map(\.id)
    let answered = review.answers.map(\.question)
    guard answered.count == asked.count, Set(answered) == Set(asked) else { return nil }
    return review
  }

  /// Who sits on the two seats.
  var panel: Panel {
    switch (a.reviewer.isRules, b.reviewer.isRules) {
    case (false, false): .models
    case (true, true): .rules
    case (true, false): .oneModel(.b)
    case (false, true): .oneModel(.a)
    }
  }
}

/// Who sits on the two seats.
enum Panel: Sendable, Hashable {
  /// Models, agents, programs or answer files on both.
  case models
  /// One of them, and rules on the other seat.
  case oneModel(Seat)
  case rules

  /// Whether the seat's answers count in the verdict.
  func counts(_ seat: Seat) -> Bool {
    switch self {
    case .models, .rules: true
    case .oneModel(let model): model == seat
    }
  }
}
