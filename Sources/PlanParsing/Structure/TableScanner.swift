import CheckModel

/// Finds a pipe table in a paragraph's lines: CommonMark knows none, GitHub's dialect does.
struct TableScanner {
  /// The index of the header line among the paragraph's lines; the delimiter row follows it.
  let headerLine: Int

  /// The cells of each row, header first, without the delimiter row.
  let rows: [[Range<Int>]]

  /// Nil when the lines hold no table.
  init?(_ source: SourceText, _ lines: [Range<Int>]) {
    guard lines.count >= 2 else { return nil }
    let bytes = source.bytes
    guard
      let delimiter = lines.indices.dropFirst().first(where: {
        Self.isDelimiterRow(bytes, lines[$0])
      })
    else { return nil }
    let header = Self.cells(bytes, lines[delimiter - 1])
    guard header.count == Self.cells(bytes, lines[delimiter]).count else { return nil }
    headerLine = delimiter - 1
    var rows = [header]
    for line in lines[(delimiter + 1)...] { rows.append(Self.cells(bytes, line)) }
    self.rows = rows
  }

  /// `|---|:--:|`: at least one pipe, one hyphen, and nothing but pipes, hyphens, colons and blanks.
  private static func isDelimiterRow(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var hyphens = 0
    var pipes = 0
    for index in line {
      switch bytes[index] {
      case ASCII.hyphen: hyphens += 1
      case ASCII.pipe: pipes += 1
      case ASCII.colon, ASCII.space, ASCII.tab: break
      default: return false
      }
    }
    return hyphens > 0 && pipes > 0
  }

  /// The cells of a row without blanks around them; an escaped pipe does not separate.
  private static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    let line = trimmed(bytes, line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var index = line.lowerBound
    if index < line.upperBound, bytes[index] == ASCII.pipe {
      start += 1
      index += 1
    }
    while index < line.upperBound {
      if bytes[index] == ASCII.backslash {
        index += 2
      } else if bytes[index] == ASCII.pipe {
        cells.append(trimmed(bytes, start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < line.upperBound { cells.append(trimmed(bytes, start..<line.upperBound)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
