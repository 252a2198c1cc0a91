/// Reads a text that is JSON beyond doubt, as nearly all are, in one pass and without the library's tree.
///
/// Whatever it doubts it does not read, and `JSONDocument` asks the library, which knows what is wrong and where:
/// so nothing may be read here that the library refuses, or otherwise.
struct PlainJSON {
  /// Objects with more keys are left to the library, which looks for doubled ones in linear time.
  private static let mostKeys = 64

  private let text: UnsafeBufferPointer<UInt8>
  private let limits: JSONLimits
  private var next: Int
  /// Keys and values so far.
  private var count = 0

  /// The value that the bytes in `range` are; nil where that is in doubt.
  ///
  /// - Parameter bytes: valid UTF-8 in that range.
  static func value(in bytes: [UInt8], _ range: Range<Int>, limits: JSONLimits) -> JSONValue? {
    bytes.withUnsafeBufferPointer { buffer in
      // positions count from the first of all bytes, and none is read beyond the range
      var reader = PlainJSON(
        text: UnsafeBufferPointer(rebasing: buffer[..<range.upperBound]), limits: limits,
        next: range.lowerBound)
      guard let value = reader.value(depth: 0), reader.nextByte() == nil else { return nil }
      return value
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>, limits: JSONLimits, next: Int) {
    self.text = text
    self.limits = limits
    self.next = next
  }

  /// The first byte behind white space, which is not used up; nil at the end.
  private mutating func nextByte() -> UInt8? {
    while next < text.count {
      let byte = text[next]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      next += 1
    }
    return nil
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard nextByte() == byte else { return false }
    next += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard let byte = nextByte() else { return nil }
    let offset = next
    count += 1
    guard count <= limits.values else { return nil }
    let content: JSONValue.Content? =
      switch byte {
      case UInt8(ascii: "\""): string().map { .string($0) }
      case UInt8(ascii: "{"): depth < limits.depth ? object(depth: depth + 1) : nil
      case UInt8(ascii: "["): depth < limits.depth ? array(depth: depth + 1) : nil
      case UInt8(ascii: "t"): takes(word: "true") ? .bool(true) : nil
      case UInt8(ascii: "f"): takes(word: "false") ? .bool(false) : nil
      case UInt8(ascii: "n"): takes(word: "null") ? .null : nil
      default: number()
      }
    return content.map { JSONValue($0, offset: offset) }
  }

  private mutating func object(depth: Int) -> JSONValue.Content? {
    next += 1
    var members: [JSONMember] = []
    if takes(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      guard nextByte() == UInt8(ascii: "\"") else { return nil }
      let offset = next
      count += 1
      // two that differ in bytes alone are equal to Swift, and for the library to tell apart
      guard let key = string(), !key.utf8.contains(0), members.count < Self.mostKeys,
        !members.contains(where: { $0.key == key }), takes(UInt8(ascii: ":")),
        let value = value(depth: depth)
      else { return nil }
      members.append(JSONMember(key: key, value: value, offset: offset))
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue.Content? {
    next += 1
    var elements: [JSONValue] = []
    if takes(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      guard let value = value(depth: depth) else { return nil }
      elements.append(value)
    } while takes(UInt8(ascii: ","))
    return takes(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func takes(word: StaticString) -> Bool {
    let end = next + word.utf8CodeUnitCount
    guard end <= text.count,
      text[next..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { return false }
    next = end
    return endsHere
  }

  /// Behind a word or number comes white space, a mark or the end.
  private var endsHere: Bool {
    guard next < text.count else { return true }
    switch text[next] {
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return true
    default: return false
    }
  }

  private mutating func number() -> JSONValue.Content? {
    let start = next
    if text[next] == UInt8(ascii: "-") { next += 1 }
    let firstDigit = next
    let digits = skipDigits()
    guard digits == 1 || digits > 1 && text[firstDigit] != UInt8(ascii: "0") else { return nil }
    if endsHere {
      return Int(String(decoding: text[start..<next], as: UTF8.self)).map { .integer($0) }
    }
    if text[next] == UInt8(ascii: ".") {
      next += 1
      guard skipDigits() > 0 else { return nil }
    }
    if next < text.count, text[next] | 0x20 == UInt8(ascii: "e") {
      next += 1
      if next < text.count, text[next] == UInt8(ascii: "+") || text[next] == UInt8(ascii: "-") {
        next += 1
      }
      guard skipDigits() > 0 else { return nil }
    }
    // what is nearly nothing or nearly too much is for the library to judge
    guard endsHere, let value = Double(String(decoding: text[start..<next], as: UTF8.self)),
      value.isNormal
    else { return nil }
    return .real(value)
  }

  /// How many digits there were.
  private mutating func skipDigits() -> Int {
    let start = next
    while next < text.count, text[next] >= 0x30, text[next] <= 0x39 { next += 1 }
    return next - start
  }

  /// The string that begins at the next byte.
  private mutating func string() -> String? {
    next += 1
    let start = next
    while next < text.count {
      let byte = text[next]
      if byte == UInt8(ascii: "\"") {
        defer { next += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: text[start..<next]), as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return stringWithEscapes(from: start) }
      guard byte >= 0x20 else { return nil }
      next += 1
    }
    return nil
  }

  /// The same, where the next byte is the first backslash.
  private mutating func stringWithEscapes(from start: Int) -> String? {
    var bytes = Array(text[start..<next])
    while next < text.count {
      let run = next
      while next < text.count, text[next] >= 0x20, text[next] != UInt8(ascii: "\""),
        text[next] != UInt8(ascii: "\\")
      {
        next += 1
      }
      bytes += UnsafeBufferPointer(rebasing: text[run..<next])
      guard next < text.count, text[next] >= 0x20 else { return nil }
      next += 1
      if text[next - 1] == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      guard takesEscape(into: &bytes) else { return nil }
    }
    return nil
  }

  /// Takes what stands behind a backslash.
  private mutating func takesEscape(into bytes: inout [UInt8]) -> Bool {
    guard next < text.count else { return false }
    let byte = text[next]
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"):
      guard let scalar = escapedScalar() else { return false }
      bytes += String(scalar).utf8
    default: return false
    }
    return true
  }

  /// The scalar of four hexadecimal digits, or of two such escapes that are a surrogate pair.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let high = fourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard next + 1 < text.count, text[next] == UInt8(ascii: "\\"),
      text[next + 1] == UInt8(ascii: "u")
    else { return nil }
    next += 2
    guard let low = fourDigits(), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    guard next + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[next..<next + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | (UInt32(byte | 0x20) - 0x57)
      default: return nil
      }
    }
    next += 4
    return value
  }
}
