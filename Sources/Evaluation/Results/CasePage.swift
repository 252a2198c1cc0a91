import CheckModel

extension JudgedCase {
  /// The findings of one plan with the gaps that they hit, and the gaps with what hit them.
  package var tables: [ResultTable] { [summary, findingTable, gapTable] }

  private var summary: ResultTable {
    ResultTable(
      name: "case", title: subject.name, note: "The label, and what the gate says.",
      columns: ["label", "outcome", "code", "A", "B", "words"],
      rows: [
        [subject.labels.verdict.rawValue, outcome.rawValue, code.rawValue]
          + points.map { $0.map { "\($0)" } ?? "" } + ["\(words)"]
      ])
  }

  private var findingTable: ResultTable {
    ResultTable(
      name: "findings", title: "Findings",
      note: "`hits` is empty for a finding that no label asks for.",
      columns: ["lines", "severity", "rule", "hits", "problem"],
      rows: findings.map { found in
        [
          found.finding.span.map { subject.lines($0) } ?? "", found.finding.severity.rawValue,
          found.finding.rule ?? "",
          found.gaps.map { subject.labels.gaps[$0].id }.joined(separator: " "),
          found.finding.problem,
        ]
      })
  }

  private var gapTable: ResultTable {
    ResultTable(
      name: "gaps", title: "Gaps", note: "`found by` is empty for a gap that was missed.",
      columns: ["id", "lines", "severity", "rule", "found by", "missing"],
      rows: subject.labels.gaps.enumerated().map { index, gap in
        let finders = findings.filter { $0.gaps.contains(index) }.compactMap(\.finding.rule)
        return [
          gap.id, gap.lines, gap.severity.rawValue, gap.rule ?? "",
          Set(finders).sorted().joined(separator: " "),
          gap.missing,
        ]
      })
  }
}

extension CorpusCase {
  /// `plan/tasks.md:3-4`; without the file where the plan is one.
  func lines(_ span: Span) -> String {
    let (file, lines) = (label(of: span.file), plan.lines(of: span))
    return (file == "plan.md" ? "" : "\(file):") + "\(lines.lowerBound)-\(lines.upperBound)"
  }
}

extension LabelledGap {
  /// The same of its first place.
  var lines: String {
    (place.file == "plan.md" ? "" : "\(place.file):")
      + "\(place.lines.lowerBound)-\(place.lines.upperBound)"
  }
}
