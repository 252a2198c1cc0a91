internal import CheckModel
internal import TextUnits

/// The distance between the two seats and the three criteria that make it up, with both sides' reasons.
struct GapPart: Sendable {
  let result: CheckResult

  private static let criteriaShown = 3
  private static let questionsShown = 2

  func draw(on page: inout Page) {
    let widest = result.confidence.byCriterion
      .filter { ($0.gap ?? 0) >= 0.5 }
      .sorted { ($0.gap ?? 0) > ($1.gap ?? 0) }
      .prefix(Self.criteriaShown)
    if let gap = result.confidence.gap, let word = result.confidence.word {
      page.title(
        "\("Gap \(gap): \(spoken(word))", word == .farApart ? .doubtful : .strong)",
        note: "(\(whole(result.confidence.threshold)) and more is far apart)")
    } else if let first = widest.first?.gap, first >= leastShown {
      page.title("\("Where the scores differ", .strong)")
    } else {
      return
    }
    for criterion in widest {
      let before = page.lines.count
      draw(criterion, on: &page)
      if page.lines.count > before + 1 { page.gap() }
    }
  }

  /// Two rule seats give the same answers and differ a little by their own findings: nothing to show.
  private var leastShown: Double { result.onlyRulesSit ? 15 : 1 }

  private func spoken(_ word: Confidence.Word) -> String {
    word == .farApart ? "far apart" : word.rawValue
  }

  private func draw(_ gap: Confidence.CriterionGap, on page: inout Page) {
    let a = gap.a.map { "A \(whole($0))" } ?? "A –"
    let b = gap.b.map { "B \(whole($0))" } ?? "B –"
    page.line("  \(gap.criterion, .strong)  \(a) · \(b)")
    let questions = differing(in: gap.criterion).prefix(Self.questionsShown)
    if questions.isEmpty {
      for why in gap.why { page.paragraph("\(why)", label: "    ") }
    }
    for question in questions {
      page.paragraph("\(question.text)", label: "    ")
      for seat in result.seats {
        guard let answer = seat.outcome.review?.answer(question.id) else { continue }
        let word: StyledText = "\(spoken(answer.answer), ink(of: answer.answer))"
        page.paragraph(
          "\(answer.reason)\(evidence(of: answer))",
          label: "      \(seat.seat.rawValue, .strong) \(word.padded(to: 8))")
      }
    }
  }

  /// The questions that both answered and not alike, the most different first.
  private func differing(in criterion: String) -> [Question] {
    let reviews = result.seats.compactMap(\.outcome.review)
    guard reviews.count == 2, let criterion = result.rubric.criterion(criterion) else { return [] }
    let distances = criterion.questions.map { question -> (Question, Int) in
      let values = reviews.map { value(of: $0.answer(question.id)?.answer) }
      return (question, abs(values[0] - values[1]))
    }
    return distances.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// Twice what the answer counts; an answer that does not count lies between.
  private func value(of answer: QuestionAnswer.Answer?) -> Int {
    switch answer {
    case .yes: 4
    case .partly: 2
    case .no: 0
    default: 3
    }
  }

  private func spoken(_ answer: QuestionAnswer.Answer) -> String {
    switch answer {
    case .notApplicable: "n/a"
    case .cannotTell: "unclear"
    case .notJudged: "unjudged"
    default: answer.rawValue
    }
  }

  private func ink(of answer: QuestionAnswer.Answer) -> Ink {
    switch answer {
    case .yes: .good
    case .no: .bad
    case .partly: .doubtful
    default: .faint
    }
  }

  private func evidence(of answer: QuestionAnswer) -> StyledText {
    guard let span = answer.span else { return "" }
    let line = result.plan.lines(of: span).lowerBound
    guard let quote = answer.quote else { return " \("(line \(line))", .faint)" }
    let shown = TerminalWidth.truncated(Escaping.text.prose(quote), to: 60)
    return " \("(line \(line): “\(shown)”)", .faint)"
  }
}
