import Foundation

/// The rules of the house for one source file; each returns the places that break it.
enum HouseRules {
  /// Not more lines than a reader can keep in view.
  static func tooLong(_ file: SwiftFile) -> [String] {
    let budget = file.path.contains("/RuleReviewers/Rules/") ? 150 : 400
    return file.lines.count - 1 > budget ? ["\(file.path): \(file.lines.count - 1) lines"] : []
  }

  /// Full Foundation costs every start; only a platform without FoundationEssentials may use it.
  static func importsFoundation(_ file: SwiftFile) -> [String] {
    file.imports.compactMap { module, line in
      guard module == "Foundation" else { return nil }
      let before = file.lines[..<line].suffix(2).map { $0.trimmingCharacters(in: .whitespaces) }
      let isElse = before == ["import FoundationEssentials", "#else"]
      return isElse ? nil : file.place(line)
    }
  }

  /// What can end the process, or silences the compiler, has its reason on the line above.
  static func unexplained(_ file: SwiftFile) -> [String] {
    let words = [
      "try!", "as!", "fatalError(", "precondition(", "preconditionFailure(", "assert(",
      "@unchecked Sendable", "nonisolated(unsafe)", "unsafeBitCast(",
    ]
    return file.lines.indices.compactMap { index in
      let code = withoutTexts(file.lines[index])
      guard words.contains(where: code.contains) || forceUnwraps(code) else { return nil }
      let above = index > 0 ? file.lines[index - 1].trimmingCharacters(in: .whitespaces) : ""
      return above.hasPrefix("//") ? nil : file.place(index)
    }
  }

  /// An exclamation mark right behind a value or a type.
  private static func forceUnwraps(_ code: String) -> Bool {
    let characters = Array(code)
    return characters.indices.dropFirst().contains { index in
      guard characters[index] == "!" else { return false }
      let before = characters[index - 1]
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      return (before.isLetter || before.isNumber || ")]>_".contains(before)) && after != "="
    }
  }

  /// The line without its comment and with empty string literals.
  private static func withoutTexts(_ line: String) -> String {
    var code = ""
    var inText = false
    var escaped = false
    for character in line {
      if inText {
        if escaped {
          escaped = false
        } else if character == "\\" {
          escaped = true
        } else if character == "\"" {
          inText = false
        }
      } else if character == "\"" {
        inText = true
      } else if character == "/", code.last == "/" {
        return String(code.dropLast())
      } else {
        code.append(character)
      }
    }
    return code
  }

  /// What other modules see, and does more than hold a value, says what it means; an operator that
  /// a protocol asks for needs no words.
  static func undocumented(_ file: SwiftFile) -> [String] {
    let kinds = ["func", "struct", "enum", "class", "actor", "protocol", "typealias", "subscript"]
    return file.lines.indices.compactMap { index in
      let words = file.lines[index].split(whereSeparator: { " (<".contains($0) }).map(String.init)
      guard let visible = words.first(where: { !$0.hasPrefix("@") }),
        visible == "package" || visible == "public"
      else { return nil }
      let isOperator = [" func <", " func =="].contains(where: file.lines[index].contains)
      guard words.contains(where: kinds.contains), !isOperator else { return nil }
      var above = index - 1
      while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
        above -= 1
      }
      let comment = above >= 0 ? file.lines[above].trimmingCharacters(in: .whitespaces) : ""
      return comment.hasPrefix("///") ? nil : file.place(index)
    }
  }

  /// Functions of more than 50 lines; the formatter puts the closing brace under the first line.
  static func longFunctions(_ file: SwiftFile) -> [String] {
    file.lines.indices.compactMap { index in
      let line = file.lines[index]
      let code = line.drop { $0 == " " }
      let words = code.prefix { $0 != "(" }.split(separator: " ")
      guard words.contains("func") || words.last == "init", !code.hasPrefix("//") else {
        return nil
      }
      let closing = String(repeating: " ", count: line.count - code.count) + "}"
      guard let end = file.lines[index...].firstIndex(where: { $0.hasPrefix(closing) }) else {
        return nil
      }
      return end - index > 50 ? "\(file.place(index)): \(end - index + 1) lines" : nil
    }
  }
}
