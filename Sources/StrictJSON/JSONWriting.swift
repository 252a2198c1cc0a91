extension JSONValue {
  /// The value as JSON text without a final line break; `indented` puts each member on its own line.
  ///
  /// Members stay in their order. Control characters, U+2028 and U+2029 are escaped; a real that is not
  /// finite becomes `null`.
  package func text(indented: Bool) -> String {
    String(decoding: bytes(indented: indented), as: UTF8.self)
  }

  /// The same as UTF-8.
  package func bytes(indented: Bool) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indented: indented, level: 0)
    return output
  }

  private func write(to output: inout [UInt8], indented: Bool, level: Int) {
    switch content {
    case .object(let members):
      Self.list("{", "}", members, to: &output, indented: indented, level: level) { member, text in
        Self.quote(member.key, to: &text)
        text += (indented ? ": " : ":").utf8
        member.value.write(to: &text, indented: indented, level: level + 1)
      }
    case .array(let elements):
      // short lists of words read better in one line
      let wrapped = indented && !elements.allSatisfy(\.isString)
      let comma = indented && !wrapped ? ", " : ","
      Self.list("[", "]", elements, comma, to: &output, indented: wrapped, level: level) {
        value, text in
        value.write(to: &text, indented: indented, level: level + 1)
      }
    case .string(let text): Self.quote(text, to: &output)
    case .integer(let number): output += String(number).utf8
    case .real(let number): output += (number.isFinite ? number.description : "null").utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .null: output += "null".utf8
    }
  }

  private var isString: Bool {
    if case .string = content { true } else { false }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ comma: String = ",",
    to output: inout [UInt8],
    indented: Bool, level: Int, _ write: (Element, inout [UInt8]) -> Void
  ) {
    output += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { output += comma.utf8 }
      if indented { output += ("\n" + String(repeating: "  ", count: level + 1)).utf8 }
      write(element, &output)
    }
    if indented, !elements.isEmpty {
      output += ("\n" + String(repeating: "  ", count: level)).utf8
    }
    output += close.utf8
  }

  /// Copies whole runs between the characters that must be escaped.
  private static func quote(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      output.append(UInt8(ascii: "\""))
      var run = 0
      var index = 0
      while index < bytes.count {
        // nearly every byte stands for itself
        while index < bytes.count, !mayNeedEscape(bytes[index]) { index += 1 }
        let length = index < bytes.count ? escapedLength(at: index, bytes) : 0
        if length > 0 {
          output += UnsafeBufferPointer(rebasing: bytes[run..<index])
          escape(bytes[index..<index + length], to: &output)
          run = index + length
        }
        index += max(1, length)
      }
      output += UnsafeBufferPointer(rebasing: bytes[run...])
      output.append(UInt8(ascii: "\""))
    }
  }

  /// Whether an escaped character can begin with the byte.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }

  /// How many bytes the character has that begins here, if it must be escaped; else 0. Beside ASCII those are
  /// U+0080–U+009F (`C2 80`–`C2 9F`), U+2028 and U+2029 (`E2 80 A8`, `E2 80 A9`).
  private static func escapedLength(
    at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch bytes[index] {
    case 0x00..<0x20, 0x22, 0x5C, 0x7F: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] <= 0x9F ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  private static func escape(
    _ character: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    let short: UInt8? =
      switch character.first {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): character.first
      case 0x0A: UInt8(ascii: "n")
      case 0x0D: UInt8(ascii: "r")
      case 0x09: UInt8(ascii: "t")
      default: nil
      }
    output.append(UInt8(ascii: "\\"))
    if let short { return output.append(short) }
    let text = String(decoding: character, as: UTF8.self)
    let digits = String(text.unicodeScalars.first?.value ?? 0, radix: 16)
    output += ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
  }
}
