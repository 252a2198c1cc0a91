import CheckModel

/// A plan of headings and paragraphs: a line that starts with `#` opens a section, any other line is
/// a block of its own.
func plan(_ lines: String..., tier: RiskTier = .normal) -> Plan {
  let source = SourceText(lines.joined(separator: "\n") + "\n")
  var plan = Plan(
    path: "plan.md", title: "Plan", sha256: "", isFolder: false,
    files: [PlanFile(path: "plan.md", source: source, sha256: "")],
    risk: RiskAssessment(tier: tier, because: []))
  for line in 1...source.lineCount {
    let range = source.lineRange(line)
    guard !range.isEmpty else { continue }
    let span = Span(file: 0, range: range)
    let text = source.lineText(line)
    if text.hasPrefix("#") {
      plan.sections.append(
        Section(
          id: String(text.drop { $0 == "#" || $0 == " " }).lowercased(), title: text, level: 2,
          span: span, heading: plan.blocks.count, parent: nil))
    }
    plan.blocks.append(
      Block(
        kind: text.hasPrefix("#") ? .heading(level: 2, implied: false) : .paragraph, span: span,
        content: span, section: plan.sections.isEmpty ? nil : plan.sections.count - 1))
  }
  return plan
}

/// A plan of a small tool with three sections.
let search = plan(
  "# Goal",
  "The command `find-notes` prints every note that holds a word.",
  "# Tasks",
  "Build the index in `src/index.swift` from all notes. Keep it in memory.",
  "Print the matches, newest first.",
  "Add tests for the search.",
  "# Rollout",
  "Replace the old command and delete its cache.")

extension Plan {
  /// The place of a text that stands in the plan once.
  func span(of text: String) -> Span? {
    let bytes = files[0].source.bytes
    let wanted = Array(text.utf8)
    guard wanted.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where Array(bytes[start..<start + wanted.count]) == wanted {
      return Span(file: 0, range: start..<start + wanted.count)
    }
    return nil
  }
}

/// A finding about a quote of `search`, or about the whole.
func finding(
  _ problem: String, quote: String? = nil, severity: Severity = .major,
  criterion: String? = "coverage", rule: String? = nil, kind: Finding.Kind = .missing,
  fix: String = "", evidence: Finding.Evidence? = nil, waiver: Waiver? = nil, in plan: Plan = search
) -> Finding {
  Finding(
    title: problem, kind: kind, severity: severity, criterion: criterion, rule: rule,
    ruleClass: rule == nil ? nil : .a, span: quote.flatMap(plan.span), quote: quote,
    evidence: evidence ?? (quote == nil ? .absence : .verified), problem: problem, consequence: "",
    fix: fix, waiver: waiver)
}

/// A small generator (SplitMix64), so that every run tries the same cases.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
