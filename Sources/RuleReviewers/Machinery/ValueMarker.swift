/// Recognizes TBD, TODO and their kin where they stand for a value and are not merely spoken about.
enum ValueMarker {
  /// No words of any language but of plans: they stand for a value wherever they stand.
  private static let blanks: WordSet = ["tbd", "tbc", "tba", "xxx", "???"]
  /// Words of work as well: `TODO.md`, a list of todos.
  private static let notes: WordSet = ["todo", "fixme", "tktk"]

  /// The token of the marker, nil without one that stands for a value.
  static func index(in sentence: Sentence, isToDo: () -> Bool) -> Int? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      let token = tokens[index]
      if token.text == "needs", token.allCaps, isClarification(tokens, at: index) {
        return sentence.isQuoted(index..<index + 1) ? nil : index
      }
      let standsFor =
        blanks.contains(token.text) && isBlank(sentence, at: index)
        || notes.contains(token.text) && token.allCaps && isNote(sentence, at: index, isToDo)
      if standsFor, !sentence.mentions(index..<index + 1) { return index }
      // `N/N` is joined by a slash and no list of words
      if Blank.stands(in: sentence, at: index), !sentence.isQuoted(index..<index + 1) {
        return index
      }
    }
    return nil
  }

  // MARK: Blanks

  /// Behind these the marker is spoken about: `a TBD`, `marked as TBD`.
  private static let pointing: WordSet = [
    "a", "an", "the", "this", "these", "every", "each", "say", "says", "saying", "read", "reads",
    "mark", "marked", "as", "called", "write", "writes", "type", "types", "of", "leave", "are",
    "unresolved", "remaining", "many", "few", "all", "or", "and",
  ]
  private static let naming: WordSet = [
    "marker", "markers", "placeholder", "placeholders", "item", "items", "entry", "entries",
    "section", "sections", "label", "labels", "comment", "comments", "text", "string", "word",
    "means", "stands", "value", "values", "is", "tag", "tags",
  ]

  private static func isBlank(_ sentence: Sentence, at index: Int) -> Bool {
    let tokens = sentence.tokens
    let (before, after) = (word(tokens, index - 1), word(tokens, index + 1))
    switch tokens[index].text {
    case "???":
      // three marks at the end of a word only ask loudly
      return tokens[index].spaceBefore || !before.last.isLetter || ["is", "are"].contains(before)
    case "tba", "xxx":
      guard tokens[index].allCaps, before != "#" else { return false }
    default: break
    }
    if isWhole(sentence, index) || [":", "=", "(", "[", "is"].contains(before) { return true }
    if before == "are" { return ends(after) }
    return !pointing.contains(before) && !naming.contains(after)
  }

  // MARK: Notes

  private static func isNote(
    _ sentence: Sentence, at index: Int, _ isToDo: () -> Bool
  ) -> Bool {
    let tokens = sentence.tokens
    let (before, after) = (word(tokens, index - 1), word(tokens, index + 1))
    if isWhole(sentence, index) || (before == ":" || before == "=") && ends(after) { return true }
    if before == "(" { return after == ")" || after == ":" }
    if before == "[" { return after == "]" || after == ":" }
    if ["is", "are", "to", "of", "at"].contains(before) { return ends(after) }
    // "Use port TODO."
    if index > tokens.startIndex + 1, ends(after), !pointing.contains(before),
      Vocabulary.imperatives.contains(tokens[tokens.startIndex].text),
      tokens[index - 1].kind == .word,
      tokens[index].text == "todo"
    {
      return true
    }
    let isMarked = [":", "–", "—", "-"].contains(after)
    guard index == tokens.startIndex,
      isMarked || asking.contains(after) || Vocabulary.imperatives.contains(after)
        || Vocabulary.orders.contains(after)
    else { return false }
    let rest = tokens[(isMarked ? index + 2 : index + 1)...]
    // at the start of an item of a list of things to do the word is only the author's bullet
    if tokens[index].text == "fixme" { return true }
    let opening = rest.first { $0.kind == .word }?.text ?? ""
    return assignsWork(rest) && (!sentence.opensBlock || asking.contains(opening) || !isToDo())
  }

  private static let asking: WordSet = [
    "what", "which", "how", "who", "whether", "where", "when", "decide", "clarify", "define",
  ]
  private static let chores: WordSet = [
    "finish", "describe", "figure", "fill", "complete", "find", "investigate", "discuss",
    "determine", "explain", "ask", "link", "expand", "think", "consider", "flesh", "agree",
    "choose", "list", "need", "needs",
  ]

  /// After a prefix stands work for the author; a sentence that speaks about the word starts otherwise.
  private static func assignsWork(_ rest: ArraySlice<Token>) -> Bool {
    guard let opening = rest.first(where: { $0.kind == .word })?.text else { return true }
    return asking.contains(opening) || chores.contains(opening)
      || Vocabulary.imperatives.contains(opening) || Vocabulary.orders.contains(opening)
      || rest.count { $0.kind == .word } <= 3 || rest.last?.text == "?"
  }

  // MARK: Clarifications

  /// `[NEEDS CLARIFICATION: …]`, or without a question right behind what is unclear.
  private static func isClarification(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    guard word(tokens, index - 1) == "[", word(tokens, index + 1) == "clarification" else {
      return false
    }
    if word(tokens, index + 2) == ":" { return index + 3 < tokens.endIndex }
    let subject = index - 2 >= tokens.startIndex ? tokens[index - 2] : nil
    let spoken =
      [
        "no", "any", "mark", "with", "as", "of", "the", "use", "add", "all", "remaining", "marked",
        "unresolved", "these", "a", "each", "every", "for", "or", "and", "contains", "without",
      ] as WordSet
    return word(tokens, index + 2) == "]" && subject?.kind == .word
      && !spoken.contains(subject?.text ?? "") && ends(word(tokens, index + 3))
  }

  // MARK: Parts

  private static func word(_ tokens: ArraySlice<Token>, _ index: Int) -> Word {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }

  private static func ends(_ word: Word) -> Bool {
    ["", ".", "(", ",", ";", "—", "–", ")", "]"].contains(word)
  }

  /// Nothing but the marker stands in the block.
  private static func isWhole(_ sentence: Sentence, _ index: Int) -> Bool {
    let marker = sentence.tokens[index].text
    return sentence.opensBlock && sentence.endsBlock
      && sentence.tokens.allSatisfy { $0.kind == .symbol || $0.text == marker }
  }
}
