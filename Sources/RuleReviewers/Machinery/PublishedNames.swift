import CheckModel

/// Names that programs outside of the plan call: flags, endpoints, headers, settings, fields of answers.
enum PublishedNames {
  private static let active: WordSet = ["rename", "renames", "remove", "removes", "drop", "drops"]
  private static let passive: WordSet = ["renamed", "removed", "dropped"]
  private static let auxiliaries: WordSet = [
    "is", "are", "be", "gets", "get", "was", "were", "been",
  ]
  private static let nouns: WordSet = [
    "flag", "flags", "endpoint", "endpoints", "route", "routes", "subcommand", "webhook",
    "webhooks",
  ]
  /// These are published where the sentence says of what.
  private static let parts: WordSet = [
    "field", "fields", "key", "keys", "property", "properties", "parameter", "parameters", "header",
    "headers", "option", "options", "event", "events", "variable", "setting", "command", "method",
  ]
  private static let wholes: WordSet = [
    "answer", "answers", "response", "responses", "payload", "payloads", "api", "json", "public",
    "environment", "request", "requests", "query", "http", "cli", "exported", "webhook", "config",
    "configuration",
  ]

  /// The sentence takes such a name away.
  static func isChanged(in sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    let tokens = sentence.tokens
    return tokens.indices.contains { index in
      if active.contains(tokens[index].text) {
        // an order, and nothing that a person does with a button
        let isOrder =
          !tokens[tokens.startIndex..<index].contains {
            $0.kind == .word && subjects.contains($0.text)
          }
        return isOrder
          && isName(tokens[index + 1..<min(tokens.endIndex, index + 7)], sentence, bytes)
      }
      guard passive.contains(tokens[index].text), index > tokens.startIndex,
        auxiliaries.contains(tokens[index - 1].text)
      else { return false }
      return isName(tokens[max(tokens.startIndex, index - 9)..<index - 1], sentence, bytes)
    }
  }

  private static let subjects: WordSet = [
    "user", "users", "can", "to", "button", "not", "don't", "never", "when", "if", "without", "no",
    "may", "would", "could", "admin", "visitor", "customer", "function",
  ]
  /// Before the name these say that it is only used at a place, or was never there.
  private static let places: WordSet = ["from", "unused", "dead", "in", "handler", "test", "tests"]

  private static func isName(
    _ words: ArraySlice<Token>, _ sentence: Sentence, _ bytes: [UInt8]
  ) -> Bool {
    for index in words.indices {
      let token = words[index]
      if places.contains(token.text) { return false }
      if token.kind == .code, isPublished(bytes[token.range]) { return true }
      if nouns.contains(token.text) {
        return !(["flag", "flags"].contains(token.text) && isOfBuild(words[..<index]))
      }
      if parts.contains(token.text), sentence.has(wholes) { return true }
    }
    return false
  }

  /// `build flags` are nobody's but the build's.
  private static func isOfBuild(_ before: ArraySlice<Token>) -> Bool {
    ["build", "compiler", "linker"].contains(before.last?.text ?? "")
  }

  /// `--flag`, `GET /path`, `SOME_VARIABLE`
  private static func isPublished(_ code: ArraySlice<UInt8>) -> Bool {
    if code.starts(with: [0x2D, 0x2D]) { return !code.contains(0x20) }
    if methods.contains(where: { code.starts(with: $0) }) { return true }
    return code.contains(0x5F) && code.count >= 6
      && code.allSatisfy { $0.isUpper || $0.isDigit || $0 == 0x5F }
  }

  private static let methods = ["GET /", "POST /", "PUT /", "PATCH /", "DELETE /"].map {
    Array($0.utf8)
  }

  private static let minding: WordSet = [
    "breaking", "compatible", "compatibility", "backward", "backwards", "backward-compatible",
    "backwards-compatible", "deprecate", "deprecated", "deprecates", "deprecation", "alias",
    "aliases", "caller", "callers", "clients", "consumers", "unreleased", "semver", "transition",
    "migration", "unused", "downstream", "integrators", "grandfathered",
  ]
  private static let phrases: Phrases = [
    ["old", "name"], ["old", "names"], ["both", "names"], ["old", "flag"], ["still", "works"],
    ["still", "accepted"], ["keeps", "working"], ["keep", "working"], ["not", "released"],
    ["never", "released"], ["nobody", "uses"], ["no", "users"], ["not", "used"],
    ["one", "release"],
    ["major", "version"], ["next", "major"], ["release", "notes"], ["existing", "users"],
    ["existing", "scripts"], ["external", "users"], ["grace", "period"],
  ]

  /// It says what becomes of those who use a published name, or which version changes it.
  static func mindsUsers(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    if sentence.has(minding) || phrases.occur(in: tokens) { return true }
    return tokens.indices.dropLast().contains {
      tokens[$0].text == "version" && tokens[$0 + 1].kind == .number
    }
  }
}
