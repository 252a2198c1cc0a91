import CheckModel

/// Turns a rule's hits into findings: one for each sentence, equal ones once, at most ten shown.
struct FindingAssembly {
  let reading: PlanReading
  /// What the plan's comments cover, by rule and in document order.
  private let covers: [String: [(span: Span, reason: String)]]

  /// More findings of one rule than this are summarized in the last one.
  static let mostPerRule = 10
  /// More hits of one rule than this are counted and not looked at.
  static let mostHits = 1_000

  init(reading: PlanReading) {
    self.reading = reading
    var covers: [String: [(span: Span, reason: String)]] = [:]
    for suppression in reading.suppressions where suppression.fault == nil {
      guard let span = suppression.covers else { continue }
      covers[suppression.rule, default: []].append((span, suppression.reason))
    }
    self.covers = covers
  }

  func findings(of rule: Rule) -> [Finding] {
    var seen: [String: Int] = [:]
    var findings: [Finding] = []
    var repeats: [Int] = []
    let (all, unseen) = made(by: rule)
    for finding in all {
      let words = finding.kind == .secret ? finding.problem : finding.quote ?? ""
      let key = "\(finding.severity.rawValue)|\(finding.waiver == nil)|\(words)"
      if finding.span != nil, let index = seen[key] {
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
    return capped(findings, unseen: unseen)
  }

  /// Every finding by itself, and how many hits there were beyond the limit.
  func made(by rule: Rule) -> (findings: [Finding], unseen: Int) {
    guard rule.setting != .off else { return ([], 0) }
    let hits = rule.find(reading).filter { !rule.lexical || reading.mayJudgeWords(at: $0.span) }
      .sorted { ($0.span ?? .start) < ($1.span ?? .start) }
    var findings: [Finding] = []
    var last: Span?
    for hit in hits.prefix(Self.mostHits) {
      if let span = hit.span, let last, last.contains(span) { continue }
      last = hit.span
      findings.append(make(hit, rule))
    }
    return (findings, max(0, hits.count - Self.mostHits))
  }

  /// The worst ten in plan order, the last of them saying how many more there are.
  private func capped(_ findings: [Finding], unseen: Int) -> [Finding] {
    let waived = findings.filter { $0.waiver != nil }
    let open = findings.filter { $0.waiver == nil }
    guard open.count > Self.mostPerRule else { return findings }
    var kept = Array(
      open.enumerated()
        .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
        .prefix(Self.mostPerRule)
        .sorted { $0.offset < $1.offset }
        .map(\.element))
    let more = open.count - kept.count + unseen
    kept[kept.count - 1].problem +=
      " \(more) more of this kind \(more == 1 ? "is" : "are") not listed."
    return kept + waived
  }

  private func make(_ hit: Hit, _ rule: Rule) -> Finding {
    let plan = reading.plan
    let section = hit.span.flatMap(reading.section(of:)).map { plan.sections[$0].id }
    var finding = Finding(
      title: hit.title ?? rule.title, kind: rule.kind,
      severity: rule.setting.applied(to: hit.severity ?? rule.severity, of: rule),
      criterion: rule.criterion, rule: rule.id, ruleClass: rule.ruleClass, section: section,
      span: hit.span, quote: hit.quote ?? hit.span.map { Quote.of($0, in: plan) },
      evidence: hit.isShownByTree ? .repository : hit.span == nil ? .absence : .verified,
      problem: hit.problem, consequence: rule.consequence, fix: hit.fix ?? rule.fix)
    finding.waiver = waiver(for: finding, rule)
    return finding
  }

  /// A suppression comment waives minor and info findings of rules that belong to a lens.
  private func waiver(for finding: Finding, _ rule: Rule) -> Waiver? {
    guard rule.family != .checks, finding.severity <= .minor, let span = finding.span,
      let covers = covers[rule.id]
    else { return nil }
    var low = 0
    var high = covers.count
    while low < high {
      let middle = (low + high) / 2
      let start = covers[middle].span
      if (start.file, start.range.lowerBound) <= (span.file, span.range.lowerBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, covers[low - 1].span.contains(span) else { return nil }
    return Waiver(by: "plan", reason: covers[low - 1].reason)
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
