/// Runs of words that a rule or witness knows.
struct Phrases: Sendable {
  private let phrases: [[Word]]
  /// Their first words: most tokens start none.
  private let starts: WordSet

  /// Whether one of them stands in the tokens.
  func occur(in tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      starts.contains(tokens[index].text)
        && phrases.contains { phrase in
          index + phrase.count <= tokens.endIndex
            && zip(tokens[index...], phrase).allSatisfy { $0.text == $1 }
        }
    }
  }
}

extension Phrases: ExpressibleByArrayLiteral {
  init(arrayLiteral phrases: [Word]...) {
    self.phrases = phrases
    starts = WordSet(phrases.compactMap(\.first))
  }
}
