package import CheckModel

/// Which labelled gap a rule's finding hits.
///
/// A finding without a place hits a gap that names its rule. One with a place must share a line with the gap, in
/// the same file, and speak of the same thing: that is assumed where the gap names the same rule, where both
/// suffer in the same criterion, or where the finding's words and the quoted ones share text. What a rule says
/// is the same everywhere, so its words tell nothing; `MeantGaps` reads those of other reviewers.
package struct GapMatching {
  private let subject: CorpusCase

  package init(_ subject: CorpusCase) { self.subject = subject }

  /// The indices of the gaps that a finding hits, in their order; empty for a finding that hits none.
  ///
  /// Where some of them name its rule, those alone; else all that fit, for one sentence can have two faults.
  package func gaps(hitBy finding: Finding) -> [Int] {
    let gaps = subject.labels.gaps
    let fitting = gaps.indices.filter { fits(finding, gaps[$0]) }
    let named = fitting.filter { finding.rule != nil && gaps[$0].rule == finding.rule }
    return named.isEmpty ? fitting : named
  }

  private func fits(_ finding: Finding, _ gap: LabelledGap) -> Bool {
    let sameRule = finding.rule != nil && finding.rule == gap.rule
    guard let span = finding.span else { return sameRule }
    let (file, lines) = (subject.label(of: span.file), subject.plan.lines(of: span))
    return gap.places.contains { place in
      guard place.file == file, place.lines.overlaps(lines) else { return false }
      return sameRule || finding.criterion == gap.criterion || sharesText(span, place)
    }
  }

  /// Whether the finding's bytes and those of the quote overlap; a finding that covers many lines says
  /// nothing about a quote in one of them.
  private func sharesText(_ span: Span, _ place: LabelledGap.Place) -> Bool {
    guard case .quote(let quote) = place.words else { return false }
    let lines = subject.plan.lines(of: span)
    guard lines.count <= place.lines.count + 1 else { return false }
    let source = subject.plan.files[span.file].source
    let text = Array(subject.plan.text(of: span).utf8)
    let quoted = quote.split(separator: "\n").map { Array($0.utf8) }
    if quoted.contains(where: { text.contains($0) || $0.contains(text) }) { return true }
    return place.lines.contains { line in
      let range = source.lineRange(line)
      let bytes = Array(source.bytes[range])
      return quoted.contains { part in
        guard let start = bytes.firstRange(of: part)?.lowerBound else { return false }
        let from = range.lowerBound + start
        return (from..<from + part.count).overlaps(span.range)
      }
    }
  }
}
