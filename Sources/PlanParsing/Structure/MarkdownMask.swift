import CheckModel

/// A copy of a file's bytes, of the same length, in which only what makes Markdown *blocks* is left.
///
/// cmark is asked for the block structure alone; links, emphasis and code spans are found by
/// `InlineScanner`. So everything that has a meaning only inside a line (brackets, emphasis marks, entities,
/// code spans, bytes outside ASCII) reaches cmark as the letter `x`. Its two quadratic inputs and its memory
/// blow-ups (unclosed brackets, alternating emphasis marks, deep nesting followed by blank lines) then cannot
/// be written, and invalid UTF-8 and NUL cannot shift its columns.
struct MarkdownMask {
  /// Containers deeper than this are text to cmark: the cost of a blank line grows with the depth.
  static let nestingLimit = 100
  /// Markers further right than this are text to cmark.
  static let columnLimit = 200
  /// Opening brackets of one paragraph without a closing one from which a bomb is reported.
  static let openBracketLimit = 500

  /// The masked bytes; index 0 is the file's first byte after a byte-order mark.
  private(set) var bytes: [UInt8]

  /// The lines (1-based) whose nesting or brackets would make cmark quadratic.
  private(set) var bombLines: [Int] = []

  private let offset: Int
  private var unclosedBrackets = 0
  private var farRightMarkers = 0

  /// - Parameter blankLines: lines that are no Markdown (front matter); they become empty.
  init(_ source: SourceText, blankLines: ClosedRange<Int>?) {
    offset = source.byteOrderMarkLength
    bytes = Array(source.bytes[offset...])
    for line in 1...source.lineCount {
      let range = source.lineRange(line)
      let local = max(0, range.lowerBound - offset)..<max(0, range.upperBound - offset)
      if let blankLines, blankLines.contains(line) {
        for index in local { bytes[index] = ASCII.space }
      } else {
        mask(local, line: line)
      }
    }
  }

  private mutating func mask(_ range: Range<Int>, line: Int) {
    var index = range.lowerBound
    var column = 0
    var depth = 0
    while true {
      while index < range.upperBound, bytes[index].isBlank {
        column = bytes[index] == ASCII.tab ? (column / 4 + 1) * 4 : column + 1
        index += 1
      }
      guard let end = markerEnd(at: index, in: range) else { break }
      if depth == Self.nestingLimit || column > Self.columnLimit {
        noteNestingBomb(line: line, tooDeep: depth == Self.nestingLimit)
        for position in index..<range.upperBound where !bytes[position].isBlank {
          bytes[position] = UInt8(ascii: "x")
        }
        return
      }
      column += end - index
      index = end
      depth += 1
    }
    guard index < range.upperBound else {
      unclosedBrackets = 0
      return
    }
    maskInlines(index..<range.upperBound, line: line)
  }

  private mutating func noteNestingBomb(line: Int, tooDeep: Bool) {
    if !tooDeep {
      farRightMarkers += 1
      guard farRightMarkers > Self.nestingLimit else { return }
    }
    if bombLines.last != line { bombLines.append(line) }
  }

  /// The end of a quote or list marker that starts here.
  private func markerEnd(at index: Int, in range: Range<Int>) -> Int? {
    guard index < range.upperBound else { return nil }
    let byte = bytes[index]
    if byte == ASCII.greater { return index + 1 }
    var end = index + 1
    if byte.isDigit {
      while end < range.upperBound, bytes[end].isDigit { end += 1 }
      guard end - index <= 9, end < range.upperBound,
        bytes[end] == ASCII.dot || bytes[end] == ASCII.rightParenthesis
      else { return nil }
      end += 1
    } else if byte != ASCII.hyphen, byte != ASCII.star, byte != ASCII.plus {
      return nil
    }
    return end == range.upperBound || bytes[end].isBlank ? end : nil
  }

  private mutating func maskInlines(_ range: Range<Int>, line: Int) {
    let first = bytes[range.lowerBound]
    let keepsBackticks = bytes[range].starts(with: [0x60, 0x60, 0x60])
    let isBreak = bytes[range].allSatisfy { $0 == first || $0.isBlank }
    for index in range {
      let byte = bytes[index]
      switch byte {
      case ASCII.star, ASCII.underscore:
        if !isBreak { bytes[index] = UInt8(ascii: "x") }
      case ASCII.backtick:
        if !keepsBackticks { bytes[index] = UInt8(ascii: "x") }
      case ASCII.less:
        // only at a line's start can it open an HTML block
        if index != range.lowerBound { bytes[index] = UInt8(ascii: "x") }
      case ASCII.leftBracket:
        unclosedBrackets += 1
        maskBracket(at: index, in: range)
      case ASCII.rightBracket:
        unclosedBrackets = max(0, unclosedBrackets - 1)
        maskBracket(at: index, in: range)
      case ASCII.ampersand, ASCII.backslash:
        bytes[index] = UInt8(ascii: "x")
      case ASCII.tab: break
      default:
        if byte < ASCII.space || byte >= 0x7F { bytes[index] = UInt8(ascii: "x") }
      }
    }
    if unclosedBrackets > Self.openBracketLimit {
      unclosedBrackets = 0
      if bombLines.last != line { bombLines.append(line) }
    }
  }

  /// Brackets stay where they belong to the marks of a CDATA block.
  private mutating func maskBracket(at index: Int, in range: Range<Int>) {
    if bytes[index] == ASCII.leftBracket {
      let opensCDATA =
        bytes[range.lowerBound] == ASCII.less && index - range.lowerBound < 9
        && range.upperBound - range.lowerBound >= 9
      if !opensCDATA { bytes[index] = UInt8(ascii: "x") }
    } else {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      if next != ASCII.rightBracket, next != ASCII.greater { bytes[index] = UInt8(ascii: "x") }
    }
  }
}
