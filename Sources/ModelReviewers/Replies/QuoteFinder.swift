package import CheckModel
import Threads

/// Looks quotes up in what the model was shown of a plan, and nowhere else: words that stand only in our
/// prompt are not found.
package struct QuoteFinder: Sendable {
  /// Where a quote stands.
  package struct Match: Sendable, Hashable {
    /// `verified` at the lines given, `drifted` at other lines, or `not-found`.
    package var evidence: Finding.Evidence
    /// The exact bytes in the plan; nil when not found.
    package var span: Span?
    /// Long enough to carry a yes: 12 characters, and not only lines, boxes and dots.
    package var isSubstantial: Bool
  }

  /// The fewest characters of a quote that carries a yes.
  package static let minimumLength = 12

  private let sources: [SourceText]
  private let files: [ShownFile]
  /// Most quotes stand there as they are.
  private let folded = Lazy<[FoldedText]>()

  package init(plan: Plan, shown: ShownPlan) {
    sources = plan.files.map(\.source)
    files = shown.files
  }

  /// Lines as the reply gave them; without lines a quote can at best have drifted.
  package func find(_ quote: String, at lines: Reply.Lines?) -> Match {
    var wordings = QuoteWording.all(of: quote)
    for index in wordings.indices {
      if let lines,
        let span = search(&wordings[index], in: lines.file, near: lines.range, within: true)
      {
        return Match(
          evidence: .verified, span: span, isSubstantial: wordings[index].isSubstantial)
      }
    }
    let order = [lines?.file].compactMap(\.self) + files.indices.filter { $0 != lines?.file }
    for index in wordings.indices {
      for file in order {
        let near = file == lines?.file ? lines?.range : nil
        if let span = search(&wordings[index], in: file, near: near ?? 1...1, within: false) {
          return Match(
            evidence: .drifted, span: span, isSubstantial: wordings[index].isSubstantial)
        }
      }
    }
    return Match(evidence: .notFound, span: nil, isSubstantial: false)
  }

  /// The occurrence nearest to the lines, exactly as written or folded; `within` asks for one that
  /// touches them.
  private func search(
    _ wording: inout QuoteWording, in file: Int, near lines: ClosedRange<Int>, within: Bool
  ) -> Span? {
    let shown = files[file]
    let first = shown.lineStarts[lines.lowerBound - 1]
    let end =
      lines.upperBound < shown.lineStarts.count
      ? shown.lineStarts[lines.upperBound] : shown.bytes.count
    if let exact = wording.exact,
      let found = nearest(exact, in: shown.bytes, to: first..<end, within: within)
    {
      return span(of: found..<found + exact.count, in: file)
    }
    let text = folded.value { files.map { FoldedText($0.bytes) } }[file]
    let near = place(of: first, in: text)..<place(of: end, in: text)
    guard let needle = wording.folded,
      let found = nearest(needle, in: text.bytes, to: near, within: within)
    else { return nil }
    let last = Int(text.offsets[found + needle.count - 1])
    return span(of: Int(text.offsets[found])..<last + 1, in: file)
  }

  private func nearest(
    _ search: ByteSearch, in text: [UInt8], to place: Range<Int>, within: Bool
  ) -> Int? {
    var best: Int?
    func distance(_ start: Int) -> Int {
      max(0, place.lowerBound - (start + search.count), start - place.upperBound)
    }
    let window =
      within
      ? max(
        0, place.lowerBound - search.count + 1)..<min(
          text.count, place.upperBound + search.count - 1) : text.indices
    search.occurrences(in: text, window: window.isEmpty ? 0..<0 : window) { start in
      if best.map({ distance(start) < distance($0) }) ?? true { best = start }
      // past the place the distance only grows
      return !within && start < place.lowerBound
    }
    return best
  }

  /// The first folded byte that comes from this shown offset or a later one.
  private func place(of offset: Int, in text: FoldedText) -> Int {
    var low = 0
    var high = text.offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Int(text.offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func span(of range: Range<Int>, in file: Int) -> Span {
    Span(file: file, range: files[file].origin(of: range, in: sources[file]))
  }
}
