/// The only way in which text of a plan, reply, path, config or error reaches an output.
///
/// A case is a kind of output; a new format is one more case, and the table of attacks in its test one
/// more column.
package enum Escaping: Sendable, CaseIterable {
  /// A terminal or a log: what cannot be seen is shown as `\u{…}`.
  case text
  /// Between the quotes of a JSON string (RFC 8259): what cannot be seen is a `\uXXXX` escape, so that it
  /// decodes to exactly the text.
  case json
  /// Running text of a Markdown document: no markup, mention or link comes to life.
  case markdown

  /// Running text as one line: line breaks and tabs become spaces (JSON keeps them as escapes).
  package func prose(_ text: String) -> String { escaped(text, keepingBreaks: false) }

  /// A name such as a path or an id, in which nothing is folded: line breaks and tabs are shown too.
  package func verbatim(_ text: String) -> String { escaped(text, keepingBreaks: true) }

  private func escaped(_ text: String, keepingBreaks: Bool) -> String {
    switch self {
    case .text: HiddenCharacters.shown(text, breaksAsSpaces: !keepingBreaks)
    case .json: JSONText.escaped(text)
    case .markdown:
      MarkdownText.escaped(HiddenCharacters.shown(text, breaksAsSpaces: !keepingBreaks))
    }
  }
}

/// JSON's own escapes, and escapes for everything that cannot be seen.
private enum JSONText {
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if HiddenCharacters.hides(scalar) {
          for unit in String(scalar).utf16 {
            let hexadecimal = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
          }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

/// Backslashes before markup, and an empty comment inside whatever a host would turn into a link.
private enum MarkdownText {
  /// An empty comment: it renders as nothing and ends the word that a host would link or mention.
  private static let breaker = "<!-- -->"

  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var atStart = true
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "@", "#":
        result += (scalar == "#" && atStart ? "\\#" : String(scalar)) + breaker
      case ":" where !word.isEmpty:
        result += ":" + breaker
      case "." where word.lowercased() == "www":
        result += "." + breaker
      case "-", "+", "=":
        if atStart { result += "\\" }
        result.unicodeScalars.append(scalar)
      case ".", ")":
        // `1.` at the start of a line would begin a list
        if !word.isEmpty, result == word, word.allSatisfy(\.isNumber) { result += "\\" }
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      if scalar != " " { atStart = false }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else {
        word = ""
      }
    }
    return result
  }
}
