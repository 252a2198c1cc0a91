import CheckModel

extension VerdictTable {
  /// `A 71, B 58`, of the seats that count.
  static func points(_ standing: Standing) -> String {
    standing.counted.map { "\($0.seat.rawValue) \($0.scored.confidence.points)" }
      .joined(separator: ", ")
  }

  /// At most five ids, then how many more.
  static func ids(_ findings: [MergedFinding]) -> String {
    let shown = findings.prefix(5).map(\.id).joined(separator: ", ")
    return findings.count > 5 ? "\(shown) and \(findings.count - 5) more" : shown
  }

  static func majorsFound(_ standing: Standing) -> String {
    let count = standing.tally.majors
    let named = ids(standing.tally.confirmedMajors)
    if standing.panel == .rules || standing.panel == nil {
      return "\(count) \(count == 1 ? "rule finds" : "rules find") majors (\(named))"
    }
    return "\(count) \(count == 1 ? "major is" : "majors are") confirmed (\(named))"
  }

  static func judgedByRules(_ standing: Standing) -> String {
    let judged = standing.counted.map(\.scored.confidence.questionsJudged).max() ?? 0
    return "rules only: \(judged) of \(standing.input.rubric.questions.count) questions judged"
  }
}

extension Double {
  /// Rounded to a whole number, as points are spoken of.
  var short: String { String(Int(rounded())) }
}
