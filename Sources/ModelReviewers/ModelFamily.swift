/// Which family a model belongs to: two models of one family are not two opinions.
package enum ModelFamily {
  /// The family that the name of a model tells; nil for a name that tells nothing.
  ///
  /// Capitals and spaces do not matter, since models write their own names in many ways. A known name
  /// counts behind any vendor (`azure/gpt-5` is openai); else the vendor before the last slash counts. A
  /// name that claims two families tells nothing.
  package static func of(_ model: String) -> String? {
    guard let family = byName(model) else { return nil }
    let words = model.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let claims = Set(words.compactMap { claim(of: $0) })
    return claims.isSubset(of: [family]) && isPlain(family) ? family : nil
  }

  private static func claim(of word: Substring) -> String? {
    switch word {
    case "claude", "anthropic": "anthropic"
    case "gpt", "chatgpt", "codex", "openai": "openai"
    case "gemini": "google"
    default: nil
    }
  }

  /// Letters that look alike, or cannot be seen, would make two families of one.
  private static func isPlain(_ family: String) -> Bool {
    family.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "-._".utf8.contains(byte)
    }
  }

  private static func byName(_ model: String) -> String? {
    let name = model.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty else { return nil }
    if let known = known(last) { return known }
    guard parts.count > 1, let vendor = parts.dropLast().last, !vendor.isEmpty else { return nil }
    return String(vendor)
  }

  private static func known(_ name: Substring) -> String? {
    if name == "claude" || name.hasPrefix("claude-") { return "anthropic" }
    if name == "codex" || name.hasPrefix("codex-") || name.hasPrefix("gpt-") { return "openai" }
    if name.first == "o", let digit = name.dropFirst().first, digit.isASCII, digit.isNumber {
      return "openai"
    }
    if name == "gemini" || name.hasPrefix("gemini-") { return "google" }
    return nil
  }
}
