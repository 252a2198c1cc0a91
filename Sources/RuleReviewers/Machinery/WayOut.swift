/// Recognizes clauses that leave it to the executor whether something is done.
enum WayOut {
  private static let openers: WordSet = [
    "if", "where", "when", "as", "wherever", "whenever", "unless",
  ]
  private static let excuses: WordSet = [
    "possible", "applicable", "appropriate", "needed", "necessary", "feasible", "practical",
    "practicable", "required", "desired", "convenient", "sensible", "reasonable", "useful",
    "helpful", "beneficial", "relevant", "desirable", "easy", "worthwhile", "worth", "advisable",
    "impractical", "infeasible", "warranted", "suitable",
  ]
  /// What may stand between the opener and the excuse: `if at all possible`, `where it seems useful`.
  private static let fillers: WordSet = [
    "it", "is", "it's", "its", "at", "all", "deemed", "this", "that", "that's", "they", "are",
    "still", "seems", "looks", "you", "think", "find", "feels", "considered", "absolutely",
    "reasonably", "easily", "otherwise", "really", "be", "may", "might", "would", "proves",
  ]
  /// One of these stands in every such clause.
  static let words = excuses.union([
    "time", "sense", "fit", "discretion", "can", "want", "like", "prefer", "effort", "best-effort",
    "impossible", "helps", "turns", "need", "reason", "speaks", "allowing", "permitting",
    "optionally", "permits", "allows", "work", "best", "too",
  ])

  private static let fixed: Phrases = [
    ["as", "far", "as", "possible"], ["as", "far", "as", "practical"],
    ["as", "far", "as", "practicable"], ["as", "far", "as", "feasible"],
    ["as", "far", "as", "reasonable"], ["so", "far", "as", "possible"],
    ["insofar", "as", "possible"], ["as", "much", "as", "possible"],
    ["as", "far", "as", "is", "practical"], ["as", "far", "as", "is", "possible"],
    ["to", "the", "extent", "possible"], ["to", "the", "extent", "practicable"],
    ["to", "the", "extent", "feasible"], ["to", "the", "extent", "practical"],
    ["if", "time", "permits"], ["if", "time", "allows"], ["time", "permitting"],
    ["if", "there", "is", "time"], ["if", "there's", "time"],
    ["if", "there", "is", "enough", "time"],
    ["when", "there", "is", "time"], ["if", "you", "have", "time"],
    ["if", "it", "makes", "sense"], ["if", "that", "makes", "sense"],
    ["if", "this", "makes", "sense"],
    ["where", "it", "makes", "sense"], ["where", "that", "makes", "sense"],
    ["when", "it", "makes", "sense"], ["wherever", "it", "makes", "sense"],
    ["as", "you", "see", "fit"], ["as", "seems", "fit"], ["where", "you", "see", "fit"],
    ["at", "your", "discretion"], ["at", "the", "implementer's", "discretion"],
    ["if", "you", "can"], ["if", "we", "can"], ["if", "you", "want"], ["if", "you", "like"],
    ["if", "you", "prefer"], ["unless", "impossible"], ["on", "a", "best", "effort", "basis"],
    ["on", "a", "best-effort", "basis"], ["unless", "this", "is", "too"],
    ["unless", "it", "is", "too"],
    ["unless", "that", "is", "too"], ["unless", "it's", "too"], ["if", "it's", "not", "too"],
    ["if", "it", "is", "not", "too"], ["if", "it", "helps"], ["if", "that", "helps"],
    ["if", "it", "turns", "out"], ["when", "you", "have", "time"], ["when", "time", "permits"],
    ["when", "time", "allows"], ["if", "there", "is", "a", "need"],
    ["should", "it", "be", "needed"],
    ["should", "the", "need", "arise"], ["if", "the", "need", "arises"], ["if", "need", "be"],
    ["if", "not", "too", "much", "work"], ["if", "it's", "easy"], ["if", "it's", "worth", "it"],
    ["as", "you", "like"], ["as", "seems", "best"], ["as", "it", "makes", "sense"],
    ["to", "the", "extent", "that", "it", "makes", "sense"], ["where", "this", "makes", "sense"],
    ["unless", "there", "is", "some", "reason"], ["unless", "there", "is", "a", "reason"],
    ["unless", "there's", "a", "reason"], ["unless", "there", "is", "a", "good", "reason"],
    ["unless", "something", "speaks", "against"], ["nothing", "speaks", "against"],
    ["schedule", "allowing"], ["schedule", "permitting"], ["budget", "permitting"],
    ["if", "the", "schedule", "allows"], ["if", "budget", "allows"], ["resources", "permitting"],
  ]

  private static let burdens: WordSet = [
    "much", "difficult", "hard", "complex", "complicated", "costly", "expensive", "cumbersome",
    "many", "risky", "tedious", "time-consuming", "invasive",
  ]

  /// `Unless it proves too difficult`, `if it isn't too much work`.
  private static func burden(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropLast() where words.texts[index] == "too" {
      guard burdens.contains(words.texts[index + 1]),
        let start = words.texts[max(0, index - 5)..<index].lastIndex(where: {
          ["if", "unless"].contains($0)
        })
      else { continue }
      // what the product meets: "if the list has too many rows"
      guard words.texts[(start + 1)..<index].allSatisfy(subjects.contains) else { continue }
      return start..<index + 2
    }
    return nil
  }

  private static let subjects: WordSet = [
    "it", "this", "that", "is", "isn't", "not", "proves", "turns", "out", "to", "be", "it's",
    "that's", "becomes", "gets", "seems", "looks", "there", "are", "doing", "so", "would",
  ]

  /// `Best effort: …` and `Optionally add …`.
  private static func label(_ words: WordRun) -> Range<Int>? {
    if words.stands(["best", "effort"], at: 0) { return 0..<2 }
    guard words.texts[0] == "optionally", words.texts.count > 2,
      Vocabulary.imperatives.contains(words.texts[1])
    else { return nil }
    return 0..<1
  }

  /// The clause that leaves open whether something is done.
  static func place(in words: WordRun) -> Range<Int>? {
    condition(words) ?? fixed.first(in: words) ?? burden(words) ?? label(words)
  }

  /// `if at all possible`, `where applicable`, `unless that is impractical`.
  private static func condition(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropLast() where openers.contains(words.texts[index]) {
      var end = index + 1
      while end < words.texts.count, end < index + 5, fillers.contains(words.texts[end]) {
        end += 1
      }
      guard end < words.texts.count, excuses.contains(words.texts[end]) else { continue }
      // "as required by", "as needed for" say when; "as fast as possible" is a wish
      let next: Word = end + 1 < words.texts.count ? words.texts[end + 1] : ""
      if ["by", "for", "to", "in", "that", "because", "since"].contains(next) { continue }
      if words.texts[index] == "as", end > index + 1 || words.texts[end] == "possible" { continue }
      return index..<end + 1
    }
    return nil
  }
}
