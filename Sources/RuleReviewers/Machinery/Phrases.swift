/// Runs of words that a rule or witness knows.
struct Phrases: Sendable {
  private let phrases: [[Word]]
  /// Their first words: most tokens start none.
  private let starts: WordSet

  /// Whether one of them stands in the tokens.
  func occur(in tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { opening(tokens[$0...]) != nil }
  }

  /// The length of the longest that the tokens begin with; nil when none does.
  func opening(_ tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.first, starts.contains(first.text) else { return nil }
    return phrases.lazy.filter { phrase in
      phrase.count <= tokens.count && zip(tokens, phrase).allSatisfy { $0.text == $1 }
    }.map(\.count).max()
  }

  /// Whether the tokens end with one of them.
  func end(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { opening(tokens[$0...]) == tokens.endIndex - $0 }
  }
}

extension Phrases: ExpressibleByArrayLiteral {
  init(arrayLiteral phrases: [Word]...) {
    self.phrases = phrases
    starts = WordSet(phrases.compactMap(\.first))
  }
}
