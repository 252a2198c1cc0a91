/// A word that has the shape of a path, taken apart.
struct PathShape: Sendable, Hashable {
  /// Where a word stands decides how much it must look like a path.
  enum Place: Sendable { case code, prose, fence }

  /// The bytes of the path itself, without quotes, brackets and line suffix.
  var range: Range<Int>

  /// The lines of `path:120-145` or `path#L12`; of `path:80-89,120` from the first to the last.
  var lines: ClosedRange<Int>?

  /// Reads a word without white space; nil when it is no path.
  init?(_ bytes: [UInt8], _ word: Range<Int>, in place: Place) {
    // longer words are no paths, and stripping them would cost their length squared
    guard word.count <= 400, let bare = Self.strip(bytes, word) else { return nil }
    let (end, lines) = Self.lineSuffix(bytes, bare)
    range = bare.lowerBound..<end
    self.lines = lines
    guard range.count > 1, Self.isPath(bytes, range, place) else { return nil }
  }

  /// Takes quotes, brackets that do not belong to the path and ending punctuation off.
  private static func strip(_ bytes: [UInt8], _ word: Range<Int>) -> Range<Int>? {
    var start = word.lowerBound
    var end = min(word.upperBound, bytes.count)
    func isQuote(_ byte: UInt8) -> Bool { [0x22, 0x27, 0x60, 0x3C, 0x3E, 0x2A].contains(byte) }
    // `<name>/x` and `x/<name>` hold a blank, `<x/y>` is in brackets
    let isAngled =
      start < end && bytes[start] == ASCII.less && bytes[end - 1] == ASCII.greater
      && bytes[start..<end].count { $0 == ASCII.less } == 1
    func isOuter(_ byte: UInt8) -> Bool {
      byte == ASCII.less || byte == ASCII.greater ? isAngled : isQuote(byte)
    }
    while start < end, isOuter(bytes[start]) && bytes[start] != 0x2A { start += 1 }
    while start < end {
      let first = bytes[start]
      let last = bytes[end - 1]
      if [0x2C, 0x3B, 0x3A, 0x2E, 0x21, 0x3F].contains(last) {
        end -= 1
      } else if isQuote(last),
        last != 0x2A || bytes.peek(end - 2) != 0x2F && bytes.peek(end - 2) != 0x2A
      {
        end -= 1
      } else if last == 0x29, !bytes[start..<end].contains(0x28) {
        end -= 1
      } else if first == 0x28, last == 0x29 {
        start += 1
        end -= 1
      } else if first == 0x28, !bytes[start..<end].contains(0x29) {
        start += 1
      } else if last == 0x5D, !bytes[start..<end].contains(0x5B) {
        end -= 1
      } else {
        break
      }
    }
    return start < end ? start..<end : nil
  }

  /// Reads `:120`, `:120-145`, `:80-89,120`, `#L12-L20` and takes `::test_name` off.
  private static func lineSuffix(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (end: Int, lines: ClosedRange<Int>?) {
    var mark = range.lowerBound + 1
    while mark < range.upperBound {
      let byte = bytes[mark]
      if byte == 0x3A, bytes.peek(mark + 1) == 0x3A { return (mark, nil) }
      let isColon = byte == 0x3A && ASCII.isDigit(bytes.peek(mark + 1))
      let isFragment =
        byte == 0x23 && (bytes.peek(mark + 1) == 0x4C || bytes.peek(mark + 1) == 0x6C)
        && ASCII.isDigit(bytes.peek(mark + 2))
      if isColon || isFragment, let lines = numbers(bytes, mark + 1..<range.upperBound) {
        return (mark, lines)
      }
      if byte == 0x23 { return (mark, nil) }
      mark += 1
    }
    return (range.upperBound, nil)
  }

  /// The smallest and largest of numbers joined by `-`, `,`, `:` and `L`; nil when there is anything else.
  private static func numbers(_ bytes: [UInt8], _ range: Range<Int>) -> ClosedRange<Int>? {
    var lowest = Int.max
    var highest = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if ASCII.isDigit(byte) {
        var number = 0
        while offset < range.upperBound, ASCII.isDigit(bytes[offset]) {
          // no file has a hundred million lines; more digits are something else
          guard number < 100_000_000 else { return nil }
          number = number * 10 + Int(bytes[offset] - 0x30)
          offset += 1
        }
        lowest = min(lowest, number)
        highest = max(highest, number)
        continue
      }
      let isDash = byte == 0xE2 && bytes.peek(offset + 1) == 0x80
      guard [0x2D, 0x2C, 0x3A, 0x4C, 0x6C, 0x2B, 0x7E].contains(byte) || isDash else { return nil }
      offset += isDash ? 3 : 1
    }
    return lowest <= highest ? lowest...highest : nil
  }

  private static func isPath(_ bytes: [UInt8], _ range: Range<Int>, _ place: Place) -> Bool {
    var slashes = 0
    for offset in range {
      let byte = bytes[offset]
      if byte == 0x2F || byte == 0x5C { slashes += 1 }
      // the colon of `C:\`
      let isDrive =
        byte == ASCII.colon && offset == range.lowerBound + 1
        && bytes.peek(offset + 1) == ASCII.backslash
      guard isDrive || isPathByte(byte, place) else { return false }
    }
    guard isBalanced(bytes, range), !isStandIn(bytes, range) else { return false }
    if slashes == 0 { return FileNames.isFileName(bytes, range, inCode: place != .prose) }
    return PathWords.isPath(bytes, range, slashes: slashes, place)
  }

  /// `path/to/file.py` stands for a path that the author has still to write.
  private static func isStandIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + (bytes[range.lowerBound] == ASCII.slash ? 1 : 0)
    return bytes.holds("path/to/", at: start)
  }

  /// Brackets come in pairs, and a comma only between braces.
  private static func isBalanced(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var depth = (round: 0, square: 0, brace: 0)
    for offset in range {
      switch bytes[offset] {
      case 0x28: depth.round += 1
      case 0x29: depth.round -= 1
      case 0x5B: depth.square += 1
      case 0x5D: depth.square -= 1
      case 0x7B: depth.brace += 1
      case 0x7D: depth.brace -= 1
      case 0x2C where depth.brace == 0: return false
      default: break
      }
      if depth.round < 0 || depth.square < 0 || depth.brace < 0 { return false }
    }
    return depth == (0, 0, 0)
  }

  private static func isPathByte(_ byte: UInt8, _ place: Place) -> Bool {
    if ASCII.isWord(byte) || byte >= 0x80 { return true }
    switch byte {
    case 0x2F, 0x2E, 0x2D, 0x2B, 0x40, 0x7E, 0x2A: return true  // / . - + @ ~ *
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x24: return true  // ( ) [ ] { } , $
    case 0x7C, 0x5C, 0x25, 0x23, 0x3C, 0x3E: return place == .code  // | \ % # < >
    default: return false
    }
  }
}
