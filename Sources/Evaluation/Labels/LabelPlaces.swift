import CheckModel

extension CorpusCase {
  /// Each place of a label that is not as the label says: the lines do not exist, or the text is not there.
  package var labelFaults: [CorpusError] {
    labels.gaps.flatMap { gap in
      gap.places.compactMap { place in
        fault(of: place).map { CorpusError("\(name)/labels.json", "\(gap.id): \($0)") }
      }
    }
  }

  private func fault(of place: LabelledGap.Place) -> String? {
    guard let file = plan.files.indices.first(where: { label(of: $0) == place.file }) else {
      return "the plan has no file '\(place.file)'"
    }
    let source = plan.files[file].source
    guard place.lines.upperBound <= source.lineCount else {
      return "'\(place.file)' has only \(source.lineCount) lines"
    }
    let at = "\(place.file):\(place.lines.lowerBound)-\(place.lines.upperBound)"
    switch place.words {
    case .quote(let quote):
      let text = place.lines.map(source.lineText).joined(separator: "\n")
      return Array(text.utf8).contains(Array(quote.utf8)) ? nil : "\(at) does not say “\(quote)”"
    case .heading(let heading):
      return source.lineText(place.lines.lowerBound) == heading
        ? nil : "\(at) does not begin with “\(heading)”"
    }
  }
}
