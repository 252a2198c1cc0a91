/// How an enumeration ends: openly, with a class for the rest, or not at all.
enum ListEnds {
  private static let others: WordSet = ["other", "further", "similar", "additional", "related"]

  /// `…, and other formats`, `… and any other relevant fields`: a class without a rule for its members.
  static func rest(_ tokens: ArraySlice<Token>, _ index: Int) -> Int? {
    var end = index + 1
    if end < tokens.endIndex, ["any", "all", "the", "several", "some"].contains(tokens[end].text) {
      end += 1
    }
    guard end < tokens.endIndex, others.contains(tokens[end].text) else { return nil }
    let noun = end + 1
    guard noun < tokens.endIndex, tokens[noun].kind == .word else { return nil }
    if endsNoun(tokens, noun + 1) { return noun + 1 - index }
    guard noun + 1 < tokens.endIndex, tokens[noun + 1].kind == .word,
      endsNoun(tokens, noun + 2)
    else { return nil }
    return noun + 2 - index
  }

  /// Here, or with where they are: `… and other folders from the repository`.
  private static func endsNoun(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    isHere(tokens, index) || ["in", "from", "on", "before"].contains(tokens[index].text)
  }

  /// Three dots behind a comma, at the end: `1, 2, …, 12` has one.
  static func trailsOff(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    index > tokens.startIndex + 2 && tokens[index - 1].text == "," && isHere(tokens, index + 1)
      && tokens[index - 2].kind != .number
  }

  static func isHere(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    index >= tokens.endIndex || [".", "!", ")", ";"].contains(tokens[index].text)
  }

  /// `… and so on up the callers: a, b, c` lists the rest.
  static func goesOn(_ sentence: Sentence, after end: Int) -> Bool {
    sentence.tokens[min(end, sentence.tokens.endIndex)...].dropLast().contains { $0.text == ":" }
  }

  /// `All views (chat, settings, etc.)`: the members are known by what stands before the bracket.
  static func illustrateAll(_ tokens: ArraySlice<Token>) -> Bool {
    guard let bracket = tokens.lastIndex(where: { $0.text == "(" }),
      !tokens[bracket...].contains(where: { $0.text == ")" })
    else { return false }
    if tokens[max(tokens.startIndex, bracket - 5)..<bracket].contains(where: {
      ["all", "every", "any", "each"].contains($0.text)
    }) {
      return true
    }
    // a clause that defines them
    return tokens[max(tokens.startIndex, bracket - 8)..<bracket].dropFirst().contains {
      ["which", "that", "whose"].contains($0.text)
    }
  }
}
