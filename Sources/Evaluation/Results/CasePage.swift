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
          found.finding.span.map { lines($0) } ?? "", found.finding.severity.rawValue,
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
        let file = gap.place.file == "plan.md" ? "" : "\(gap.place.file):"
        return [
          gap.id, "\(file)\(gap.place.lines.lowerBound)-\(gap.place.lines.upperBound)",
          gap.severity.rawValue, gap.rule ?? "", Set(finders).sorted().joined(separator: " "),
          gap.missing,
        ]
      })
  }

  private func lines(_ span: Span) -> String {
    let (file, lines) = (subject.label(of: span.file), subject.plan.lines(of: span))
    return (file == "plan.md" ? "" : "\(file):") + "\(lines.lowerBound)-\(lines.upperBound)"
  }
}
