package import CheckModel

/// One finding a line, then one line with the verdict, for logs and for tools that know compilers.
///
/// `file:line:col: severity: message [rule-or-criterion] (A,B)`, and
/// `plan: verdict: OUTCOME [code]: reason (scores; counts)`.
package enum PlainReport {
  /// The report, ending with a line break.
  package static func render(_ results: [CheckResult]) -> String {
    results.map(\.withoutSecrets).flatMap(lines).map { $0 + "\n" }.joined()
  }

  private static func lines(of result: CheckResult) -> [String] {
    result.placedFindings.map { line(of: $0, in: result.plan) } + [verdict(of: result)]
  }

  private static func line(of placed: PlacedFinding, in plan: Plan) -> String {
    let merged = placed.merged
    let finding = placed.finding
    let location = placed.location
    let file = location?.file ?? plan.files.first?.path ?? plan.path
    let place =
      "\(Escaping.text.verbatim(file)):\(location?.startLine ?? 1):\(location?.startColumn ?? 1)"
    let finders = merged.foundBy.map(\.rawValue).joined(separator: ",")
    let setAside = merged.setAside.map { " not counted: \(Escaping.text.prose($0))" } ?? ""
    return "\(place): \(finding.severity.rawValue): \(Escaping.text.prose(finding.title))"
      + " [\(Escaping.text.prose(merged.label))] (\(finders))" + setAside
  }

  /// What a seat's number rests on, where that is not one review of this text.
  private static func asides(in result: CheckResult) -> String {
    result.seats.flatMap { seat in
      let isEarlier = seat.outcome.review?.isOfEarlierVersion == true
      let basis = [isEarlier ? "an earlier version" : nil, result.repeats(of: seat)]
      return basis.compactMap { $0.map { "\(seat.seat.rawValue) of \($0)" } }
    }.joined(separator: "; ")
  }

  private static func verdict(of result: CheckResult) -> String {
    let verdict = result.verdict
    let reason = verdict.reasons.first.map { ": \(Escaping.text.prose($0.message))" } ?? ""
    let tally = result.merged.findings.tally.joined(separator: ", ")
    let scores = result.scores.joined(separator: ", ")
    let notes = [
      // the reason of a run by rules alone may have said it already
      result.rulesOnlyNote.flatMap { reason.contains($0) ? nil : $0 } ?? "",
      scores.isEmpty || !verdict.rulesOnly ? scores : "rule scores \(scores)",
      asides(in: result),
      result.seats.compactMap { seat in
        seat.accessWords.map { "\(seat.seat.rawValue) \($0)" }
      }.joined(separator: ", "),
      tally.isEmpty ? "no findings" : tally,
    ].filter { !$0.isEmpty }.joined(separator: "; ")
    return "\(Escaping.text.verbatim(result.plan.path)): verdict: \(verdict.outcome.rawValue)"
      + " [\(verdict.code.rawValue)]\(reason)"
      + " (\(notes))"
  }
}
