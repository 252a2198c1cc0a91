/// Finds among many sets of words one that shares some with another, without comparing them all.
struct SharedWords {
  /// For each word the sets that have it.
  private var places: [Word: [Int]] = [:]

  /// A word that more sets have tells none of them from the others.
  private static let mostSets = 100

  init(_ sets: [Set<Word>]) {
    for (index, set) in sets.enumerated() {
      for word in set where places[word, default: []].count < Self.mostSets {
        places[word, default: []].append(index)
      }
    }
  }

  /// The index of the first set that has so many of the words.
  func first(with words: Set<Word>, atLeast wanted: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for word in words { for index in places[word, default: []] { counts[index, default: 0] += 1 } }
    return counts.lazy.filter { $0.value >= wanted }.map(\.key).min()
  }
}
