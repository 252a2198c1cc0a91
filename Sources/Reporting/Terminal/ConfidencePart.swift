internal import CheckModel

/// The confidences as bars with their thresholds, and what each rests on.
struct ConfidencePart: Sendable {
  let result: CheckResult

  func draw(on page: inout Page) {
    let policy = result.policy
    let name: StyledText = result.onlyRulesSit ? "Rule score" : "Confidence"
    let scores = result.scores.joined(separator: " · ")
    page.title(
      scores.isEmpty ? name.inked(.strong) : name.inked(.strong) + "  \(scores, .strong)",
      note: "(needs \(whole(policy.go)) together, \(whole(policy.eachAtLeast)) each)")
    for seat in result.seats { draw(seat, on: &page) }
    if result.bothAreModels || result.onlyRulesSit, let combined = result.confidence.combined {
      let bar = Bar(points: whole(combined), needs: policy.go, noGo: policy.noGo)
      bar.draw("  together    ", on: &page)
    }
    if let note = result.rulesOnlyNote { page.line("  \(note, .faint)") }
    drawWeakest(on: &page)
    for seat in result.seats { drawStart(seat, on: &page) }
  }

  private func draw(_ seat: SeatResult, on page: inout Page) {
    let lens: StyledText = "\(seat.lens.rawValue)"
    let label: StyledText = "  \(seat.seat.rawValue, .strong) \(lens.padded(to: 8))  "
    switch seat.outcome {
    case .failed(let failure):
      page.paragraph(
        "\("no review", .bad) (\(failure.failureClass.rawValue)): \(failure.message)",
        label: label)
    case .skipped(let reason): page.paragraph("skipped: \(reason)", label: label)
    case .review:
      guard let confidence = result.confidence(of: seat.seat) else { return }
      // beside a model the rule score is only shown: it takes no part in the decision
      let counts = result.onlyRulesSit || !seat.reviewer.isRules
      let bar = Bar(
        points: confidence.points, needs: counts ? result.policy.eachAtLeast : nil,
        noGo: result.policy.noGo)
      bar.draw(label, on: &page)
      for note in notes(on: seat) {
        page.paragraph("\(note, .faint)", label: StyledText(" ", times: label.width))
      }
      if confidence.cappedByBlocker, whole(confidence.mean) != confidence.points {
        page.paragraph(
          "\("held at \(confidence.points) by a blocker, \(whole(confidence.mean)) without it", .faint)",
          label: StyledText(" ", times: label.width))
      }
    }
  }

  private func notes(on seat: SeatResult) -> [String] {
    var notes: [String] = []
    if seat.outcome.review?.isOfEarlierVersion == true {
      notes.append("of an earlier version of the plan, moved to this text")
    }
    if let repeats = result.repeats(of: seat) { notes.append(repeats) }
    return notes
  }

  /// The lowest gating criterion of each seat, with its question and line; said once where both agree.
  private func drawWeakest(on page: inout Page) {
    let places = result.seats.compactMap { seat in
      weakest(of: seat).map { (seat: seat.seat.rawValue, place: $0) }
    }
    guard let first = places.first else { return }
    let same = places.count == 2 && places[1].place == first.place
    let text =
      same ? first.place : places.map { "\($0.seat) \($0.place)" }.joined(separator: " · ")
    page.paragraph("\(text)", label: "  \("weakest", .faint)     ")
  }

  private func weakest(of seat: SeatResult) -> String? {
    guard let weakest = result.confidence(of: seat.seat)?.weakest, let score = weakest.score,
      score < 100
    else { return nil }
    var text = "\(weakest.criterion) \(whole(score))"
    if let answer = worstAnswer(of: weakest.criterion, in: seat.outcome.review) {
      text += ", question \(answer.question.split(separator: ".").last ?? "")"
      if let span = answer.span { text += ", line \(result.plan.lines(of: span).lowerBound)" }
    }
    return text
  }

  private func worstAnswer(of criterion: String, in review: Review?) -> QuestionAnswer? {
    let answers = (result.rubric.criterion(criterion)?.questions ?? []).compactMap {
      review?.answer($0.id)
    }
    return answers.first { $0.answer == .no } ?? answers.first { $0.answer == .partly }
  }

  private func drawStart(_ seat: SeatResult, on page: inout Page) {
    guard let start = seat.outcome.review?.startNow else { return }
    page.paragraph(
      "\(start.answer ? "yes" : "no", start.answer ? .good : .bad): \(start.reason)",
      label: "  \("start now?", .faint)  \(seat.seat.rawValue, .strong) ")
  }
}
