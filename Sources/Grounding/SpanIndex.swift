import CheckModel

/// Finds the one of many spans that holds a place; the spans do not overlap.
struct SpanIndex {
  private let spans: [Span]

  init(_ spans: some Sequence<Span>) { self.spans = spans.sorted() }

  func holds(_ span: Span) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if (spans[middle].file, spans[middle].range.lowerBound) <= (span.file, span.range.lowerBound)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 && spans[low - 1].contains(span)
  }
}

extension Plan {
  /// The words of a line before a place, at most 80 bytes, lowercase.
  func words(before span: Span) -> String {
    let source = files[span.file].source
    let line = source.lineRange(source.line(at: span.range.lowerBound))
    let start = max(line.lowerBound, span.range.lowerBound - 80)
    return source.string(start..<span.range.lowerBound).lowercased()
  }
}
