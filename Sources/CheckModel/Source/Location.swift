/// A place as a report prints it: lines and columns of one file, no bytes.
///
/// Columns are 1-based Unicode scalars, a byte-order mark is not counted, the end is exclusive.
package struct Location: Sendable, Hashable, Codable {
  /// The file's path as the user gave it, or relative to the plan's folder.
  package var file: String
  package var startLine: Int
  package var endLine: Int
  package var startColumn: Int
  package var endColumn: Int

  package init(file: String, startLine: Int, endLine: Int, startColumn: Int, endColumn: Int) {
    self.file = file
    self.startLine = startLine
    self.endLine = endLine
    self.startColumn = startColumn
    self.endColumn = endColumn
  }
}

extension Plan {
  /// The place of a span in this plan.
  package func location(of span: Span) -> Location {
    let file = files[span.file]
    let start = file.source.position(of: span.range.lowerBound)
    let end = file.source.position(of: span.range.upperBound)
    return Location(
      file: file.path, startLine: start.line, endLine: end.line, startColumn: start.column,
      endColumn: end.column)
  }

  /// The text of a span; invalid UTF-8 becomes U+FFFD.
  package func text(of span: Span) -> String { files[span.file].source.string(span.range) }

  /// The 1-based lines that a span touches.
  package func lines(of span: Span) -> ClosedRange<Int> {
    let source = files[span.file].source
    let first = source.line(at: span.range.lowerBound)
    let last = source.line(at: max(span.range.lowerBound, span.range.upperBound - 1))
    return first...max(first, last)
  }
}
