import CheckModel

/// Finds NUL bytes and invalid UTF-8: one oddity of each kind a file, at the first place.
enum ByteOddities {
  static func find(_ source: SourceText, file: Int) -> [ParseOddity] {
    var oddities: [ParseOddity] = []
    if let index = source.bytes.firstIndex(of: 0) {
      oddities.append(
        ParseOddity(kind: .nullByte, span: Span(file: file, range: index..<index + 1)))
    }
    if let index = firstInvalidByte(source.bytes) {
      oddities.append(
        ParseOddity(kind: .invalidUTF8, span: Span(file: file, range: index..<index + 1)))
    }
    return oddities
  }

  /// The first byte that belongs to no well-formed character (Unicode 15, table 3-7).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      var second: ClosedRange<UInt8> = 0x80...0xBF
      let length: Int
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if first == 0xE0 { second = 0xA0...0xBF }
        if first == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if first == 0xF0 { second = 0x90...0xBF }
        if first == 0xF4 { second = 0x80...0x8F }
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]),
        bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      index += length
    }
    return nil
  }
}
