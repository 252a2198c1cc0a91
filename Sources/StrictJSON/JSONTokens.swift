/// Cuts a text into the tokens of JSON without judging their order.
///
/// Also sound on text that is not JSON at all: every call moves on by at least one byte.
struct JSONTokens {
  enum Kind: Equatable {
    case punctuation(UInt8)
    case string(closed: Bool)
    /// A number, `true`, `null` or anything else up to the next delimiter.
    case word
  }

  let bytes: [UInt8]
  private(set) var next: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    next = range.lowerBound
    end = range.upperBound
  }

  /// The next token; nil at the end.
  mutating func token() -> (kind: Kind, range: Range<Int>)? {
    while next < end, isWhitespace(bytes[next]) { next += 1 }
    guard next < end else { return nil }
    let start = next
    let byte = bytes[next]
    if isPunctuation(byte) {
      next += 1
      return (.punctuation(byte), start..<next)
    }
    if byte == UInt8(ascii: "\"") {
      let closed = skipString()
      return (.string(closed: closed), start..<next)
    }
    while next < end, !isWhitespace(bytes[next]), !isPunctuation(bytes[next]),
      bytes[next] != UInt8(ascii: "\"")
    {
      next += 1
    }
    return (.word, start..<next)
  }

  private mutating func skipString() -> Bool {
    next += 1
    while next < end {
      let byte = bytes[next]
      next += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\"), next < end { next += 1 }
    }
    return false
  }

  private func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
