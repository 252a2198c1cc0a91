import TextUnits

/// Finds what a text calls by name: code, paths, ids, quantities.
enum NamesInText {
  private typealias Text = Substring.UnicodeScalarView

  /// The names in the order of the text, folded; a name twice is there twice.
  static func find(in text: String) -> [String] {
    var names: [String] = []
    let parts = text.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 {
        let code = trimmed(part, of: [" ", "(", ")"])
        if !code.isEmpty { names.append(folded(code)) }
      } else {
        names += plainNames(in: part)
      }
    }
    return names
  }

  /// Names that stand in running text, without backticks.
  private static func plainNames(in text: Text) -> [String] {
    let tokens = text.split(whereSeparator: \.properties.isWhitespace).map {
      trimmed($0, of: marks)
    }
    var names: [String] = []
    for (index, token) in tokens.enumerated() where !token.isEmpty {
      let next = index + 1 < tokens.count ? tokens[index + 1] : Text()
      if isNumber(token), units.contains(folded(next)) {
        names.append(folded(token) + folded(next))
      } else if isNumber(next), labels.contains(folded(token)) {
        names.append(folded(token) + " " + folded(next))
      } else if isPath(token) || isID(token) || isSymbol(token) || isQuantity(token) {
        names.append(folded(trimmed(token, of: ["(", ")"])))
      }
    }
    return names
  }

  private static func folded(_ text: Text) -> String {
    CaseFolding.folded(String(Substring(text)))
  }

  private static let marks = Array(".,;:!?\"'“”‘’()[]{}<>*".unicodeScalars)
  private static let units: Set<String> = [
    "%", "ms", "s", "sec", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours",
    "day", "days", "kb", "mb", "gb", "kib", "mib", "gib", "bytes", "px", "characters", "lines",
    "columns", "times", "retries", "attempts",
  ]
  private static let labels: Set<String> = [
    "task", "step", "phase", "requirement", "criterion", "story",
  ]

  private static func trimmed(_ text: Text, of characters: [Unicode.Scalar]) -> Text {
    var rest = text
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return rest
  }

  private static func isNumber(_ token: Text) -> Bool {
    token.first.map(isDigit) == true
      && token.allSatisfy { isDigit($0) || $0 == "." || $0 == "," }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isCapital(scalar) || isSmall(scalar) : scalar.properties.isAlphabetic
  }

  /// `30s`, `5MB`, `80%`.
  private static func isQuantity(_ token: Text) -> Bool {
    let digits = token.prefix { isDigit($0) || $0 == "." }
    return isNumber(digits) && units.contains(folded(token[digits.endIndex...]))
  }

  /// A slash with something on both sides, or a short extension; `e.g` has neither.
  private static func isPath(_ token: Text) -> Bool {
    let parts = token.split(separator: "/")
    if parts.count > 1, token.contains(where: isLetter) { return true }
    guard let dot = token.lastIndex(of: "."), dot != token.startIndex else { return false }
    let suffix = token[token.index(after: dot)...]
    guard token.count > 3 else { return false }
    return (1...5).contains(suffix.count) && suffix.contains(where: isLetter)
      && suffix.allSatisfy { isSmall($0) || isDigit($0) }
  }

  /// `FR-001`, `T012`: capital letters, then digits.
  private static func isID(_ token: Text) -> Bool {
    let letters = token.prefix(while: isCapital)
    var rest = token[letters.endIndex...]
    if rest.first == "-" { rest.removeFirst() }
    return !letters.isEmpty && letters.count <= 6 && isNumber(rest)
  }

  /// `snake_case`, `camelCase`, `call()`.
  private static func isSymbol(_ token: Text) -> Bool {
    guard token.first.map(isLetter) == true || token.first == "_" else { return false }
    if token.contains("_") && token.count > 2 || token.suffix(2).elementsEqual(["(", ")"]) {
      return true
    }
    return zip(token, token.dropFirst()).contains { isSmall($0) && isCapital($1) }
  }
}
