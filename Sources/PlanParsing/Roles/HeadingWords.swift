/// A heading reduced to what decides its role: lower-case words, without numbering, emoji and marks.
struct HeadingWords: Sendable, Hashable {
  /// All words, the numbered kind included: `phase 2 set up the store`.
  var words: String

  /// `2` or `1.3` of `## 1.3 Parser`; nil for a heading that starts with a word.
  var number: String?

  /// `Task 3`, `Phase two`, `フェーズ1`, or `Scenario:` without a number.
  var kind: NumberedHeading?

  /// The words after the kind and its number; all of them when there is no kind.
  var rest: String

  init(_ title: String) {
    var text = Self.fold(title)
    number = Self.removeNumber(&text)
    Self.removeRemark(&text)
    kind = NumberedHeading(start: text)
    words = text
    rest = kind.map { String(text.dropFirst($0.length)).trimmedOfPunctuation } ?? text
  }

  /// Lower case, one space between words, plain quotes, dashes, colons and brackets, no emoji.
  static func fold(_ title: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(title.utf8.count)
    var pendingSpace = false
    func isMark(_ byte: UInt8) -> Bool {
      byte <= 0x20 || [0x2A, 0x60, 0x7E, 0x23, 0x22, 0x5F].contains(byte)
    }
    if title.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in title.utf8 {
        if isMark(byte) {
          pendingSpace = !folded.isEmpty
        } else {
          if pendingSpace { folded.append(ASCII.space) }
          pendingSpace = false
          folded.append(ASCII.lower(byte))
        }
      }
    } else {
      for scalar in title.lowercased().unicodeScalars {
        guard let plain = plain(scalar) else {
          pendingSpace = !folded.isEmpty
          continue
        }
        if pendingSpace { folded.append(ASCII.space) }
        pendingSpace = false
        folded.append(contentsOf: UTF8.encode(plain) ?? .init())
      }
    }
    return String(decoding: folded, as: UTF8.self).trimmedOfPunctuation
  }

  /// nil for white space, emphasis marks and symbols without meaning for a role.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{2018}", "\u{2019}": return "'"
    case "\u{2010}"..."\u{2015}", "\u{2212}": return "-"
    case "\u{FF1A}": return ":"
    case "\u{FF08}": return "("
    case "\u{FF09}": return ")"
    case "\u{FF0F}": return "/"
    case "*", "`", "~", "#", "\u{201C}", "\u{201D}", "\"", "_": return nil
    default: break
    }
    if scalar.value < 0x80 { return scalar.value > 0x20 ? scalar : nil }
    switch scalar.properties.generalCategory {
    case .otherSymbol, .modifierSymbol, .spaceSeparator, .control, .format, .enclosingMark,
      .privateUse, .surrogate, .unassigned:
      return nil
    case .nonspacingMark: return scalar.value == 0xFE0F ? nil : scalar
    default: return scalar
    }
  }

  /// Takes `1.`, `2.3`, `4)`, `iv.`, `a.` or `§ 5` off the start.
  private static func removeNumber(_ text: inout String) -> String? {
    let bytes = Array(text.utf8)
    var end = 0
    while ASCII.isDigit(bytes.peek(end)) || (bytes.peek(end) == 0x2E && end > 0) { end += 1 }
    if end == 0 {
      while end < 5, "ivx".utf8.contains(bytes.peek(end)) { end += 1 }
      if end == 0, ASCII.isLower(bytes.peek(0)) { end = 1 }
      let next = bytes.peek(end)
      guard end > 0, next == 0x2E || next == 0x29, bytes.peek(end + 1) == 0x20 else { return nil }
    }
    let number = String(decoding: bytes[..<end], as: UTF8.self)
    let next = bytes.peek(end)
    guard end == bytes.count || [0x20, 0x29, 0x2E, 0x3A, 0x2D].contains(next) || next >= 0x80
    else { return nil }
    let rest = String(decoding: bytes[end...], as: UTF8.self).trimmedOfPunctuation
    // a heading that is only a number keeps it as its words
    guard !rest.isEmpty else { return nil }
    text = rest
    return number.hasSuffix(".") ? String(number.dropLast()) : number
  }

  /// Takes a last remark such as `(mandatory)`, `[optional]` or `- done` off.
  private static func removeRemark(_ text: inout String) {
    guard let last = text.utf8.last, last == 0x29 || last == ASCII.rightBracket else { return }
    for remark in [
      "(mandatory)", "[mandatory]", "(optional)", "[optional]", "(required)", "[required]",
      "(include if feature involves data)", "(draft)",
    ] where text.hasSuffix(remark) && text.utf8.count > remark.utf8.count {
      text = String(text.dropLast(remark.count)).trimmedOfPunctuation
    }
  }

  /// The words before a bracket, `: ` or ` - `, which often hold the role: `risks (known)`.
  var heads: [String] {
    [": ", " (", " - ", " ["].compactMap { words.before($0)?.trimmedOfPunctuation }
  }

  private static let conjunctions = [
    " and ", " & ", "/", ", ", " + ", ";", " y ", " et ", " und ", " и ", "与", "及び",
  ]

  /// The parts of `risks and guardrails`, `goals / non-goals`, `背景と目的`; empty when there is one.
  var parts: [String] {
    // without a space, a slash or another script there is one part
    guard words.utf8.contains(where: { $0 == ASCII.space || $0 == ASCII.slash || $0 >= 0x80 })
    else {
      return []
    }
    let bytes = Array(words.utf8)
    var parts = [words]
    for mark in Self.conjunctions where bytes.position(of: mark.utf8) != nil {
      parts = parts.flatMap { $0.split(by: mark) }
    }
    guard parts.count > 1 else { return [] }
    return parts.map(\.trimmedOfPunctuation).filter { !$0.isEmpty }
  }
}

