/// Words that a rule or witness knows.
package struct WordSet: Sendable {
  private let slots: WordSlots

  init(_ words: some Collection<Word>) {
    var slots = WordSlots(capacity: words.count)
    for word in words { slots.add(word) }
    self.slots = slots
  }

  @inline(__always)
  func contains(_ word: Word) -> Bool { slots.place(of: word) != nil }

  func union(_ others: WordSet) -> WordSet { WordSet(slots.words + others.slots.words) }
}

extension WordSet: ExpressibleByArrayLiteral {
  package init(arrayLiteral words: Word...) { self.init(words) }
}

/// What a rule or witness knows of some words. Of a word that is given twice the first value counts.
struct WordMap<Value: Sendable>: Sendable {
  private let slots: WordSlots
  /// At the place of its word.
  private let values: [Value?]

  init(_ pairs: some Collection<(Word, Value)>) {
    var slots = WordSlots(capacity: pairs.count)
    for (word, _) in pairs { slots.add(word) }
    var values = [Value?](repeating: nil, count: slots.count)
    for (word, value) in pairs {
      if let place = slots.place(of: word), values[place] == nil { values[place] = value }
    }
    self.slots = slots
    self.values = values
  }

  subscript(word: Word) -> Value? { slots.place(of: word).flatMap { values[$0] } }
}

extension WordMap: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral pairs: (Word, Value)...) { self.init(pairs) }
}

/// A word stands at its scattered place or at the next free one. A dictionary would hash each word that is looked up
/// with care for what an enemy may choose; these words are chosen here.
private struct WordSlots: Sendable {
  /// A power of two of them, at most half of them full, and one more for the empty word, which marks the free ones.
  private var slots: [Word]
  private var hasEmptyWord = false

  init(capacity: Int) {
    var size = 2
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: Word(), count: size + 1)
  }

  var count: Int { slots.count }

  var words: [Word] { slots.filter { !$0.isEmpty } + (hasEmptyWord ? [Word()] : []) }

  mutating func add(_ word: Word) {
    if word.isEmpty { hasEmptyWord = true }
    let place = firstPlace(for: word)
    slots[place] = word
  }

  @inline(__always)
  func place(of word: Word) -> Int? {
    let place = firstPlace(for: word)
    let found = slots[place]
    if found.isEmpty { return hasEmptyWord && word.isEmpty ? slots.count - 1 : nil }
    return place
  }

  /// Where the word stands, or would.
  @inline(__always)
  private func firstPlace(for word: Word) -> Int {
    let last = slots.count - 2
    var place = Int(truncatingIfNeeded: word.scattered) & last
    while true {
      let other = slots[place]
      if other.isEmpty || other == word { return place }
      place = (place + 1) & last
    }
  }
}
