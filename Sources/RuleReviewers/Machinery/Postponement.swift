/// Recognizes words that put a decision or a part of the work off.
enum Postponement {
  /// One of these stands in every such sentence.
  static let words = settlings.union(settling).union(unsettled).union(postponing)
    .union(LaterDecision.words)

  /// The words that put it off.
  static func place(in words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    toBe(words, sentence) ?? later(words) ?? openStep(words, sentence) ?? notYet(words)
      ?? comesLater(words, sentence) ?? laterDecision(words, sentence)
      ?? labeledLater(words, sentence)
  }

  /// `Retention rules: later.`
  private static func labeledLater(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    guard let last = words.positions.last, last > sentence.tokens.startIndex,
      sentence.tokens[last].text == "later",
      [":", "–", "—"].contains(sentence.tokens[last - 1].text)
    else { return nil }
    return words.texts.count - 1..<words.texts.count
  }

  /// Somebody decides it later, outside conditions of the product.
  private static func laterDecision(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    // "Whether guests may comment is still being discussed" asks in its first word and is no condition
    let opening = ["whether", "which", "that"].contains(words.texts.first ?? "") ? 1 : 0
    guard let place = LaterDecision.place(in: words, sentence),
      !words.texts[min(opening, place.lowerBound)..<place.lowerBound].contains(
        where: conditions.contains)
    else { return nil }
    return place
  }

  private static let settlings: WordSet = [
    "decided", "determined", "defined", "specified", "designed", "finalized", "finalised",
    "agreed", "chosen", "confirmed", "filled", "clarified",
  ]
  private static let postponing: WordSet = ["later", "during", "afterwards", "eventually", "soon"]

  /// `… to be decided`, `… will be determined during implementation`.
  private static func toBe(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    for index in words.texts.indices.dropFirst(2) where settlings.contains(words.texts[index]) {
      let opening = words.texts[index - 2]
      guard words.texts[index - 1] == "be", opening == "to" || opening == "will" else { continue }
      let rest = words.texts[(index + 1)...].prefix(4)
      let isLast = index + 1 == words.texts.count || endsClause(words, index, sentence)
      if opening == "to", isLast || rest.contains(where: postponing.contains) {
        // "needs to be defined" is work and no delay
        let before = index >= 3 ? words.texts[index - 3] : ""
        let isWork = ["defined", "specified", "designed"].contains(words.texts[index])
        if isWork, ["needs", "need", "has", "have", "must"].contains(before) { continue }
        return index - 2..<index + 1
      }
      if opening == "will", rest.contains(where: postponing.contains) {
        return index - 2..<index + 1
      }
    }
    return nil
  }

  private static func endsClause(_ words: WordRun, _ index: Int, _ sentence: Sentence) -> Bool {
    let next = words.positions[index] + 1
    guard next < sentence.tokens.endIndex else { return true }
    return [".", ",", ";", ")", "]", "!", ":"].contains(sentence.tokens[next].text)
  }

  private static let settling: WordSet = [
    "decide", "define", "design", "specify", "determine", "finalize", "finalise", "figure", "work",
    "choose", "pick",
  ]

  /// `define the layout later`, but not `in a later task`.
  private static func later(_ words: WordRun) -> Range<Int>? {
    guard let end = endOfDelay(words), !words.has(LaterDecision.served),
      let start = words.texts[..<end].suffix(7).firstIndex(where: settling.contains),
      words.texts[start] != "work" || words.texts[start + 1] == "out"
    else { return nil }
    return start..<end + 1
  }

  private static let building: WordSet = [
    "implementation", "development", "coding", "implementing", "build", "review",
  ]

  /// The last word of `… later` or `… during development`, where the sentence ends with it.
  private static func endOfDelay(_ words: WordRun) -> Int? {
    guard let last = words.texts.last else { return nil }
    let end = words.texts.count - 1
    if last == "later" { return end }
    guard building.contains(last) else { return nil }
    return ["during", "while", "the"].contains(words.word(before: end))
      && words.texts[max(0, end - 2)..<end].contains("during") || words.word(before: end) == "while"
      ? end : nil
  }

