import CheckModel

/// Words with which an order takes itself back: doubts, wishes, suggestions and permissions.
enum Hesitation {
  /// One of these stands in every such sentence.
  static let words = doubts.union([
    "consider", "could", "try", "want", "nice", "great", "good", "worth", "sense", "lean",
    "leaning", "feel", "think", "rather", "see", "might", "hurt", "tempted", "wonder", "guess",
    "suppose", "maybe", "may", "would", "why", "how", "what", "ideal", "cool", "optionally",
    "inclined", "suggest",
  ])

  private static let doubts: WordSet = [
    "maybe", "probably", "perhaps", "hopefully", "ideally", "preferably", "presumably", "possibly",
    "potentially",
  ]
  private static let phrases: Phrases = [
    ["might", "want", "to"], ["may", "want", "to"], ["nice", "to", "have"],
    ["probably", "worth"], ["worth", "considering"], ["i", "suggest"], ["best", "would", "be"],
    ["better", "would", "be"], ["we", "might", "need"], ["we", "may", "need"],
    ["you", "might", "need"],
    ["might", "be", "needed"], ["may", "be", "a", "need"], ["may", "be", "needed"],
    ["might", "be", "necessary"], ["may", "be", "necessary"], ["might", "have", "to"],
    ["might", "make", "sense"], ["may", "make", "sense"], ["could", "make", "sense"],
    ["would", "make", "sense"],
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
    if let index = words.texts.indices.first(where: { doubtsOrder(words, at: $0) }) {
      return index..<index + 1
    }
    if words.texts.count > 2, let opening = opening(of: words) {
      if words.texts[opening] == "consider", considersWork(words, behind: opening) {
        return opening..<opening + 2
      }
      if let place = openings.first(in: words, from: opening), place.lowerBound == opening {
        return place
      }
    }
    if let place = phrases.first(in: words) ?? praises(words) { return place }
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
    guard let place = phrases.first(in: words) ?? praises(words) else { return false }
    return place.lowerBound <= opening + 1
  }

  /// `Consider adding an index`, `Consider explicit start confirmation`; not `Consider rows older than 3 days as stale`.
  private static func considersWork(_ words: WordRun, behind opening: Int) -> Bool {
    guard opening + 1 < words.texts.count else { return false }
    let next = words.texts[opening + 1]
    return next.hasSuffix("ing")
      || opening == 0 && words.texts.count <= 14 && !regarded.contains(next)
        && !words.texts.contains(where: judging.contains)
  }

  /// “Consider negative amounts invalid” is a rule.
  private static let judging: WordSet = [
    "as", "to", "done", "that", "only", "both", "equal", "valid", "invalid", "empty", "complete",
    "missing", "stale", "equivalent", "identical", "failed", "finished",
  ]

  /// What is to be kept in mind, and is no work.
  private static let regarded: WordSet = [
    "the", "this", "these", "that", "it", "all", "each", "every", "only", "what", "how", "when",
    "where", "which", "who", "why", "case", "cases",
  ]

  private static let leading: WordSet = ["then", "also", "and", "or", "it", "please"]

  private static func opening(of words: WordRun) -> Int? {
    words.texts.firstIndex { !leading.contains($0) && !$0.isTaskID }
  }

  /// A doubt about the order and not about what it names: `a possibly empty list`.
  private static func doubtsOrder(_ words: WordRun, at index: Int) -> Bool {
    let word = words.texts[index]
    guard doubts.contains(word) else { return false }
    // "probably a one-line fix" guesses the size
    let noun: WordSet = ["a", "an", "the"]
    if index == 0, ["probably", "presumably"].contains(word), words.texts.count > 1,
      noun.contains(words.texts[1])
    {
      return words.has(["should", "could", "must"])
    }
    guard index + 1 < words.texts.count else { return true }
    let next = words.texts[index + 1]
    // “maybe this example helps” points at something
    if word == "maybe", index == 0, ["this", "these"].contains(next),
      words.has(["help", "helps", "useful", "inspiration", "example", "snippet", "link"])
    {
      return false
    }
    // "long, probably overnight" guesses how long it takes
    if index > 0, word == "probably", durations.contains(next) { return false }
    guard word == "possibly" || word == "potentially" else { return true }
    return Vocabulary.imperatives.contains(next) || Vocabulary.orders.contains(next)
      || ["should", "could"].contains(words.word(before: index))
  }

  private static let durations: WordSet = ["overnight", "hours", "minutes", "days", "weeks"]
  private static let modals: WordSet = ["would", "could", "might", "may"]
  private static let praise: WordSet = [
    "nice", "good", "great", "cool", "ideal", "helpful", "useful", "worth", "best", "better",
    "wise", "sensible", "handy", "preferable", "conceivable", "thinkable", "worthwhile", "neat",
    "desirable", "tempting", "fine", "beneficial",
  ]
  /// What is done to code.
  private static let done: WordSet = [
    "added", "moved", "renamed", "extracted", "split", "dropped", "refactored", "merged",
    "extended", "simplified", "reused", "improved", "introduced", "cleaned", "rewritten",
  ]

  /// `It might be worth splitting it`, `would also be a nice idea`, `A tooltip could be added`.
  private static func praises(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropLast(2) where modals.contains(words.texts[index]) {
      let rest = words.texts[(index + 1)...].prefix(5)
      guard let be = rest.prefix(2).firstIndex(of: "be") else { continue }
      let next = rest[(be + 1)...]
      if let end = next.prefix(3).firstIndex(where: praise.contains) { return index..<end + 1 }
      if words.texts[index] != "would", let end = next.first, done.contains(end) {
        return index..<be + 2
      }
    }
    return nil
  }
}
