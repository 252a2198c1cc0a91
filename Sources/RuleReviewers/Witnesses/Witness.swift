import CheckModel

/// The positive evidence for one question of the rubric: which share of a plan's units has the wanted form.
///
/// Counting only faults would give a bare title a good score, so an answer comes from what is there. Whether
/// a question is judged depends on its witness and the plan's language, never on findings.
struct Witness: Sendable {
  /// `verification.2`.
  var question: String
  /// Reads words: not judged in a plan that is not English.
  var lexical: Bool
  var measure: @Sendable (Evidence) -> Measure

  init(
    _ question: String, lexical: Bool = false, measure: @escaping @Sendable (Evidence) -> Measure
  ) {
    self.question = question
    self.lexical = lexical
    self.measure = measure
  }
}

/// What a witness counted.
struct Measure: Sendable {
  /// How many units there are; a unit can be met in part.
  var units: Double
  var met: Double
  /// A clause for the answer's reason: `7 of 9 tasks name a file`.
  var reason: String
  /// The first place that has the wanted form.
  var place: Span?
  /// The plan has nothing the question could be about.
  var isEmpty = false

  init(_ met: Double, of units: Double, _ reason: String, at place: Span? = nil) {
    self.units = units
    self.met = met
    self.reason = reason
    self.place = place
  }

  static func share<Unit>(
    of units: [Unit], _ noun: String, _ verb: String, place: (Unit) -> Span?,
    where isMet: (Unit) -> Bool
  ) -> Measure {
    let met = units.filter(isMet)
    return Measure(
      Double(met.count), of: Double(units.count),
      "\(met.count) of \(units.count) \(noun) \(verb)", at: met.first.flatMap(place))
  }

  /// The plan has no such thing, and nothing says that it should.
  static func nothing(_ reason: String) -> Measure {
    var measure = Measure(0, of: 0, reason)
    measure.isEmpty = true
    return measure
  }

  /// At least four in five: yes; at least three in ten: partly (judging: rule reviewers answer by witnesses).
  func answer(oftenNotApplicable: Bool) -> QuestionAnswer.Answer {
    guard units > 0 else { return oftenNotApplicable ? .notApplicable : .no }
    let share = met / units
    return share >= 0.8 ? .yes : share >= 0.3 ? .partly : .no
  }
}
