internal import CheckModel

/// A seat with what the rest of the run says about it.
struct SeatEntry: Sendable {
  let seat: SeatResult
  let result: CheckResult

  var review: Review? { seat.outcome.review }

  var confidence: SeatConfidence? {
    seat.seat == .a ? result.confidence.a : result.confidence.b
  }

  enum Status: String, Sendable, CaseIterable { case ok, failed, skipped }

  var status: Status {
    switch seat.outcome {
    case .review: .ok
    case .failed: .failed
    case .skipped: .skipped
    }
  }

  var failure: ReviewFailure? {
    if case .failed(let failure) = seat.outcome { failure } else { nil }
  }

  /// The merged findings that this seat had a part in.
  var findings: [MergedFinding] {
    let finder: MergedFinding.Finder = seat.seat == .a ? .a : .b
    return result.merged.findings.filter { $0.foundBy.contains(finder) }
  }

  var criteria: [CriterionEntry] {
    guard let review else { return [] }
    let open = findings.filter { $0.finding.rule == nil }
    return result.rubric.criteria.map { criterion in
      let ids = open.filter { $0.finding.criterion == criterion.id }.map(\.id)
      return CriterionEntry(
        id: criterion.id,
        score: confidence?.criteria.first { $0.criterion == criterion.id },
        answers: criterion.questions.compactMap { question in
          review.answer(question.id).map {
            AnswerEntry(answer: $0, findings: $0.objects ? ids : [], plan: result.plan)
          }
        })
    }
  }
}

struct CriterionEntry: Sendable {
  let id: String
  let score: CriterionScore?
  let answers: [AnswerEntry]
}

struct AnswerEntry: Sendable {
  let answer: QuestionAnswer
  let findings: [String]
  let plan: Plan
}

extension QuestionAnswer {
  fileprivate var objects: Bool { answer == .no || answer == .partly }
}

extension Shape where Input == SeatEntry {
  static let review = Shape.object([
    Field("seat", "A plans, B executes, unless the lenses were exchanged.", .word) { $0.seat.seat },
    Field("reviewer", "As it was named.", .text) { $0.seat.reviewer.name },
    Field("kind", "What holds the seat.", .word) { $0.seat.reviewer.kind },
    Field("lens", "What it looks for first.", .word) { $0.seat.lens },
    Field("status", "Whether there is a valid review.", .word) { $0.status },
    Field("model", "Null for rules.", Shape<ModelIdentity>.model.orNull) {
      $0.seat.reviewer.isRules ? nil : $0.review?.model
    },
    Field("access", "What the reviewer could read.", .word) {
      $0.seat.reviewer.access
    },
    Field(
      "confidence", "Counted from the answers and findings; a rule score for rules.",
      Shape<Int>.points.orNull
    ) { $0.confidence?.points },
    Field("weakest", "The lowest gating criterion.", Shape<CriterionScore>.weakest.orNull) {
      $0.confidence?.weakest
    },
    Field(
      "startNow", "Would the executor be let start on exactly this text?",
      Shape<StartNow>.startNow.orNull
    ) { $0.review?.startNow },
    Field("criteria", "In the rubric's order.", Shape<CriterionEntry>.criterion.list) {
      $0.criteria
    },
    Field("questions", "For the plan's author.", Shape<String>.text.list) {
      $0.review?.questions ?? []
    },
    Field("strongestObjection", "In the reviewer's words.", Shape<String>.text.orNull) {
      $0.review?.strongestObjection
    },
    Field("findings", "Ids of the merged findings it had a part in.", Shape<String>.text.list) {
      $0.findings.map(\.id)
    },
    Field("questionsJudged", "Questions that count.", Shape<Int>.count.orNull) {
      $0.confidence?.questionsJudged
    },
    Field("usage", "What the provider counted.", Shape<Usage>.usage.orNull) {
      $0.review?.usage ?? $0.failure?.usage
    },
    Field("attempts", "How often it was asked.", Shape<Int>.count.orNull) {
      $0.review?.attempts ?? $0.failure?.attempts
    },
    Field("fromLedger", "A stored review was used again.", Shape<Bool>.boolean.orNull) {
      $0.review?.fromLedger
    },
    Field("spread", "Of repeated reviews, points.", Shape<Double>.number.orNull) {
      $0.confidence?.spread.map(Double.init)
    },
    Field("failure", "Why there is no valid review.", Shape<ReviewFailure>.failure.orNull) {
      $0.failure
    },
  ])
}

