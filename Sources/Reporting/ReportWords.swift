internal import CheckModel

/// What every format says in the same words.
extension CheckResult {
  /// Built-in rules hold both seats.
  var onlyRulesSit: Bool { seats.allSatisfy { $0.reviewer.isRules } }

  /// Both seats gave a review and neither is rules.
  var bothAreModels: Bool {
    seats.count == 2 && seats.allSatisfy { !$0.reviewer.isRules && $0.outcome.review != nil }
  }

  func confidence(of seat: Seat) -> SeatConfidence? { seat == .a ? confidence.a : confidence.b }

  /// `rules only: 24 of 40 questions judged`; nil where a seat is a model's.
  var rulesOnlyNote: String? {
    guard verdict.rulesOnly else { return nil }
    let judged = [confidence.a, confidence.b].compactMap { $0?.questionsJudged }
    return "rules only: \(judged.max() ?? 0) of \(rubric.questions.count) questions judged"
  }

  /// `3 reviews: 60, 71, 80`, their points; nil for a seat with one review of this text.
  func repeats(of seat: SeatResult) -> String? {
    guard let points = confidence(of: seat.seat)?.repeats, points.count > 1 else { return nil }
    return "\(points.count) reviews: \(points.map(String.init).joined(separator: ", "))"
  }

  /// `A 71`, `B 58`; a seat without a number left out; a rule score is called one.
  var scores: [String] {
    return seats.compactMap { seat in
      confidence(of: seat.seat).map {
        let name =
          !onlyRulesSit && seat.reviewer.isRules
          ? "rule score \(seat.seat.rawValue)" : seat.seat.rawValue
        return "\(name) \($0.points)"
      }
    }
  }
}

extension SeatResult {
  /// What the seat was given to see, in words; nil for rules, for answer files, whose writer nobody knows, and where nobody
  /// was asked.
  var accessWords: String? {
    if [.rules, .answer].contains(reviewer.kind) { return nil }
    if case .skipped = outcome { return nil }
    return reviewer.access == .repository ? "may read the repository" : "given the plan only"
  }
}

extension MergedFinding {
  /// The rule, else the criterion, else the kind: what stands in brackets.
  var label: String { finding.rule ?? finding.criterion ?? finding.kind.rawValue }

  /// Why it does not count; nil where it does.
  var setAside: String? {
    if status == .waived || finding.waiver != nil {
      let waiver = finding.waiver
      let by = waiver.map { " by \($0.by)" } ?? ""
      let reason = waiver?.reason ?? statusReason ?? ""
      return "waived\(by)" + (reason.isEmpty ? "" : ": \(reason)")
    }
    if status != .open {
      return status.rawValue + (statusReason.map { ": \($0)" } ?? "")
    }
    return finding.evidence == .notFound ? "its quote is nowhere in the plan" : nil
  }
}

extension Severity {
  /// `1 major`, `2 majors`.
  func counted(_ count: Int) -> String {
    switch self {
    case .info: "\(count) info"
    default: "\(count) \(rawValue)\(count == 1 ? "" : "s")"
    }
  }
}

extension [MergedFinding] {
  /// `1 blocker`, `2 majors` of those that count.
  var tally: [String] {
    let counting = filter { $0.setAside == nil }
    return Severity.allCases.reversed().compactMap { severity in
      let count = counting.count { $0.finding.severity == severity }
      return count == 0 ? nil : severity.counted(count)
    }
  }
}

/// The nearest whole number of a score, as a text shows it.
func whole(_ points: Double) -> Int {
  Int(exactly: points.rounded()) ?? 0
}
