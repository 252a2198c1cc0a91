package import CheckModel

extension Reply {
  /// The reply held against the plan: every quote looked up, a yes without a literal quote lowered to
  /// partly, every gap a finding with its place.
  package func review(
    of plan: Plan, seat: Seat, lens: Lens, reviewer: ReviewerIdentity, model: ModelIdentity
  ) -> Review {
    let finder = QuoteFinder(plan: plan, shown: ShownPlan(plan))
    var quotes = QuoteCount()
    let answers = answers.map { $0.counted(in: plan, finder, &quotes) }
    let findings =
      gaps.map { $0.finding(in: plan, finder, &quotes) } + injections.map { $0.finding(in: plan) }
    return Review(
      seat: seat, lens: lens, reviewer: reviewer, model: model, answers: answers,
      findings: findings, startNow: StartNow(answer: startNow, reason: startReason),
      questions: questions, strongestObjection: strongestObjection, quotes: quotes)
  }
}

extension Reply.Answer {
  fileprivate func counted(
    in plan: Plan, _ finder: QuoteFinder, _ quotes: inout QuoteCount
  ) -> QuestionAnswer {
    let match = quotes.look(up: quote, at: lines, finder)
    let carried = match.map { $0.evidence != .notFound && $0.isSubstantial } ?? false
    return QuestionAnswer(
      question: question, answer: answer == .yes && !carried ? .partly : answer, reason: reason,
      span: match?.span ?? lines.map { plan.span(of: $0) }, quote: quote,
      evidence: match?.evidence)
  }
}

extension Reply.Gap {
  fileprivate func finding(
    in plan: Plan, _ finder: QuoteFinder, _ quotes: inout QuoteCount
  ) -> Finding {
    let match = quotes.look(up: quote, at: lines, finder)
    let span = match?.span ?? lines.map { plan.span(of: $0) }
    return Finding(
      title: Headline.of(problem), kind: kind, severity: severity, criterion: criterion,
      section: span.flatMap { plan.section(at: $0) }, span: span, quote: quote,
      evidence: match?.evidence ?? .absence, problem: problem, consequence: consequence, fix: fix)
  }
}

extension Reply.Injection {
  fileprivate func finding(in plan: Plan) -> Finding {
    let span = plan.span(of: lines)
    return Finding(
      title: "Text that speaks to the reviewer", kind: .injection, severity: .major,
      criterion: nil, section: plan.section(at: span), span: span,
      quote: Self.quote(span, in: plan),
      evidence: .verified, problem: reason,
      consequence: "Whoever reads the plan with a model may be steered by it.",
      fix: "Remove the text, or accept this finding if the plan is about such text.")
  }

  /// The most bytes that are quoted of suspected lines, which may be all of a plan.
  private static var quoteLimit: Int { 4_000 }

  private static func quote(_ span: Span, in plan: Plan) -> String {
    guard span.range.count > quoteLimit else { return plan.text(of: span) }
    let bytes = plan.files[span.file].source.bytes
    var end = span.range.lowerBound + quoteLimit
    // no character is cut in two
    while bytes[end] & 0xC0 == 0x80, end > span.range.lowerBound { end -= 1 }
    return plan.text(of: Span(file: span.file, range: span.range.lowerBound..<end)) + "…"
  }
}

extension QuoteCount {
  fileprivate mutating func look(
    up quote: String?, at lines: Reply.Lines?, _ finder: QuoteFinder
  ) -> QuoteFinder.Match? {
    guard let quote else { return nil }
    let match = finder.find(quote, at: lines)
    total += 1
    if match.evidence == .notFound { notFound += 1 }
    return match
  }
}

extension Plan {
  /// From the first byte of the first line to the last of the last, line end excluded.
  fileprivate func span(of lines: Reply.Lines) -> Span {
    let source = files[lines.file].source
    let start = source.lineRange(lines.range.lowerBound).lowerBound
    return Span(
      file: lines.file, range: start..<source.lineRange(lines.range.upperBound).upperBound)
  }

  /// The id of the innermost section that holds the start of the span.
  fileprivate func section(at span: Span) -> String? {
    sections.last {
      $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound)
    }?.id
  }
}

/// The first sentence of a problem, short enough for one line of a report.
enum Headline {
  static let limit = 100

  static func of(_ problem: String) -> String {
    var sentence = Substring(problem)
    while sentence.first?.isWhitespace == true { sentence = sentence.dropFirst() }
    sentence = sentence.prefix { !$0.isNewline }
    if let end = sentenceEnd(sentence) { sentence = sentence[..<end] }
    guard sentence.count > limit else { return String(sentence) }
    let cut = sentence.prefix(limit)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return words + "…"
  }

  /// A period, question or exclamation mark that white space follows, or the last period.
  private static func sentenceEnd(_ text: Substring) -> Substring.Index? {
    for index in text.indices {
      let after = text.index(after: index)
      let ends = after == text.endIndex || text[after].isWhitespace
      guard ends else { continue }
      if text[index] == "." { return index }
      if text[index] == "?" || text[index] == "!" { return after }
    }
    return nil
  }
}
