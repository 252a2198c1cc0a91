internal import CheckModel

/// Findings that say the same of several places: their words are written once.
struct FindingGroup: Sendable {
  /// In report order, never empty.
  private(set) var findings: [PlacedFinding]

  /// What the findings have in common.
  var finding: Finding { findings[0].finding }
  var label: String { findings[0].merged.label }

  private struct Words: Hashable {
    let severity: Severity
    let texts: [String]
  }

  /// The groups of a list, each where its first finding stands.
  static func groups(of findings: [PlacedFinding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var known: [Words: Int] = [:]
    for placed in findings {
      let finding = placed.finding
      let words = Words(
        severity: finding.severity,
        texts: [
          placed.merged.label, finding.title, finding.problem, finding.consequence, finding.fix,
        ])
      if let index = known[words] {
        groups[index].findings.append(placed)
      } else {
        known[words] = groups.count
        groups.append(FindingGroup(findings: [placed]))
      }
    }
    return groups
  }
}
