import CheckModel

/// The opening line of a fenced code block.
struct CodeFence {
  let mark: UInt8
  let length: Int
  /// What follows the marks, without blanks around it: `swift`, `text`, or nothing.
  let info: String

  /// Nil for an indented block, which cmark reports by the same type.
  init?(_ source: SourceText, start: Int, line: Range<Int>, block: RawBlock) {
    let bytes = source.bytes
    guard start < line.upperBound, bytes[start] == ASCII.backtick || bytes[start] == ASCII.tilde
    else {
      return nil
    }
    mark = bytes[start]
    var end = start
    while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
    length = end - start
    guard length >= 3 else { return nil }
    if Self.indentation(bytes, before: start, in: line) >= 4,
      bytes[start..<line.upperBound].prefix(256).elementsEqual(block.codeStart)
    {
      return nil
    }
    var from = end
    var to = line.upperBound
    while from < to, bytes[from].isBlank { from += 1 }
    while to > from, bytes[to - 1].isBlank { to -= 1 }
    info = source.string(from..<to)
  }

  /// Whether a line is a bare closing fence: the same mark, at least as long, nothing after it.
  func isClosed(by line: Int, in source: SourceText, quoteDepth: Int) -> Bool {
    let range = source.lineRange(line)
    var index = BlockLines.skipPrefix(source.bytes, range, quoteDepth: quoteDepth)
    let start = index
    while index < range.upperBound, source.bytes[index] == mark { index += 1 }
    guard index - start >= length else { return false }
    return source.bytes[index..<range.upperBound].allSatisfy(\.isBlank)
  }

  private static func indentation(_ bytes: [UInt8], before index: Int, in line: Range<Int>) -> Int {
    var start = index
    var width = 0
    while start > line.lowerBound, bytes[start - 1].isBlank {
      width += bytes[start - 1] == ASCII.tab ? 4 : 1
      start -= 1
    }
    return width
  }
}

/// The words of a heading line.
enum HeadingText {
  /// `## Title ##` → the bytes of `Title`.
  static func content(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == ASCII.hash { start += 1 }
    while start < line.upperBound, bytes[start].isBlank { start += 1 }
    var end = line.upperBound
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    var closing = end
    while closing > start, bytes[closing - 1] == ASCII.hash { closing -= 1 }
    if closing == start || (closing < end && bytes[closing - 1].isBlank) { end = closing }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// A line of nothing but `=` or `-`.
  static func isUnderline(_ source: SourceText, _ line: Int, _ quoteDepth: Int) -> Bool {
    let range = source.lineRange(line)
    let start = BlockLines.skipPrefix(source.bytes, range, quoteDepth: quoteDepth)
    guard start < range.upperBound else { return false }
    let mark = source.bytes[start]
    guard mark == ASCII.equals || mark == ASCII.hyphen else { return false }
    return source.bytes[start..<range.upperBound].allSatisfy { $0 == mark || $0.isBlank }
  }
}
