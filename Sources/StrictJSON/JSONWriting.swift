extension JSONValue {
  /// The value as JSON text without a final line break; `indented` puts each member on its own line.
  ///
  /// Members stay in their order. Control characters, U+2028 and U+2029 are escaped; a real that is not
  /// finite becomes `null`.
  package func text(indented: Bool) -> String {
    var output = ""
    write(to: &output, indented: indented, level: 0)
    return output
  }

  private func write(to output: inout String, indented: Bool, level: Int) {
    switch content {
    case .object(let members):
      Self.list("{", "}", members, to: &output, indented: indented, level: level) { member, text in
        Self.quote(member.key, to: &text)
        text += indented ? ": " : ":"
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
    case .integer(let number): output += String(number)
    case .real(let number): output += number.isFinite ? number.description : "null"
    case .bool(let value): output += value ? "true" : "false"
    case .null: output += "null"
    }
  }

  private var isString: Bool {
    if case .string = content { true } else { false }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ comma: String = ",",
    to output: inout String,
    indented: Bool, level: Int, _ write: (Element, inout String) -> Void
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += comma }
      if indented { output += "\n" + String(repeating: "  ", count: level + 1) }
      write(element, &output)
    }
    if indented, !elements.isEmpty { output += "\n" + String(repeating: "  ", count: level) }
    output += close
  }

  /// Copies whole runs between the characters that must be escaped.
  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    var run = text.startIndex
    for index in text.utf8.indices where beginsEscaped(text.utf8[index]) {
      guard let escaped = escaped(text.unicodeScalars[index]) else { continue }
      output += text[run..<index]
      output += escaped
      run = text.unicodeScalars.index(after: index)
    }
    output += text[run...]
    output += "\""
  }

  /// Whether a character with this first byte may have to be escaped.
  private static func beginsEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return nil
    }
  }
}
