import CheckModel

/// Turns what a witness measured into the answer to its question.
enum WitnessAnswer {
  /// `not-judged` where no witness is called, or where it reads words and the plan is not in English.
  static func answer(_ question: Question, _ evidence: Evidence) -> QuestionAnswer {
    guard let witness = Witness.byQuestion[question.id] else {
      return QuestionAnswer(
        question: question.id, answer: .notJudged, reason: "Rules cannot judge this question.")
    }
    guard !witness.lexical || evidence.reading.isEnglish else {
      return QuestionAnswer(
        question: question.id, answer: .notJudged,
        reason: "This is judged by words, and the plan is not written in English.")
    }
    let measure = witness.measure(evidence)
    let answer = measure.answer(oftenNotApplicable: question.oftenNotApplicable)
    var result = QuestionAnswer(
      question: question.id, answer: answer, reason: sentence(measure.reason))
    if let place = measure.place, answer == .yes || answer == .partly {
      result.span = place
      result.quote = Quote.of(place, in: evidence.plan)
      result.evidence = .verified
    }
    return result
  }

  private static func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst() + "."
  }
}
