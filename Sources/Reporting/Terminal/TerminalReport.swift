package import CheckModel

/// The report that a person reads at a terminal.
package enum TerminalReport {
  /// The report, ending with a line break.
  ///
  /// `width` is in cells (at least 40 are used); with `color` the sixteen basic colors, bold and dim are
  /// used (SGR, ECMA-48). Several plans stand one below the other with a line of counts at the end.
  package static func render(_ results: [CheckResult], width: Int, color: Bool) -> String {
    var page = Page(width: width)
    for (index, result) in results.map(\.withoutSecrets).enumerated() {
      if index > 0 {
        page.gap()
        page.line(StyledText("━", times: page.width, .faint))
        page.line()
      }
      HeaderPart(result: result).draw(on: &page)
      ConfidencePart(result: result).draw(on: &page)
      GapPart(result: result).draw(on: &page)
      FindingsPart(result: result).draw(on: &page)
      NoesPart(result: result).draw(on: &page)
      VerdictPart(result: result).draw(on: &page)
    }
    if results.count > 1 { drawTotals(results, on: &page) }
    return page.rendered(color: color)
  }

  private static func drawTotals(_ results: [CheckResult], on page: inout Page) {
    let counts = Verdict.Outcome.allCases.compactMap { outcome -> String? in
      let count = results.count { $0.verdict.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    page.gap()
    page.line(StyledText("━", times: page.width, .faint))
    page.line("\("\(results.count) plans", .strong): \(counts.joined(separator: " · "))")
  }
}
