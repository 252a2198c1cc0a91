import CheckModel

/// What answers a question of the plan.
enum Answers {
  private static let answers: WordSet = [
    "answer", "answered", "decision", "decided", "resolved", "resolution", "yes", "no", "→", "->",
    "—", "✅", "=>", "chosen", "agreed",
  ]
  /// These answer only with a colon behind them.
  private static let labels: WordSet = [
    "a", "proposal", "default", "assumption", "recommendation", "outcome", "current",
  ]

  private static func opensAnswer(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    let isOpening = { (token: Token) in token.kind == .word || answers.contains(token.text) }
    guard let opening = tokens.firstIndex(where: isOpening) else { return false }
    if answers.contains(tokens[opening].text) { return true }
    return labels.contains(tokens[opening].text) && opening + 1 < tokens.endIndex
      && tokens[opening + 1].text == ":"
  }

  private static let suspecting: Phrases = [
    ["i", "suspect"], ["we", "suspect"], ["i", "think"], ["we", "think"], ["i", "assume"],
    ["we", "assume"], ["probably", "not"], ["probably", "yes"], ["likely", "not"],
  ]

  /// `(I suspect not, …)`: the author answers in brackets.
  private static func suspects(_ sentence: Sentence) -> Bool {
    guard sentence.tokens.first?.text == "(" else { return false }
    return suspecting.length(in: sentence.tokens, at: sentence.tokens.startIndex + 1) != nil
  }

  private static let looking: WordSet = ["check", "run", "look", "inspect", "verify"]

  /// `The agent should check `git log …``: what to do to know it.
  private static func asksTheCode(_ sentence: Sentence) -> Bool {
    guard let verb = sentence.tokens.firstIndex(where: { looking.contains($0.text) }) else {
      return false
    }
    return sentence.tokens[verb...].prefix(3).contains { $0.kind == .code }
  }

  /// An answer opens one of the next sentences of the block, or one of the two blocks after it.
  ///
  /// - Parameter isMarked: the question is marked as one; then what follows it in its own item answers it.
  static func follow(_ index: Int, _ sentences: [Sentence], isMarked: Bool) -> Bool {
    let block = sentences[index].block
    var blocksSeen = 0
    var lastBlock = block
    var next = index + 1
    while next < sentences.count, next < index + 12 {
      let sentence = sentences[next]
      guard sentence.file == sentences[index].file else { break }
      if sentence.block != lastBlock {
        lastBlock = sentence.block
        blocksSeen += 1
      }
      if blocksSeen > 2 || sentence.zone == .heading { break }
      if opensAnswer(sentence) || blocksSeen == 0 && (asksTheCode(sentence) || suspects(sentence)) {
        return true
      }
      // what follows a marked question in its own item answers it
      if isMarked, blocksSeen == 0, sentence.tokens.count > 2, !sentence.endsWithQuestion {
        return true
      }
      next += 1
    }
    return false
  }
}

extension Sentence {
  /// A question mark is its last mark, brackets and emphasis aside.
  var endsWithQuestion: Bool {
    tokens.last { !["*", ")", "_", "."].contains($0.text) }?.text == "?"
  }
}
