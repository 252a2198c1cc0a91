import CheckModel

/// The bytes of a block's lines without the quote marks and indentation of what encloses it.
struct BlockLines {
  /// One range for each line, in the file's bytes; never empty.
  private(set) var ranges: [Range<Int>]

  /// - Parameters:
  ///   - start: the first byte of the block's own text.
  ///   - lastLine: 1-based.
  ///   - quoteDepth: how many `>` a line may carry.
  init(_ source: SourceText, start: Int, lastLine: Int, quoteDepth: Int) {
    let firstLine = source.line(at: start)
    ranges = [start..<max(start, source.lineRange(firstLine).upperBound)]
    guard lastLine > firstLine else { return }
    for line in (firstLine + 1)...lastLine {
      let range = source.lineRange(line)
      let from = Self.skipPrefix(source.bytes, range, quoteDepth: quoteDepth)
      ranges.append(from..<range.upperBound)
    }
  }

  init(ranges: [Range<Int>]) { self.ranges = ranges }

  /// From the first byte of the first line to the last byte of the last.
  var whole: Range<Int> {
    ranges[0].lowerBound..<max(ranges[0].lowerBound, ranges[ranges.count - 1].upperBound)
  }

  /// Where a line's own text starts, after white space and quote marks.
  static func skipPrefix(_ bytes: [UInt8], _ range: Range<Int>, quoteDepth: Int) -> Int {
    var index = range.lowerBound
    var marks = 0
    while index < range.upperBound {
      if bytes[index].isBlank {
        index += 1
      } else if bytes[index] == ASCII.greater, marks < quoteDepth {
        marks += 1
        index += 1
      } else {
        break
      }
    }
    return index
  }
}

extension SourceText {
  /// Whether a 1-based line has nothing but white space (and quote marks where it stands in a quote).
  func isBlankLine(_ line: Int, quoteDepth: Int = 0) -> Bool {
    let range = lineRange(line)
    return BlockLines.skipPrefix(bytes, range, quoteDepth: quoteDepth) == range.upperBound
  }
}
