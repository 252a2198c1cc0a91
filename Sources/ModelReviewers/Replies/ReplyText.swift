import CheckModel
import StrictJSON

/// Finds the one JSON value that a reply is, by a ladder of three rungs: the whole text; the text inside
/// a code fence; the last complete object in the text. Nothing is mended inside a value.
enum ReplyText {
  /// Eight MiB, and far more depth and values than any reply has.
  static let limits = JSONLimits(bytes: 8 << 20, depth: 32, values: 200_000)

  /// Throws `empty` or `malformed`.
  static func document(_ bytes: [UInt8], name: String) throws(ReviewFailure) -> JSONDocument {
    guard bytes.count <= limits.bytes else {
      throw ReviewFailure(
        .malformed,
        message: "\(name): the reply is larger than \(limits.bytes) bytes, the most that is read",
        retryable: true)
    }
    let text = trimmed(0..<bytes.count, bytes)
    guard !text.isEmpty else {
      throw ReviewFailure(.empty, message: "\(name): the reply is empty", retryable: true)
    }
    var fault: JSONFault
    do { return try JSONDocument(bytes, in: text, limits: limits) } catch { fault = error }
    if let fenced = fenced(text, bytes) {
      do { return try JSONDocument(bytes, in: fenced, limits: limits) } catch { fault = error }
    }
    let found = objects(in: text, bytes)
    if let start = found.unclosed {
      throw malformed(name, at: start, bytes, "the object that begins here never ends")
    }
    guard let last = found.last else {
      guard bytes[text.lowerBound] == UInt8(ascii: "{") else {
        throw malformed(name, at: text.lowerBound, bytes, "the reply holds no JSON object")
      }
      throw malformed(name, at: fault.offset, bytes, fault.message)
    }
    do {
      return try JSONDocument(bytes, in: last, limits: limits)
    } catch {
      throw malformed(name, at: error.offset, bytes, error.message)
    }
  }

  private static func malformed(
    _ name: String, at offset: Int, _ bytes: [UInt8], _ message: String
  ) -> ReviewFailure {
    let position = JSONPosition(of: offset, in: bytes)
    return ReviewFailure(
      .malformed, message: "\(name):\(position): \(message)", retryable: true)
  }

  /// Without white space at both ends, and without a byte-order mark.
  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = range.lowerBound + 3..<range.upperBound
    }
    while let first = range.first, isWhitespace(bytes[first]) { range.removeFirst() }
    while let last = range.last, isWhitespace(bytes[last]) { range.removeLast() }
    return range
  }

  /// What stands inside a fence that is all of the text.
  private static func fenced(_ text: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    let mark = bytes[text.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = bytes[text].prefix { $0 == mark }.count
    guard length >= 3, bytes[text].reversed().prefix(while: { $0 == mark }).count >= length,
      let lineEnd = bytes[text].firstIndex(of: 0x0A),
      let lastLine = bytes[text].lastIndex(of: 0x0A), lineEnd < lastLine
    else { return nil }
    return lineEnd + 1..<lastLine
  }

  /// The last complete top-level object, and where one begins that never ends.
  ///
  /// A brace begins an object when a key or the closing brace follows, so braces in prose are passed by.
  private static func objects(
    in text: Range<Int>, _ bytes: [UInt8]
  ) -> (last: Range<Int>?, unclosed: Int?) {
    var last: Range<Int>?
    var index = text.lowerBound
    while let start = objectStart(in: index..<text.upperBound, bytes) {
      guard let end = objectEnd(from: start, before: text.upperBound, bytes) else {
        return (last, start)
      }
      last = start..<end
      index = end
    }
    return (last, nil)
  }

  /// The first complete one.
  static func object(in text: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    guard let start = objectStart(in: text, bytes),
      let end = objectEnd(from: start, before: text.upperBound, bytes)
    else { return nil }
    return start..<end
  }

  private static func objectStart(in text: Range<Int>, _ bytes: [UInt8]) -> Int? {
    text.first { bytes[$0] == UInt8(ascii: "{") && beginsObject($0, text, bytes) }
  }

  private static func beginsObject(_ brace: Int, _ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var index = brace + 1
    while index < text.upperBound, isWhitespace(bytes[index]) { index += 1 }
    return index < text.upperBound
      && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "}"))
  }

  private static func objectEnd(from start: Int, before end: Int, _ bytes: [UInt8]) -> Int? {
    var depth = 0
    var inString = false
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\") where inString: index += 1
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "{") where !inString: depth += 1
      case UInt8(ascii: "}") where !inString:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }

  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
