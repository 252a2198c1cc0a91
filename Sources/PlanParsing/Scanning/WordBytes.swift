// The byte classes that the scanners of plan text ask for: ASCII only, underscores belong to words.
extension ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// A byte of an ASCII word or identifier: letter, digit or underscore.
  static func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x5F }

  /// Space, tab or a line ending.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

extension [UInt8] {
  /// The byte at an offset, 0 outside: lets a scanner look ahead and back without asking first.
  func peek(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? self[offset] : 0
  }

  /// Whether the text (lower-case ASCII) stands at an offset, letter case ignored.
  func holds(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<length where ASCII.lower(self[offset + index]) != wanted[index] {
        return false
      }
      return true
    }
  }

  /// The range without white space at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = Swift.max(0, range.lowerBound)
    var end = Swift.min(count, range.upperBound)
    while start < end, ASCII.isSpace(self[start]) { start += 1 }
    while end > start, ASCII.isSpace(self[end - 1]) { end -= 1 }
    return start..<Swift.max(start, end)
  }

  /// The lines of a range, without their endings.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    let end = Swift.min(count, range.upperBound)
    while start < end {
      var stop = start
      while stop < end, self[stop] != 0x0A, self[stop] != 0x0D { stop += 1 }
      lines.append(start..<stop)
      if stop + 1 < end, self[stop] == 0x0D, self[stop + 1] == 0x0A { stop += 1 }
      start = stop + 1
    }
    return lines
  }

  /// The bytes of a range as text, invalid UTF-8 as U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: self[range.clamped(to: 0..<count)], as: UTF8.self)
  }
}