extension String {
  /// Without spaces and separating punctuation at both ends; brackets, `?` and `…` stay.
  var trimmedOfPunctuation: String {
    func isDropped(_ byte: UInt8) -> Bool {
      [0x20, 0x3A, 0x2E, 0x2D, 0x2C, 0x3B, 0x7C].contains(byte)
    }
    // 、 and 。
    func isDropped(_ bytes: [UInt8], _ start: Int) -> Bool {
      bytes.peek(start) == 0xE3 && bytes.peek(start + 1) == 0x80
        && (bytes.peek(start + 2) == 0x81 || bytes.peek(start + 2) == 0x82)
    }
    let bytes = Array(utf8)
    var start = 0
    var end = bytes.count
    while start < end {
      if isDropped(bytes[start]) {
        start += 1
      } else if isDropped(bytes, start) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if isDropped(bytes[end - 1]) {
        end -= 1
      } else if isDropped(bytes, end - 3) {
        end -= 3
      } else {
        break
      }
    }
    guard start > 0 || end < bytes.count else { return self }
    return String(decoding: bytes[start..<Swift.max(start, end)], as: UTF8.self)
  }

  /// What stands before the first mark; nil when the mark is missing or comes first.
  func before(_ mark: String) -> String? {
    let text = Array(utf8)
    guard let position = text.position(of: mark.utf8), position > 0 else { return nil }
    return String(decoding: text[..<position], as: UTF8.self)
  }

  /// The pieces between marks.
  func split(by mark: String) -> [String] {
    let text = Array(utf8)
    var pieces: [String] = []
    var start = 0
    while let position = text.position(of: mark.utf8, from: start) {
      pieces.append(String(decoding: text[start..<position], as: UTF8.self))
      start = position + mark.utf8.count
    }
    pieces.append(String(decoding: text[start...], as: UTF8.self))
    return pieces
  }
}

extension [UInt8] {
  /// Where a text, not empty, first stands at or behind an offset.
  fileprivate func position(of text: String.UTF8View, from start: Int = 0) -> Int? {
    let length = text.count
    guard let first = text.first, start + length <= count else { return nil }
    return (start...(count - length)).first { index in
      self[index] == first && self[index..<(index + length)].elementsEqual(text)
    }
  }
}
