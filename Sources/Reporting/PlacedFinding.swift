internal import CheckModel

/// A finding with its place in lines and columns.
struct PlacedFinding: Sendable {
  let merged: MergedFinding
  /// Nil where it has none: missing from the whole.
  let location: Location?

  var finding: Finding { merged.finding }
}

extension CheckResult {
  /// All findings in report order.
  var placedFindings: [PlacedFinding] {
    let spans = merged.findings.compactMap(\.finding.span)
    var locations = plan.locations(of: spans).makeIterator()
    return merged.findings.map { merged in
      PlacedFinding(merged: merged, location: merged.finding.span == nil ? nil : locations.next())
    }
  }
}
