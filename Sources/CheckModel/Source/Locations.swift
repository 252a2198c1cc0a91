extension Plan {
  /// The places of many spans, in their order: the same as `location(of:)` for each, but a line with
  /// thousands of places is walked through once and not once for each.
  package func locations(of spans: [Span]) -> [Location] {
    var positions = [Position](repeating: Position(line: 1, column: 1), count: 2 * spans.count)
    let bounds = spans.indices.flatMap { index in
      let span = spans[index]
      return [
        Bound(file: span.file, offset: span.range.lowerBound, target: 2 * index),
        Bound(file: span.file, offset: span.range.upperBound, target: 2 * index + 1),
      ]
    }
    var walk = LineWalk()
    var file: Int?
    for bound in bounds.sorted(by: { ($0.file, $0.offset) < ($1.file, $1.offset) }) {
      if bound.file != file { walk = LineWalk() }
      file = bound.file
      positions[bound.target] = walk.position(of: bound.offset, in: files[bound.file].source)
    }
    return spans.indices.map { index in
      let (start, end) = (positions[2 * index], positions[2 * index + 1])
      return Location(
        file: files[spans[index].file].path, startLine: start.line, endLine: end.line,
        startColumn: start.column, endColumn: end.column)
    }
  }

  /// One end of a span.
  private struct Bound {
    var file: Int
    var offset: Int
    /// Where its position is wanted.
    var target: Int
  }
}

/// Turns growing offsets into positions by counting on from the last one.
private struct LineWalk {
  private var line = 0
  private var offset = 0
  private var column = 1

  mutating func position(of wanted: Int, in source: SourceText) -> Position {
    let wantedLine = source.line(at: wanted)
    if wantedLine != line {
      line = wantedLine
      offset = source.lineStarts[line - 1] + (line == 1 ? source.byteOrderMarkLength : 0)
      column = 1
    }
    let end = min(wanted, source.bytes.count)
    if end > offset {
      column += source.string(offset..<end).unicodeScalars.count
      offset = end
    }
    return Position(line: line, column: column)
  }
}
