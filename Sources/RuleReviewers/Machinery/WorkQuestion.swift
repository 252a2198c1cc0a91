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
  /// What a product asks its user: `Are you sure?`.
  private static let users: WordSet = ["you", "your"]
  private static let openings: WordSet = ["or", "and", "but", "so", "also", "then"]

  /// The sentence, which ends with a question mark, asks whoever builds the plan.
  ///
  /// A question that is the whole of an item may be one of a check list; what asks "should" or "we" is not.
  /// Where a plan explains, questions are a way of writing.
  static func asks(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    guard !reading.explains(sentence.block) else { return false }
    let words = WordRun(sentence.tokens)
    if asksWhich(words, sentence, reading) { return true }
    let opening = words.texts.drop(while: openings.contains)
    guard let first = opening.first, opening.count >= 3, !words.has(users),
      auxiliaries.contains(first) || interrogatives.contains(first),
      !sentence.isQuoted(words.tokenRange(opening.startIndex..<opening.startIndex + 1))
    else { return false }
    let isWork = sentence.binding || sentence.instructs || reading.works(sentence.block)
    if words.has(authors) || first == "should" || first == "shall" {
      return isWork || sentence.endsBlock
    }
    guard isWork, sentence.zone != .table, sentence.endsBlock,
      !reading.continues(after: sentence.block)
    else { return false }
    return !sentence.opensBlock || sentence.zone == .item && !reading.mayCheck(sentence)
  }
}

extension WorkQuestion {
  /// `(same screen as the others, or in the sheet?)` behind the words of a step.
  private static func asksWhich(
    _ words: WordRun, _ sentence: Sentence, _ reading: PlanReading
  ) -> Bool {
    guard reading.works(sentence.block), sentence.zone != .table, sentence.endsBlock,
      sentence.tokens.last?.text == ")", words.has(["or"]), !words.has(users),
      let open = sentence.tokens.lastIndex(where: { $0.text == "(" })
    else { return false }
    return sentence.tokens[open...].contains { $0.text == "or" }
  }
}

extension PlanReading {
  /// A checkbox, or an item where criteria and tests stand: its questions are answered by whoever checks.
  fileprivate func mayCheck(_ sentence: Sentence) -> Bool {
    if block(sentence.block, isIn: .acceptance) || block(sentence.block, isIn: .tests) {
      return true
    }
    var place: Int? = sentence.block
    while let index = place {
      if case .item(let item) = plan.blocks[index].kind { return item.checkbox != nil }
      place = plan.blocks[index].parent
    }
    return false
  }
}
