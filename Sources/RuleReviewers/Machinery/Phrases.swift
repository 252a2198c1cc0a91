/// Runs of words that a rule or witness knows.
struct Phrases: Sendable {
  private let phrases: [[Word]]
  /// Their first words: most tokens start none.
  private let starts: WordSet

  /// Whether one of them stands in the tokens.
  func occur(in tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { length(in: tokens, at: $0) != nil }
  }

  /// The length of the first that stands at that very token.
  func length(in tokens: ArraySlice<Token>, at index: Int) -> Int? {
    guard starts.contains(tokens[index].text) else { return nil }
    return phrases.first { phrase in
      index + phrase.count <= tokens.endIndex
        && zip(tokens[index...], phrase).allSatisfy { $0.text == $1 }
    }?.count
  }

  /// Whether the tokens end with one of them.
  func end(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      length(in: tokens, at: index).map { index + $0 == tokens.endIndex } ?? false
    }
  }
}

extension Phrases {
  /// Where the first of them stands in the words; of several that begin there the one named first.
  func first(in words: WordRun, from start: Int = 0) -> Range<Int>? {
    for index in words.texts.indices.dropFirst(start) where starts.contains(words.texts[index]) {
      if let phrase = phrases.first(where: { words.stands($0, at: index) }) {
        return index..<index + phrase.count
      }
    }
    return nil
  }
}

extension Phrases: ExpressibleByArrayLiteral {
  init(arrayLiteral phrases: [Word]...) {
    self.phrases = phrases
    starts = WordSet(phrases.compactMap(\.first))
  }
}
