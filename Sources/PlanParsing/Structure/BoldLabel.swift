/// `**Goal:** text`, `**Files**:` or a line of nothing but bold words: a heading in all but name.
package struct BoldLabel {
  /// The label's words, without marks and colon.
  package let title: Range<Int>
  /// What follows on the same line, without blanks.
  package let rest: Range<Int>

  /// A label is short; a longer bold line is emphasis.
  static let lengthLimit = 80

  /// Nil when the line is no label.
  package init?(_ bytes: [UInt8], _ line: Range<Int>) {
    guard line.count > 4, bytes[line.lowerBound] == ASCII.star,
      bytes[line.lowerBound + 1] == ASCII.star, !bytes[line.lowerBound + 2].isBlank
    else { return nil }
    let start = line.lowerBound + 2
    var end = start
    while end + 1 < line.upperBound, bytes[end] != ASCII.star || bytes[end + 1] != ASCII.star {
      end += 1
    }
    guard end + 1 < line.upperBound, end > start, end - start <= Self.lengthLimit else {
      return nil
    }
    var titleEnd = end
    var after = end + 2
    if let colon = Self.colonLength(bytes, endingAt: end, from: start) {
      titleEnd = end - colon
    } else if let colon = Self.colonLength(bytes, startingAt: after, before: line.upperBound) {
      after += colon
    } else if bytes[after..<line.upperBound].contains(where: { !$0.isBlank }) {
      return nil
    } else if [ASCII.dot, ASCII.exclamation, UInt8(ascii: "?")].contains(bytes[end - 1]) {
      return nil
    }
    while after < line.upperBound, bytes[after].isBlank { after += 1 }
    title = start..<titleEnd
    rest = after..<line.upperBound
  }

  /// The length of a colon, ASCII or full width.
  private static func colonLength(_ bytes: [UInt8], endingAt end: Int, from start: Int) -> Int? {
    if end - 1 > start, bytes[end - 1] == ASCII.colon { return 1 }
    if end - 3 > start, bytes[(end - 3)..<end].elementsEqual([0xEF, 0xBC, 0x9A]) { return 3 }
    return nil
  }

  private static func colonLength(_ bytes: [UInt8], startingAt index: Int, before end: Int) -> Int?
  {
    if index < end, bytes[index] == ASCII.colon { return 1 }
    if index + 3 <= end, bytes[index..<(index + 3)].elementsEqual([0xEF, 0xBC, 0x9A]) { return 3 }
    return nil
  }
}
