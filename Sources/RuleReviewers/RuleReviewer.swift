package import CheckModel
package import Reviewing

/// A reviewer made of rules: it answers by counting evidence and finds by rules, and never approves.
///
/// Its confidence is a rule score. That no rule objects says nothing about a plan's quality.
package struct RuleReviewer: Reviewer {
  package let lens: Lens
  private let catalogue: RuleCatalogue
  private let readings: RuleReadings

  /// - Parameter readings: shared with the other seat and the checks, so that a plan is read once.
  package init(
    lens: Lens, catalogue: RuleCatalogue = .standard, readings: RuleReadings = RuleReadings()
  ) {
    self.lens = lens
    self.catalogue = catalogue
    self.readings = readings
  }

  package var identity: ReviewerIdentity {
    ReviewerIdentity(name: "rules/\(lens.rawValue)", kind: .rules)
  }

  /// Never throws: every plan that parses can be judged. The request's lens is not looked at, a rule
  /// reviewer keeps its own.
  package func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    let reading = await readings.reading(of: request.plan)
    let evidence = Evidence(reading)
    let assembly = FindingAssembly(reading: reading)
    return Review(
      seat: request.seat, lens: lens, reviewer: identity,
      answers: request.rubric.questions.map { Self.answer($0, evidence) },
      findings: catalogue.rules(for: lens).flatMap(assembly.findings(of:)))
  }

  private static func answer(_ question: Question, _ evidence: Evidence) -> QuestionAnswer {
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
