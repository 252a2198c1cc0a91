import Configuration
import StrictJSON

/// Whoever is given a key may repeat it.
extension ReviewerKey {
  /// The text without the key.
  ///
  /// A key of less than four bytes is no secret, and would be found in every word.
  func masked(_ text: String) -> String {
    value.utf8.count >= 4 ? text.replacing(value, with: "***") : text
  }

  /// Whether the key stands in a reply, as it is or behind JSON's escapes.
  func isRepeated(in reply: [UInt8]) -> Bool {
    offset(in: reply) != nil || ReplyText.unescaped(reply).map { offset(in: $0) != nil } ?? false
  }
}

extension ReplyText {
  /// The reply with what JSON's escapes stand for in the place of each, inside strings and wherever else one
  /// would be; nil for a reply without escapes.
  static func unescaped(_ reply: [UInt8]) -> [UInt8]? {
    guard var index = reply.firstIndex(of: UInt8(ascii: "\\")) else { return nil }
    var text = Array(reply[..<index])
    text.reserveCapacity(reply.count)
    while index + 1 < reply.count {
      index += 1 + addMeaning(of: reply[(index + 1)...], to: &text)
      let next = reply[index...].firstIndex(of: UInt8(ascii: "\\")) ?? reply.count
      text += reply[index..<next]
      index = next
    }
    text += reply[index...]
    return text
  }

  /// Adds what the bytes behind a backslash mean; how many of them. A half of a pair means nothing.
  private static func addMeaning(of bytes: ArraySlice<UInt8>, to text: inout [UInt8]) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == UInt8(ascii: "u"), let unit = codeUnit(bytes.dropFirst()) {
      let units = [unit] + (pair(of: unit, in: bytes.dropFirst(5)).map { [$0] } ?? [])
      text += String(decoding: units, as: UTF16.self).utf8
      return units.count == 2 ? 11 : 5
    }
    switch first {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    default: text.append(first)
    }
    return 1
  }

  /// The second half of a pair, where `unit` is the first and `\u` and the second follow.
  private static func pair(of unit: UInt16, in bytes: ArraySlice<UInt8>) -> UInt16? {
    guard UTF16.isLeadSurrogate(unit), bytes.starts(with: "\\u".utf8),
      let second = codeUnit(bytes.dropFirst(2)), UTF16.isTrailSurrogate(second)
    else { return nil }
    return second
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count >= 4 else { return nil }
    let digits = bytes.prefix(4)
    // a sign would pass for a digit
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Every string of a reply, keys included, as it reads without JSON's escapes; none for a reply that has no
  /// escapes or is no JSON.
  static func hiddenTexts(in reply: [UInt8]) -> [String] {
    guard reply.contains(UInt8(ascii: "\\")),
      let document = try? ReplyText.document(reply, name: "")
    else { return [] }
    return document.root.texts
  }
}

extension JSONValue {
  /// Every string in it, keys included.
  fileprivate var texts: [String] {
    switch content {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
    default: []
    }
  }
}
