internal import CheckModel

/// The findings in the form that compilers use, most severe and most agreed first.
struct FindingsPart: Sendable {
  let result: CheckResult

  /// Findings below major that are shown; majors and blockers always all are.
  private static let lesserShown = 8

  func draw(on page: inout Page) {
    let findings = result.merged.findings
    let open = result.placedFindings.filter { $0.merged.setAside == nil }
    page.title(
      "\("Findings", .strong)",
      note: "\(open.isEmpty ? "none" : findings.tally.joined(separator: " · "))")
    if open.isEmpty { page.line("  \(nothingFound, .faint)") }

    let severe = open.filter { $0.finding.severity >= .major }
    let lesser = open.filter { $0.finding.severity < .major }
    let shown = severe + lesser.prefix(Self.lesserShown)
    let digits = String(shown.compactMap { $0.location?.startLine }.max() ?? 1).count
    for group in FindingGroup.groups(of: shown) {
      page.gap()
      draw(group, digits: digits, on: &page)
    }
    let more = lesser.count - Self.lesserShown
    if more > 0 {
      page.gap()
      page.line("  \("… and \(more) more (use --format plain to list all)", .faint)")
    }
    drawSetAside(findings.filter { $0.setAside != nil }, on: &page)
    drawUnseen(on: &page)
  }

  private var nothingFound: String {
    result.onlyRulesSit ? "No rule objects, which is no approval." : "No gap was named."
  }

  private func draw(_ group: FindingGroup, digits: Int, on page: inout Page) {
    let finding = group.finding
    let ink = Ink.severity(finding.severity)
    let label: StyledText = "\(finding.severity.rawValue, ink)\("[\(group.label)]", ink)"
    page.paragraph(
      "\(finding.title, finding.severity >= .major ? .strong : .plain)",
      label: label.truncated(to: page.width / 2) + ": ")
    let mark: StyledText = StyledText(" ", times: digits + 1) + "\("=", .faint) "
    for placed in group.findings { draw(placed, ink, digits: digits, mark: mark, on: &page) }
    // the title of a model's finding is the first sentence of its problem
    let problem =
      finding.problem.hasPrefix(finding.title + ".")
      ? String(finding.problem.dropFirst(finding.title.count + 1)) : finding.problem
    let why = [problem, finding.consequence].filter { !$0.isEmpty }.joined(separator: " ")
    if !why.isEmpty { page.paragraph("\(why)", label: mark) }
    if !finding.fix.isEmpty { page.paragraph("\("fix:", .strong) \(finding.fix)", label: mark) }
  }

  private func draw(
    _ placed: PlacedFinding, _ ink: Ink, digits: Int, mark: StyledText, on page: inout Page
  ) {
    let origin: StyledText =
      "\("\(placed.merged.id), found by \(found(placed.merged))", .faint)"
    if let span = placed.finding.span, let location = placed.location {
      page.excerpt(
        span, at: location, of: result.plan, digits: digits, note: origin, marks: ink)
    } else {
      page.paragraph(origin, label: mark)
    }
  }

  private func found(_ merged: MergedFinding) -> String {
    let names = merged.foundBy.map { $0 == .checks ? "the checks" : $0.rawValue }
    let list =
      names.count > 1
      ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
    let related =
      merged.related.isEmpty ? "" : "; see also \(merged.related.joined(separator: ", "))"
    return list + (merged.agreement == .disputed ? ", disputed" : "") + related
  }

  private func drawSetAside(_ findings: [MergedFinding], on page: inout Page) {
    guard !findings.isEmpty else { return }
    page.title("\("Not counted", .strong)")
    for merged in findings {
      page.paragraph(
        "\(merged.finding.title): \(merged.setAside ?? "", .faint)",
        label: "  \(merged.id) \(merged.finding.severity.rawValue)[\(merged.label)]: ")
    }
  }

  /// The estimate of gaps that neither reviewer named, or why there is none.
  private func drawUnseen(on page: inout Page) {
    guard result.bothAreModels else { return }
    page.gap()
    page.paragraph("\(result.unseen.why, result.unseen.estimate == nil ? .faint : .plain)")
  }
}
