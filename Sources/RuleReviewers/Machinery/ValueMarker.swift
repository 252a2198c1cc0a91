/// Recognises TBD, TODO and their kin where they stand for a value and are not merely spoken about.
enum ValueMarker {
  private static let markers: WordSet = ["tbd", "tbc", "todo", "fixme", "tktk"]

  /// The token of the marker, nil without one that stands for a value.
  static func index(in sentence: Sentence, isToDo: () -> Bool) -> Int? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      let token = tokens[index]
      if token.text == "needs", token.allCaps, isClarification(tokens, at: index) {
        return sentence.isQuoted(index..<index + 1) ? nil : index
      }
      let isMarker = markers.contains(token.text) && token.kind == .word
      guard isMarker || token.text == "???" else { continue }
      let isLoud = token.allCaps || token.text == "???"
      let standsFor = standsForValue(sentence, at: index, isLoud: isLoud, isToDo)
      if standsFor, !sentence.mentions(index..<index + 1) { return index }
    }
    return nil
  }

  private static func standsForValue(
    _ sentence: Sentence, at index: Int, isLoud: Bool, _ isToDo: () -> Bool
  ) -> Bool {
    let tokens = sentence.tokens
    let marker = tokens[index].text
    let before = index > tokens.startIndex ? tokens[index - 1].text : ""
    let after = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
    let ends = ["", ".", "(", ",", ";", "—", "–"].contains(after)
    let isWhole =
      tokens.allSatisfy { $0.kind == .symbol || $0.text == marker } && sentence.opensBlock
      && sentence.endsBlock
    // in small letters only the abbreviations are markers, a "todo" is a thing
    guard isLoud || marker == "tbd" || marker == "tbc" else { return false }
    if isWhole || ((before == ":" || before == "=") && ends) { return true }
    guard isLoud else { return false }
    if before == "(" && (after == ")" || after == ":") { return true }
    if before == "[" && after == ":" { return true }
    if ["is", "are", "remains", "still"].contains(before), marker == "tbd" || marker == "tbc" {
      return ends
    }
    let isPrefix = after == ":" && sentence.opensBlock && index == tokens.startIndex
    return isPrefix && marker != "???" && assignsWork(tokens[(index + 2)...])
      && !isToDo()
  }

  private static let chores: WordSet = [
    "finish", "describe", "decide", "figure", "fill", "complete", "find", "investigate", "discuss",
    "clarify", "determine", "explain", "ask", "link", "expand", "think", "consider", "flesh",
    "agree", "choose", "list", "need", "needs",
  ]

  /// After a prefix stands work for the author; a sentence that speaks about the word starts otherwise.
  private static func assignsWork(_ rest: ArraySlice<Token>) -> Bool {
    guard let opening = rest.first(where: { $0.kind == .word })?.text else { return true }
    return chores.contains(opening) || Vocabulary.imperatives.contains(opening)
      || rest.filter { $0.kind == .word }.count <= 3 || rest.last?.text == "?"
  }

  private static func isClarification(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    index > tokens.startIndex && tokens[index - 1].text == "[" && index + 3 < tokens.endIndex
      && tokens[index + 1].text == "clarification" && tokens[index + 2].text == ":"
  }
}
