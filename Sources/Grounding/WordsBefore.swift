import CheckModel

extension Plan {
  /// The words of a line before a place, at most 80 bytes, lowercase.
  func words(before span: Span) -> String {
    let source = files[span.file].source
    let line = source.lineRange(source.line(at: span.range.lowerBound))
    let start = max(line.lowerBound, span.range.lowerBound - 80)
    return source.string(start..<span.range.lowerBound).lowercased()
  }
}
