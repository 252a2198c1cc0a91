import CheckModel

/// Questions that the author asks in the middle of the work, where only answers belong.
enum WorkQuestion {
  private static let auxiliaries: WordSet = [
    "should", "shall", "do", "does", "can", "could", "will", "would", "is", "are", "must", "may",
    "need", "have",
  ]
  private static let interrogatives: WordSet = [
    "what", "which", "who", "where", "when", "how", "why", "whose",
  ]
  private static let authors: WordSet = ["we", "us", "our", "i"]
  private static let openings: WordSet = ["or", "and", "but", "so", "also", "then"]
  /// What a product asks its user: `Are you sure?`, `Title: Leave the room?`.
  private static let products: WordSet = [
    "you", "your", "dialog", "dialogue", "modal", "prompt", "prompts", "confirm", "confirms",
    "confirmation", "ask", "asks", "asking", "asked", "message", "title", "label", "text", "button",
    "faq", "question", "questions", "heading", "reads", "says", "toast", "popup",
  ]

  /// The sentence, which ends with a question mark, asks whoever builds the plan.
  ///
  /// A question that is the whole of an item may be one of a check list; what asks "should" or "we" is not.
  /// Where a plan explains, questions are a way of writing.
  ///
  /// - Parameter amongQuestions: the items beside it ask as well.
  static func asks(_ sentence: Sentence, amongQuestions: Bool, _ reading: PlanReading) -> Bool {
    guard !reading.explains(sentence.block), !marksFields(sentence.tokens) else { return false }
    let words = WordRun(sentence.tokens)
    if asksInBrackets(sentence, reading) { return true }
    let opening = words.texts.drop(while: openings.contains)
    guard opening.count >= 3, let first = opening.first, let last = sentence.tokens.last,
      !words.has(["you", "your"]),
      !sentence.isQuoted(words.tokenRange(opening.startIndex..<opening.startIndex + 1)),
      !["\"", "”", "“", "'"].contains(last.text)
    else { return false }
    let isWork =
      sentence.binding || sentence.instructs || reading.works(sentence.block)
      || sentence.zone == .item && sentence.endsBlock
    let isQuestion = auxiliaries.contains(first) || interrogatives.contains(first)
    if isQuestion, words.has(authors) || first == "should" || first == "shall" {
      return isWork || sentence.endsBlock
    }
    guard isWork, sentence.zone != .table, sentence.endsBlock, opening.first != "if",
      !reading.continues(after: sentence.block)
    else { return false }
    if isQuestion {
      return !sentence.opensBlock
        || sentence.zone == .item && !(amongQuestions || reading.mayCheck(sentence))
    }
    return (sentence.zone == .item || !sentence.opensBlock) && isUnsure(sentence, words)
  }

  /// `id, scriptId?, type`: what may be left out.
  private static func marksFields(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropLast().contains { tokens[$0].text == "?" && tokens[$0 + 1].text == "," }
  }

  /// An order or a statement that ends as a question: `Drop Python 3.8?`, `Lock the row – or the table?`.
  private static func isUnsure(_ sentence: Sentence, _ words: WordRun) -> Bool {
    let tokens = sentence.tokens
    if let joint = tokens.lastIndex(where: { ["–", "—", ";", "-", ","].contains($0.text) }) {
      let clause = tokens[joint...].filter { $0.kind == .word }.map(\.text)
        .drop(while: openings.contains)
      if clause.contains(where: authors.contains) { return true }
      if let first = clause.first,
        tokens[joint].text == ";" || tokens[joint].text == "–"
          || tokens[joint].text == "—" || tokens[joint].text == ",",
        auxiliaries.contains(first) || interrogatives.contains(first)
      {
        return true
      }
    }
    return !words.has(products)
  }
}

extension WorkQuestion {
  /// `(same screen as the others, or in the sheet?)` behind the words of a step, `(one copy? two?)`.
  private static func asksInBrackets(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let tokens = sentence.tokens
    guard reading.works(sentence.block) || sentence.instructs, sentence.zone != .table,
      let open = tokens.lastIndex(where: { $0.text == "(" }), open > tokens.startIndex
    else { return false }
    let inside = tokens[(open + 1)...].filter { $0.kind == .word || $0.kind == .number }
    guard let first = inside.first, !sentence.has(["you", "your"]),
      !sentence.isQuoted(open..<open + 1)
    else { return false }
    let isClosed = tokens[open...].contains { $0.text == ")" }
    if isClosed {
      // the bracket ends with the question
      let close = tokens.lastIndex { $0.text == ")" } ?? open
      guard tokens[close - 1].text == "?" else { return false }
    }
    if inside.contains(where: { $0.text == "or" }) { return sentence.endsBlock || !isClosed }
    // what another question stands behind: "(one copy? two?)"
    return !isClosed && inside.count >= 2 && !interrogatives.contains(first.text)
  }
}

extension PlanReading {
  private static let checking: WordSet = [
    "checklist", "review", "verification", "verify", "quality", "readiness", "self-review",
    "checks",
    "validation", "audit", "gate", "gates",
  ]

  /// It stands where whoever checks answers.
  fileprivate func mayCheck(_ sentence: Sentence) -> Bool {
    sentence.section.map { titles[$0].contains(where: Self.checking.contains) } ?? false
  }
}
