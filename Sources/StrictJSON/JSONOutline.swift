/// What one linear pass over a text finds before the library parses it: that it is within the limits, that its
/// strings are closed, and where each key and value begins.
struct JSONOutline {
  /// The first byte of every key and value, in document order.
  private(set) var starts: [Int] = []

  /// There is nothing but white space.
  private(set) var isEmpty = true

  init(_ bytes: [UInt8], in range: Range<Int>, limits: JSONLimits) throws(JSONFault) {
    var tokens = JSONTokens(bytes, in: range)
    // one entry for each open bracket: whether it is an object
    var open: [Bool] = []
    while let token = tokens.token() {
      isEmpty = false
      switch token.kind {
      case .punctuation(UInt8(ascii: "{")), .punctuation(UInt8(ascii: "[")):
        starts.append(token.range.lowerBound)
        open.append(bytes[token.range.lowerBound] == UInt8(ascii: "{"))
        if open.count > limits.depth {
          throw JSONFault(
            "values are nested more than \(limits.depth) deep", at: token.range.lowerBound,
            in: bytes)
        }
      case .punctuation(UInt8(ascii: "}")), .punctuation(UInt8(ascii: "]")):
        open.removeLast(open.isEmpty ? 0 : 1)
      case .punctuation:
        break
      case .string(let closed):
        starts.append(token.range.lowerBound)
        try Self.check(string: token.range, closed: closed, in: bytes)
      case .word:
        starts.append(token.range.lowerBound)
      }
      if starts.count > limits.values {
        throw JSONFault(
          "there are more than \(limits.values) keys and values", at: token.range.lowerBound,
          in: bytes)
      }
    }
  }

  private static func check(
    string range: Range<Int>, closed: Bool, in bytes: [UInt8]
  ) throws(JSONFault) {
    if let control = bytes[range].firstIndex(where: { $0 < 0x20 }) {
      throw JSONFault(
        "a string holds a raw line break or control character", at: control, in: bytes)
    }
    if !closed {
      throw JSONFault(
        "the string that begins here is never closed", at: range.lowerBound, in: bytes)
    }
  }
}

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 16, table 3-7); nil when all is.
func invalidUTF8(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
  bytes.withUnsafeBytes { bytes in
    var index = range.lowerBound
    while index < range.upperBound {
      // nearly all is ASCII, and looked at by eight
      while index + 8 <= range.upperBound,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < range.upperBound else { return nil }
      guard let length = lengthOfCharacter(in: bytes[index..<range.upperBound]) else {
        return index
      }
      index += length
    }
    return nil
  }
}

/// The length of the character that the bytes begin with; nil where they begin with none.
private func lengthOfCharacter(in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  let start = bytes.startIndex
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch bytes[start] {
  case 0..<0x80: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard length <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
  return bytes[start + 2..<max(start + 2, start + length)].allSatisfy { $0 & 0xC0 == 0x80 }
    ? length : nil
}
