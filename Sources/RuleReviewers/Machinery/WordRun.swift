/// The words and numbers of an utterance, marks left out.
struct WordRun {
  let texts: [Word]
  let positions: [Int]

  init(_ tokens: ArraySlice<Token>) {
    var texts: [Word] = []
    var positions: [Int] = []
    texts.reserveCapacity(tokens.count)
    positions.reserveCapacity(tokens.count)
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number else { continue }
      texts.append(token.text)
      positions.append(index)
    }
    self.texts = texts
    self.positions = positions
  }

  /// The first of `wanted` among the `count` words from `start` on.
  func first(_ wanted: WordSet, from start: Int, within count: Int) -> Int? {
    guard start < texts.count else { return nil }
    return texts[start..<min(texts.count, start + count)].firstIndex(where: wanted.contains)
  }

  func tokenRange(_ range: Range<Int>) -> Range<Int> {
    positions[range.lowerBound]..<positions[range.upperBound - 1] + 1
  }

  /// Whether these words stand there, one behind the other.
  func stands(_ phrase: [Word], at index: Int) -> Bool {
    index >= 0 && index + phrase.count <= texts.count
      && zip(texts[index...], phrase).allSatisfy { $0 == $1 }
  }

  func has(_ wanted: WordSet) -> Bool { texts.contains(where: wanted.contains) }

  func word(before index: Int) -> Word { index > 0 ? texts[index - 1] : "" }
}