  private static let unsettled: WordSet = [
    "undecided", "settled", "final", "clear", "open", "decide", "follow", "unclear", "unsure",
    "sure",
    "discussed", "discuss", "discussion", "agree", "defined", "decided",
  ]
  private static let open: Phrases = [
    ["is", "undecided"], ["are", "undecided"], ["still", "undecided"], ["is", "still", "open"],
    ["are", "still", "open"], ["not", "yet", "decided"], ["not", "decided", "yet"],
    ["not", "been", "decided"], ["not", "yet", "been", "decided"], ["not", "yet", "settled"],
    ["not", "settled", "yet"], ["not", "yet", "agreed"], ["not", "agreed", "yet"],
    ["not", "yet", "specified"], ["not", "yet", "determined"], ["not", "yet", "chosen"],
    ["not", "yet", "final"], ["not", "final", "yet"], ["not", "yet", "clear"],
    ["not", "clear", "yet"], ["yet", "to", "be", "decided"], ["yet", "to", "be", "determined"],
    ["yet", "to", "be", "specified"], ["yet", "to", "be", "agreed"], ["details", "to", "follow"],
    ["details", "will", "follow"], ["still", "have", "to", "decide"],
    ["have", "yet", "to", "decide"],
    ["still", "need", "to", "decide"], ["we", "need", "to", "decide"], ["must", "still", "decide"],
    ["we", "have", "to", "decide"], ["unclear", "whether"], ["unclear", "if"],
    ["unclear", "how"], ["unclear", "which"], ["not", "clear", "whether"], ["not", "clear", "if"],
    ["not", "clear", "which"], ["not", "sure", "whether"], ["not", "sure", "if"],
    ["not", "sure", "how"], ["not", "sure", "which"], ["unsure", "whether"], ["unsure", "if"],
    ["to", "be", "discussed"], ["needs", "to", "be", "discussed"], ["still", "to", "discuss"],
    ["we", "still", "need", "to", "agree"], ["not", "yet", "been", "agreed"],
    ["not", "yet", "defined"], ["not", "defined", "yet"], ["not", "been", "defined"],
    ["not", "yet", "been", "defined"], ["have", "not", "decided"], ["haven't", "decided"],
    ["has", "not", "been", "decided"], ["is", "yet", "to", "be", "defined"],
    ["needs", "further", "discussion"], ["up", "for", "discussion"],
  ]

  /// `The wording is not decided yet`, outside conditions of the product.
  private static func notYet(_ words: WordRun) -> Range<Int>? {
    guard let place = open.first(in: words),
      !words.texts[..<place.lowerBound].contains(where: conditions.contains)
    else { return nil }
    return place
  }

  /// What is left undone when nobody says which task does it: `Error handling comes later`.
  private static let postponed: Phrases = [
    ["comes", "later"], ["come", "later"], ["follows", "later"], ["follow", "later"],
    ["happens", "later"], ["done", "later"], ["added", "later"], ["handled", "later"],
    ["implemented", "later"], ["addressed", "later"], ["fixed", "later"], ["solved", "later"],
    ["dealt", "with", "later"], ["taken", "care", "of", "later"], ["written", "later"],
    ["cleaned", "up", "later"], ["sorted", "out", "later"], ["tackled", "later"],
    ["come", "back", "to", "this", "later"], ["come", "back", "to", "it", "later"],
    ["revisit", "this", "later"], ["revisit", "it", "later"], ["revisited", "later"],
    ["worked", "out", "later"], ["figured", "out", "later"], ["defined", "later"],
    ["decided", "later"], ["specified", "later"], ["clarified", "later"], ["agreed", "later"],
    ["fix", "it", "later"], ["fix", "this", "later"], ["fix", "that", "later"],
  ]

  private static func comesLater(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    guard let place = postponed.first(in: words), place.upperBound == words.texts.count,
      !words.texts[..<place.lowerBound].contains(where: conditions.contains),
      !words.has(["can", "could", "may", "might", "task", "tasks", "phase", "not", "never"])
    else { return nil }
    return place
  }

  private static let conditions: WordSet = [
    "if", "when", "while", "until", "till", "unless", "whether", "that", "which", "because",
    "since",
  ]

  private static let asking: WordSet = [
    "which", "how", "whether", "what", "where", "between", "on",
  ]

  /// A step that is itself a decision.
  private static func openStep(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    guard sentence.binding || sentence.instructs, words.texts.count >= 3 else { return nil }
    let opening = Array(words.texts.prefix(3))
    if opening[0] == "decide", asking.contains(opening[1]) { return 0..<2 }
    let isWorkedOut =
      (opening[0] == "figure" || opening[0] == "work") && opening[1] == "out"
      && asking.contains(opening[2])
    return isWorkedOut ? 0..<3 : nil
  }
}
