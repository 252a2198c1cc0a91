import TextUnits

/// Finds what a text calls by name: code, paths, ids, quantities.
enum NamesInText {
  /// The names in the order of the text, folded; a name twice is there twice.
  static func find(in text: String) -> [String] {
    var names: [String] = []
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        let code = trimmed(part, of: " ()")
        if !code.isEmpty { names.append(CaseFolding.folded(String(code))) }
      } else {
        names += plainNames(in: part)
      }
    }
    return names
  }

  /// Names that stand in running text, without backticks.
  private static func plainNames(in text: Substring) -> [String] {
    let tokens = text.split(whereSeparator: \.isWhitespace).map { trimmed($0, of: marks) }
    var names: [String] = []
    for (index, token) in tokens.enumerated() where !token.isEmpty {
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      if isNumber(token), units.contains(CaseFolding.folded(String(next))) {
        names.append(CaseFolding.folded(String(token) + String(next)))
      } else if isNumber(next), labels.contains(CaseFolding.folded(String(token))) {
        names.append(CaseFolding.folded("\(token) \(next)"))
      } else if isPath(token) || isID(token) || isSymbol(token) || isQuantity(token) {
        names.append(CaseFolding.folded(String(trimmed(token, of: "()"))))
      }
    }
    return names
  }

  private static let marks = ".,;:!?\"'“”‘’()[]{}<>*"
  private static let units: Set<String> = [
    "%", "ms", "s", "sec", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours",
    "day", "days", "kb", "mb", "gb", "kib", "mib", "gib", "bytes", "px", "characters", "lines",
    "columns", "times", "retries", "attempts",
  ]
  private static let labels: Set<String> = [
    "task", "step", "phase", "requirement", "criterion", "story",
  ]

  private static func trimmed(_ text: Substring, of characters: String) -> Substring {
    var rest = text
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return rest
  }

  private static func isNumber(_ token: Substring) -> Bool {
    guard let first = token.first, first.isASCII, first.isNumber else { return false }
    return token.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
  }

  /// `30s`, `5MB`, `80%`.
  private static func isQuantity(_ token: Substring) -> Bool {
    let digits = token.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = token.dropFirst(digits.count)
    return isNumber(digits) && units.contains(CaseFolding.folded(String(unit)))
  }

  /// A slash with something on both sides, or a short extension; `e.g` has neither.
  private static func isPath(_ token: Substring) -> Bool {
    let parts = token.split(separator: "/")
    if parts.count > 1, token.contains(where: \.isLetter) { return true }
    guard let dot = token.lastIndex(of: "."), dot != token.startIndex else { return false }
    let suffix = token[token.index(after: dot)...]
    guard token.count > 3 else { return false }
    return (1...5).contains(suffix.count) && suffix.contains(where: \.isLetter)
      && suffix.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
      && !token.contains("://")
  }

  /// `FR-001`, `T012`: capital letters, then digits.
  private static func isID(_ token: Substring) -> Bool {
    let letters = token.prefix { $0.isASCII && $0.isUppercase }
    var rest = token.dropFirst(letters.count)
    if rest.first == "-" { rest.removeFirst() }
    return !letters.isEmpty && letters.count <= 6 && isNumber(rest)
  }

  /// `snake_case`, `camelCase`, `call()`.
  private static func isSymbol(_ token: Substring) -> Bool {
    guard token.first?.isLetter == true || token.first == "_" else { return false }
    if token.contains("_") && token.count > 2 || token.hasSuffix("()") { return true }
    return zip(token, token.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }
}
