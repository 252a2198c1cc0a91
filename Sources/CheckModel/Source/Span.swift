/// A range of bytes in one file of a plan.
package struct Span: Sendable, Hashable, Comparable {
  /// The index of the file in `Plan.files`.
  package let file: Int

  /// Byte offsets into that file.
  package let range: Range<Int>

  package init(file: Int, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  package static func < (left: Span, right: Span) -> Bool {
    (left.file, left.range.lowerBound, left.range.upperBound)
      < (right.file, right.range.lowerBound, right.range.upperBound)
  }

  /// Whether the other span lies in this one, both in one file.
  package func contains(_ other: Span) -> Bool {
    file == other.file && range.lowerBound <= other.range.lowerBound
      && other.range.upperBound <= range.upperBound
  }
}

/// A place in a file as people and editors name it: 1-based line, 1-based column.
package struct Position: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// What a column counts.
package enum ColumnUnit: Sendable {
  /// Unicode scalars (reports); an invalid byte counts as one.
  case scalars
  /// UTF-16 code units (the Language Server Protocol).
  case utf16
}

extension SourceText {
  /// Converts a byte offset to a line and column. A byte-order mark is not counted.
  ///
  /// Terminal cells need the width of each character, see `TextUnits.TerminalWidth`.
  package func position(of offset: Int, in unit: ColumnUnit = .scalars) -> Position {
    let line = line(at: offset)
    var start = lineStarts[line - 1]
    if line == 1 { start += min(byteOrderMarkLength, max(0, offset)) }
    let end = max(start, min(offset, bytes.count))
    let column: Int
    switch unit {
    case .scalars:
      // one scalar for each byte that does not continue another
      column = string(start..<end).unicodeScalars.count
    case .utf16:
      column = string(start..<end).utf16.count
    }
    return Position(line: line, column: column + 1)
  }
}
