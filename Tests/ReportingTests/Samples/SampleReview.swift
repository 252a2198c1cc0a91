import CheckModel

/// Seats, reviews and confidences for the samples.
enum SampleReview {
  /// Answers to all questions: `yes` unless said otherwise.
  static func answers(
    _ differing: [String: (QuestionAnswer.Answer, String)], otherwise: QuestionAnswer.Answer = .yes
  ) -> [QuestionAnswer] {
    SampleRubric.rubric.questions.map { question in
      let (answer, reason) = differing[question.id] ?? (otherwise, "The plan says so.")
      return QuestionAnswer(question: question.id, answer: answer, reason: reason)
    }
  }

  static func seat(
    _ seat: Seat, _ reviewer: ReviewerIdentity, model: ModelIdentity = ModelIdentity(),
    answers: [QuestionAnswer], findings: [Finding] = [], startNow: StartNow? = nil
  ) -> SeatResult {
    SeatResult(
      seat: seat, lens: seat.usualLens, reviewer: reviewer,
      outcome: .review(
        Review(
          seat: seat, lens: seat.usualLens, reviewer: reviewer, model: model, answers: answers,
          findings: findings, startNow: startNow)),
      milliseconds: 1.25)
  }

  static func rules(_ seat: Seat) -> ReviewerIdentity {
    ReviewerIdentity(name: "rules/\(seat.usualLens.rawValue)", kind: .rules)
  }

  static func answerFile(_ seat: Seat) -> ReviewerIdentity {
    ReviewerIdentity(name: "answer:\(seat == .a ? "critic" : "builder").json", kind: .answer)
  }

  static func confidence(_ points: Int, _ scores: [String: Double], judged: Int = 40)
    -> SeatConfidence
  {
    let criteria = SampleRubric.rubric.criteria.map {
      CriterionScore(criterion: $0.id, score: scores[$0.id] ?? 100, weight: $0.weight)
    }
    let gating = criteria.filter { score in
      SampleRubric.rubric.criterion(score.criterion)?.gate == .always
    }
    return SeatConfidence(
      criteria: criteria, mean: Double(points) + 0.25, points: points, cappedByBlocker: false,
      weakest: gating.min { ($0.score ?? 100) < ($1.score ?? 100) }, questionsJudged: judged,
      tooLittleJudged: false)
  }

  /// The gaps between two lists of scores, the widest first.
  static func gaps(
    _ a: [String: Double], _ b: [String: Double], why: [String: [String]] = [:]
  ) -> [Confidence.CriterionGap] {
    SampleRubric.rubric.criteria.map { criterion in
      let left = a[criterion.id] ?? 100
      let right = b[criterion.id] ?? 100
      return Confidence.CriterionGap(
        criterion: criterion.id, a: left, b: right, gap: abs(left - right),
        why: why[criterion.id] ?? [])
    }
  }
}

/// A merged finding with what the samples vary.
func merged(
  _ id: Int, _ severity: Severity, _ title: String, in plan: SamplePlan, at words: String? = nil,
  span: Span? = nil, criterion: String? = nil, rule: String? = nil,
  kind: Finding.Kind = .missing, by finders: [MergedFinding.Finder] = [.a],
  evidence: Finding.Evidence? = nil, problem: String = "", consequence: String = "",
  fix: String = "", status: MergedFinding.Status = .open, reason: String? = nil,
  related: [String] = []
) -> MergedFinding {
  let place = span ?? words.map { plan.span(of: $0) }
  let both = finders.contains(.a) && finders.contains(.b)
  return MergedFinding(
    id: "F\(id)", fingerprint: "f\(id)",
    finding: Finding(
      title: title, kind: kind, severity: severity, criterion: criterion, rule: rule,
      ruleClass: rule == nil ? nil : .a, span: place, quote: words,
      evidence: evidence ?? (place == nil ? .absence : .verified), problem: problem,
      consequence: consequence,
      fix: fix, waiver: status == .waived ? Waiver(by: "plan", reason: reason ?? "") : nil),
    foundBy: finders, agreement: both ? .both : .single, status: status,
    statusReason: status == .waived ? reason.map { "plan: \($0)" } : reason,
    members: [], related: related)
}