extension Shape where Input == ModelIdentity {
  static let model = Shape.object([
    Field("requested", "The model asked for.", Shape<String>.text.orNull) { $0.requested },
    Field("answered", "The model that says it answered.", Shape<String>.text.orNull) {
      $0.answered
    },
    Field("family", "Who made it.", Shape<String>.text.orNull) { $0.family },
    Field("familyBasis", "How the family is known.", Shape<ModelIdentity.FamilyBasis>.word.orNull) {
      $0.familyBasis
    },
  ])
}

extension Shape where Input == CriterionScore {
  static let weakest = Shape.object([
    Field("criterion", "Its id.", .text) { $0.criterion },
    Field("score", "Points of 100.", Shape<Double>.points.orNull) { $0.score },
  ])
}

extension Shape where Input == StartNow {
  static let startNow = Shape.object([
    Field("answer", "Yes or no.", .boolean) { $0.answer },
    Field("reason", "In one sentence.", .text) { $0.reason },
  ])
}

extension Shape where Input == CriterionEntry {
  static let criterion = Shape.object([
    Field("id", "The criterion's id.", .text) { $0.id },
    Field("score", "Null when nothing of it was judged.", Shape<Double>.points.orNull) {
      $0.score?.score
    },
    Field("weight", "As the lens weighs it; all together 100.", Shape<Double>.points.orNull) {
      $0.score?.weight
    },
    Field("answers", "To its questions.", Shape<AnswerEntry>.answer.list) { $0.answers },
  ])
}

extension Shape where Input == AnswerEntry {
  static let answer = Shape.object([
    Field("question", "The question's id.", .text) { $0.answer.question },
    Field("answer", "As it counts.", .word) { $0.answer.answer },
    Field("reason", "In one sentence.", .text) { $0.answer.reason },
    Field("lines", "First and last line of the evidence.", Shape<Int>.ordinal.list.orNull) {
      entry in
      entry.answer.span.map {
        let lines = entry.plan.lines(of: $0)
        return [lines.lowerBound, lines.upperBound]
      }
    },
    Field("quote", "What the plan says there.", Shape<String>.text.orNull) { $0.answer.quote },
    Field(
      "evidence", "Whether the quote stands in the plan.", Shape<Finding.Evidence>.word.orNull
    ) { $0.answer.evidence },
    Field(
      "findings", "Ids of this reviewer's findings in the same criterion, after a no or a partly.",
      Shape<String>.text.list
    ) { $0.findings },
  ])
}

extension Shape where Input == Usage {
  static let usage = Shape.object([
    Field("inputTokens", "All that was read.", Shape<Int>.count.orNull) { $0.inputTokens },
    Field("cachedInputTokens", "Of these, from a cache.", Shape<Int>.count.orNull) {
      $0.cachedInputTokens
    },
    Field("outputTokens", "All that was written.", Shape<Int>.count.orNull) { $0.outputTokens },
    Field("reasoningTokens", "Of these, hidden reasoning.", Shape<Int>.count.orNull) {
      $0.reasoningTokens
    },
    Field("costUSD", "By the known prices.", Shape<Double>.number.orNull) { $0.costUSD },
  ])
}

extension Shape where Input == ReviewFailure {
  static let failure = Shape.object([
    Field("class", "The kind of failure.", .word) { $0.failureClass },
    Field("message", "Where, what, and what to do.", .text) { $0.message },
    Field("retryable", "The same call may work later.", .boolean) { $0.retryable },
    Field("detail", "More lines.", Shape<String>.text.orNull) { $0.detail },
  ])
}
