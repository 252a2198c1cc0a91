import CheckModel

/// Turns a rule's hits into findings: one for each sentence, equal ones once, at most ten shown.
struct FindingAssembly {
  let reading: PlanReading

  /// More findings of one rule than this are summarised in the last one.
  static let mostPerRule = 10

  func findings(of rule: Rule) -> [Finding] {
    var seen: [String: Int] = [:]
    var findings: [Finding] = []
    var repeats: [Int] = []
    var covered: Span?
    let hits = rule.find(reading).sorted { ($0.span ?? .start) < ($1.span ?? .start) }
    for hit in hits {
      if let span = hit.span, let last = covered, last.contains(span) { continue }
      covered = hit.span
      let finding = make(hit, rule)
      let key = "\(finding.severity.rawValue)|\(finding.waiver == nil)|\(wording(of: hit))"
      if hit.span != nil, let index = seen[key] {
        repeats[index] += 1
        continue
      }
      seen[key] = findings.count
      findings.append(finding)
      repeats.append(0)
    }
    for index in findings.indices where repeats[index] > 0 {
      findings[index].problem +=
        " The same words stand in \(repeats[index]) more place\(repeats[index] == 1 ? "" : "s")."
    }
    return capped(findings)
  }

  /// The worst ten in plan order, the last of them saying how many more there are.
  private func capped(_ findings: [Finding]) -> [Finding] {
    let waived = findings.filter { $0.waiver != nil }
    let open = findings.filter { $0.waiver == nil }
    guard open.count > Self.mostPerRule else { return findings }
    var kept = Array(
      open.enumerated()
        .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
        .prefix(Self.mostPerRule)
        .sorted { $0.offset < $1.offset }
        .map(\.element))
    let more = open.count - kept.count
    kept[kept.count - 1].problem +=
      " \(more) more of this kind \(more == 1 ? "is" : "are") not listed."
    return kept + waived
  }

  private func wording(of hit: Hit) -> String {
    guard let span = hit.span else { return hit.problem }
    return hit.quote.map { $0 + hit.problem } ?? reading.plan.text(of: span)
  }

  private func make(_ hit: Hit, _ rule: Rule) -> Finding {
    let plan = reading.plan
    let section = hit.span.flatMap(reading.section(of:)).map { plan.sections[$0].id }
    var finding = Finding(
      title: rule.title, kind: rule.kind, severity: hit.severity ?? rule.severity,
      criterion: rule.criterion, rule: rule.id, ruleClass: rule.ruleClass, section: section,
      span: hit.span, quote: hit.quote ?? hit.span.map { Quote.of($0, in: plan) },
      evidence: hit.span == nil ? .absence : .verified, problem: hit.problem,
      consequence: rule.consequence, fix: rule.fix)
    finding.waiver = waiver(for: finding, rule)
    return finding
  }

  /// A suppression comment waives minor and info findings of rules that belong to a lens.
  private func waiver(for finding: Finding, _ rule: Rule) -> Waiver? {
    guard rule.family != .checks, finding.severity <= .minor, let span = finding.span else {
      return nil
    }
    let match = reading.suppressions.first {
      $0.fault == nil && $0.rule == rule.id && $0.covers?.contains(span) == true
    }
    return match.map { Waiver(by: "plan", reason: $0.reason) }
  }
}

extension Span {
  /// Sorts findings without a place first.
  fileprivate static let start = Span(file: 0, range: 0..<0)
}

/// The words of a plan that a finding or an answer points at.
enum Quote {
  /// At most 160 bytes, cut at the end of a word and of a line.
  static func of(_ span: Span, in plan: Plan) -> String {
    let source = plan.files[span.file].source
    let line = source.lineRange(source.line(at: span.range.lowerBound))
    var end = min(span.range.upperBound, max(line.upperBound, span.range.lowerBound))
    if end - span.range.lowerBound > 160 {
      end = span.range.lowerBound + 160
      while end > span.range.lowerBound, !source.bytes[end].isBlank { end -= 1 }
      if end == span.range.lowerBound {
        end += 160
        // never cut a character in two
        while end > span.range.lowerBound, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      }
    }
    return source.string(span.range.lowerBound..<end)
  }
}
