internal import CheckModel

/// The end of a terminal report: what a person has to decide, what was loosened, the verdict with its
/// reasons, and what to do now.
struct VerdictPart: Sendable {
  let result: CheckResult

  func draw(on page: inout Page) {
    let verdict = result.verdict
    for (index, decision) in verdict.decisions.enumerated() {
      page.gap()
      draw(decision, "Decision \(index + 1) of \(verdict.decisions.count)", on: &page)
    }
    page.title("\("Verdict", .strong)")
    let badge: StyledText = "\(" \(verdict.outcome.rawValue) ", .outcome(verdict.outcome)) "
    for (index, reason) in verdict.reasons.enumerated() {
      let label = index == 0 ? badge : StyledText(" ", times: badge.width)
      page.paragraph(
        "\(reason.message, index == 0 ? .strong : .plain) \("[\(reason.code)]", .faint)",
        label: label)
    }
    if verdict.reasons.isEmpty { page.line(badge + "\("[\(verdict.code.rawValue)]", .faint)") }
    for override in result.overrides { draw(override, on: &page) }
    for (index, action) in verdict.nextActions.enumerated() {
      page.paragraph("\(action)", label: index == 0 ? "  \("next", .strong)  " : "        ")
    }
  }

  private func draw(_ override: Override, on page: inout Page) {
    let by = override.by.map { " by \($0)" } ?? ""
    let place = override.terminal ? "" : " (not at a terminal)"
    page.paragraph(
      "\(override.what.rawValue, .doubtful)\(by): \(override.reason)\(place)",
      label: "  \("override", .doubtful)  ")
  }

  /// A card with one question, both sides, and what a mistake costs.
  private func draw(_ decision: Verdict.Decision, _ title: String, on page: inout Page) {
    let inner = page.width - 4
    let head: StyledText = "\("╭─", .doubtful) \(title, .strong) "
    page.line(
      head + StyledText("─", times: page.width - head.width - 1, .doubtful) + "\("╮", .doubtful)")
    var card = Page(width: inner)
    card.paragraph("\(decision.question, .strong)")
    card.gap()
    card.paragraph("\(decision.sideA)", label: "\("either", .strong)    ")
    card.paragraph("\(decision.sideB)", label: "\("or", .strong)        ")
    card.paragraph("\(decision.costIfWrong)", label: "\("if wrong", .faint)  ")
    if !decision.findings.isEmpty {
      card.paragraph(
        "\(decision.findings.joined(separator: ", "))", label: "\("see", .faint)       ")
    }
    for line in card.lines {
      page.line("\("│", .doubtful) \(line.padded(to: inner)) \("│", .doubtful)")
    }
    page.line(
      "\("╰", .doubtful)" + StyledText("─", times: page.width - 2, .doubtful) + "\("╯", .doubtful)")
  }
}
