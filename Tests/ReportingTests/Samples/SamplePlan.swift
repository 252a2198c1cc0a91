import CheckModel

/// A plan for the samples, laid out line by line: `#` headings are sections, `- [ ]` items are tasks, and
/// code spans with a slash are paths.
struct SamplePlan {
  private(set) var plan: Plan

  init(
    path: String, _ text: String, tier: RiskTier = .normal,
    because: [RiskAssessment.Trigger] = [], state: PlanState = .open
  ) {
    let source = SourceText(text)
    plan = Plan(
      path: path, title: "", sha256: Self.digest(1), isFolder: false,
      files: [PlanFile(path: path, source: source, sha256: Self.digest(1))], state: state,
      risk: RiskAssessment(tier: tier, because: because))
    for line in 1...source.lineCount { add(line, of: source) }
    plan.title = plan.sections.first?.title ?? path
  }

  /// A digest that looks like one.
  static func digest(_ digit: Int) -> String { String(repeating: String(digit % 10), count: 64) }

  /// The first place of these words.
  func span(of words: String) -> Span {
    let bytes = plan.files[0].source.bytes
    let wanted = Array(words.utf8)
    let start = (0...max(0, bytes.count - wanted.count)).first {
      bytes[$0...].starts(with: wanted)
    }
    guard let start else { return Span(file: 0, range: 0..<0) }
    return Span(file: 0, range: start..<start + wanted.count)
  }

  /// From the first place of some words to the end of the first place of others.
  func span(from first: String, to last: String) -> Span {
    Span(
      file: 0, range: span(of: first).range.lowerBound..<span(of: last).range.upperBound)
  }

  private mutating func add(_ line: Int, of source: SourceText) {
    let range = source.lineRange(line)
    let text = source.lineText(line)
    let span = Span(file: 0, range: range)
    if text.hasPrefix("#") {
      let level = text.prefix { $0 == "#" }.count
      let title = String(text.dropFirst(level + 1))
      let id = title.lowercased().split(separator: " ").joined(separator: "-")
      plan.sections.append(
        Section(
          id: id, title: title, level: level, span: span, heading: 0, parent: nil,
          roles: [WeightedRole(role: level == 1 ? .topic : .tasks, weight: 1)], language: "en"))
    }
    if let box = text.firstRange(of: "- [ ]") {
      plan.tasks.append(
        PlanTask(
          id: "\(plan.tasks.count + 1)", authorID: nil,
          title: String(text[box.upperBound...].dropFirst()),
          form: .checkbox, state: .open, span: span, titleSpan: span, block: 0,
          section: plan.sections.indices.last, references: []))
    }
    for word in text.split(separator: "`").enumerated() where word.offset % 2 == 1 {
      guard word.element.contains("/") else { continue }
      plan.references.append(
        Reference(
          kind: .path, text: String(word.element), span: span, action: .modify, state: .missing,
          suggestion: "Sources/Limits/TokenBucket.swift"))
      if !plan.tasks.isEmpty {
        plan.tasks[plan.tasks.count - 1].references.append(plan.references.count - 1)
      }
    }
  }
}
