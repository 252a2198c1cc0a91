internal import CheckModel

/// The findings in the form that compilers use, most severe and most agreed first.
struct FindingsPart: Sendable {
  let result: CheckResult

  /// Findings below major that are shown; majors and blockers always all are.
  private static let lesserShown = 8
  private static let noesShown = 6

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
    let digits = digits(of: shown)
    for finding in shown {
      page.gap()
      draw(finding, digits: digits, on: &page)
    }
    let more = lesser.count - Self.lesserShown
    if more > 0 {
      page.gap()
      page.line("  \("… and \(more) more (use --format plain to list all)", .faint)")
    }
    drawSetAside(findings.filter { $0.setAside != nil }, on: &page)
    drawUnseen(on: &page)
    drawNoes(on: &page)
  }

  private var nothingFound: String {
    result.onlyRulesSit ? "No rule objects, which is no approval." : "No gap was named."
  }

  private func draw(_ placed: PlacedFinding, digits: Int, on page: inout Page) {
    let merged = placed.merged
    let finding = placed.finding
    let ink = Ink.severity(finding.severity)
    let label: StyledText = "\(finding.severity.rawValue, ink)\("[\(merged.label)]", ink)"
    page.paragraph(
      "\(finding.title, finding.severity >= .major ? .strong : .plain)",
      label: label.truncated(to: page.width / 2) + ": ")
    let origin: StyledText = "\("\(merged.id), found by \(found(merged))", .faint)"
    let mark: StyledText = StyledText(" ", times: digits + 1) + "\("=", .place) "
    if let span = finding.span, let location = placed.location {
      page.excerpt(
        span, at: location, of: result.plan, digits: digits, note: origin, marks: ink)
    } else {
      page.paragraph(origin, label: mark)
    }
    let why = [finding.problem, finding.consequence].filter { !$0.isEmpty }.joined(separator: " ")
    if !why.isEmpty { page.paragraph("\(why)", label: mark) }
    if !finding.fix.isEmpty {
      page.paragraph("\("fix:", .strong) \(finding.fix)", label: mark)
    }
  }

  /// The digits of the last line that a gutter shows, so that all gutters are alike.
  private func digits(of findings: [PlacedFinding]) -> Int {
    String(findings.compactMap { $0.location?.startLine }.max() ?? 1).count
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

  /// Answers of `no` in a criterion in which the reviewer named no gap.
  private func drawNoes(on page: inout Page) {
    let noes = result.rubric.questions.compactMap { question -> (Question, [SeatResult], String)? in
      let seats = result.seats.filter { seat in
        seat.outcome.review?.answer(question.id)?.answer == .no
          && !hasFinding(seat.seat, in: question.criterion)
      }
      guard let reason = seats.first?.outcome.review?.answer(question.id)?.reason else {
        return nil
      }
      return (question, seats, reason)
    }
    guard !noes.isEmpty else { return }
    page.title("\("Answered no, without a finding", .strong)")
    for (question, seats, reason) in noes.prefix(Self.noesShown) {
      let names = seats.map(\.seat.rawValue).joined(separator: ", ")
      page.paragraph("\(reason) \("(\(names))", .faint)", label: "  \(question.id): ")
    }
    let more = noes.count - Self.noesShown
    if more > 0 { page.line("  \("… and \(more) more (use --format json to list all)", .faint)") }
  }

  private func hasFinding(_ seat: Seat, in criterion: String) -> Bool {
    let finder: MergedFinding.Finder = seat == .a ? .a : .b
    return result.merged.findings.contains {
      $0.setAside == nil && $0.foundBy.contains(finder) && $0.finding.criterion == criterion
    }
  }
}
