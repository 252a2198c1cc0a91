import CheckModel

/// Words with which an order takes itself back: doubts, wishes, suggestions and permissions.
enum Hesitation {
  /// One of these stands in every such sentence.
  static let words = doubts.union([
    "consider", "could", "try", "want", "nice", "great", "good", "worth", "sense", "lean",
    "leaning", "feel", "think", "rather", "see", "might", "hurt", "tempted", "wonder", "guess",
    "suppose", "maybe", "ideal", "cool", "optionally", "inclined", "suggest",
  ])

  private static let doubts: WordSet = [
    "maybe", "probably", "perhaps", "hopefully", "ideally", "preferably", "presumably", "possibly",
  ]
  private static let phrases: Phrases = [
    ["might", "want", "to"], ["may", "want", "to"], ["nice", "to", "have"],
    ["would", "be", "nice"], ["would", "be", "good"], ["would", "be", "great"],
    ["would", "be", "cool"], ["would", "be", "ideal"], ["would", "be", "helpful"],
    ["might", "be", "worth"], ["may", "be", "worth"], ["could", "be", "worth"],
    ["would", "be", "worth"], ["probably", "worth"], ["worth", "considering"],
    ["might", "make", "sense"], ["may", "make", "sense"], ["could", "make", "sense"],
    ["would", "make", "sense"], ["might", "be", "good"], ["might", "be", "nice"],
    ["might", "be", "a", "good"], ["could", "be", "a", "good"],
    ["lean", "toward"], ["lean", "towards"], ["leaning", "toward"], ["leaning", "towards"],
    ["feel", "free", "to"], ["i'd", "rather"], ["i", "would", "rather"], ["i'd", "suggest"],
    ["i'd", "prefer"], ["i", "would", "prefer"], ["i", "would", "suggest"], ["i", "think", "we"],
    ["i", "guess"], ["i", "suppose"], ["i'm", "tempted"], ["i'm", "inclined"],
    ["wouldn't", "hurt"],
    ["would", "not", "hurt"], ["would", "probably", "not", "hurt"], ["might", "not", "hurt"],
    ["could", "not", "hurt"], ["couldn't", "hurt"], ["we", "might", "also"],
    ["we", "might", "as", "well"],
    ["might", "as", "well"], ["you", "could", "also"], ["you", "might"], ["one", "could"],
    ["one", "might"], ["we", "may", "also"], ["you", "may", "also"],
  ]
  private static let openings: Phrases = [
    ["try", "to"], ["think", "about"], ["consider", "a"], ["consider", "an"],
    ["consider", "whether"], ["consider", "if"], ["see", "if"], ["see", "whether"],
    ["have", "a", "think"], ["what", "about"], ["how", "about"], ["why", "not"],
  ]

  /// The words that hesitate.
  static func place(in words: WordRun) -> Range<Int>? {
    if let index = words.texts.firstIndex(where: doubts.contains), !belongsToNoun(words, index) {
      return index..<index + 1
    }
    if words.texts.count > 2, let opening = opening(of: words) {
      if words.texts[opening] == "consider", opening + 1 < words.texts.count,
        words.texts[opening + 1].hasSuffix("ing")
      {
        return opening..<opening + 2
      }
      if let place = openings.first(in: words, from: opening), place.lowerBound == opening {
        return place
      }
    }
    if let place = phrases.first(in: words) { return place }
    return words.texts.indices.dropLast(2).first {
      words.texts[$0] == "we" && words.texts[$0 + 1] == "could" && words.texts[$0 + 2] != "not"
    }.map { $0..<$0 + 2 }
  }

  /// The sentence is an order behind its first words: `Possibly rename it`, `Think about a cache`.
  static func opens(_ words: WordRun) -> Bool {
    guard let opening = opening(of: words), opening + 1 < words.texts.count else { return false }
    let (word, next) = (words.texts[opening], words.texts[opening + 1])
    if doubts.contains(word) {
      return Vocabulary.imperatives.contains(next) || Vocabulary.orders.contains(next)
        || words.has(["should", "could", "we"])
    }
    if let place = openings.first(in: words, from: opening) { return place.lowerBound == opening }
    guard let place = phrases.first(in: words) else { return false }
    return place.lowerBound <= opening + 1
  }

  private static let leading: WordSet = ["then", "also", "and", "or", "it", "please"]

  private static func opening(of words: WordRun) -> Int? {
    words.texts.firstIndex { !leading.contains($0) && !$0.isTaskID }
  }

  private static let qualities: WordSet = [
    "empty", "null", "nil", "undefined", "stale", "missing", "large", "long", "nested", "partial",
    "multiple", "several", "many", "different", "zero", "negative", "invalid", "truncated", "mixed",
    "cached", "due", "with", "even", "more",
  ]

  /// `a possibly empty list`.
  private static func belongsToNoun(_ words: WordRun, _ index: Int) -> Bool {
    guard words.texts[index] == "possibly" else { return false }
    let next: Word = index + 1 < words.texts.count ? words.texts[index + 1] : ""
    return qualities.contains(next)
      || ["a", "the", "an", "of", "with"].contains(words.word(before: index))
  }
}
