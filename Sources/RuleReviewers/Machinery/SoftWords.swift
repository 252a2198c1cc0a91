import CheckModel

/// Words in which everybody reads a measure of their own: "appropriate", "user-friendly", "easy to use".
enum SoftWords {
  static let words: WordSet = [
    "appropriate", "appropriately", "suitable", "suitably", "reasonable", "reasonably", "adequate",
    "adequately", "sufficient", "sufficiently", "proper", "robust", "seamless", "seamlessly",
    "graceful", "gracefully", "user-friendly", "intuitive", "intuitively", "performant", "sensible",
    "sensibly", "meaningful", "helpful", "acceptable", "decent", "satisfactory", "sane",
    "high-quality", "easy-to-use", "state-of-the-art", "good-looking", "nice-looking",
    "well-designed", "visually-appealing", "best-practice", "elegant", "well-structured",
    "well-written", "well-organized", "well-documented",
  ]
  private static let phrases: Phrases = [
    ["easy", "to", "use"], ["easy", "to", "understand"], ["easy", "to", "read"],
    ["easy", "to", "maintain"], ["easy", "to", "extend"], ["easy", "to", "navigate"],
    ["easy", "to", "follow"], ["easy", "to", "learn"], ["easier", "to", "read"],
    ["easier", "to", "use"], ["easier", "to", "maintain"], ["easier", "to", "understand"],
    ["easier", "to", "extend"], ["easier", "to", "follow"], ["simple", "to", "use"],
    ["pleasant", "to", "use"], ["user", "friendly"], ["high", "quality"], ["best", "practices"],
    ["best", "practice"], ["state", "of", "the", "art"], ["visually", "appealing"],
    ["good", "enough"], ["as", "one", "would", "expect"], ["as", "users", "expect"],
  ]
  /// One word of each phrase that few others have.
  private static let phraseWords: WordSet = [
    "easy", "easier", "simple", "pleasant", "friendly", "quality", "best", "art", "appealing",
    "good", "one", "users",
  ]
  /// "The most suitable" is compared with something, "its proper place" is one place.
  private static let measured: WordSet = [
    "its", "their", "his", "her", "most", "more", "less", "least", "not", "if", "as", "where",
    "when", "no", "whether", "nothing", "anything", "something",
  ]
  private static let terms: WordSet = ["shutdown", "stop", "restart", "termination"]

  /// Whether a sentence can hold one, by single words.
  static func mayStand(in sentence: Sentence) -> Bool {
    sentence.has(words) || sentence.has(phraseWords)
  }

  /// The first that is not compared with anything.
  static func place(in run: WordRun) -> Range<Int>? {
    if let index = run.texts.indices.first(where: { isSoft(run, $0) }) {
      return index..<index + 1
    }
    return phrases.first(in: run)
  }

  private static func isSoft(_ run: WordRun, _ index: Int) -> Bool {
    let word = run.texts[index]
    guard words.contains(word), !measured.contains(run.word(before: index)) else { return false }
    // "graceful shutdown" is a term
    if word == "graceful", terms.contains(run.texts[(index + 1)...].first ?? "") { return false }
    // "sufficient to satisfy the tests" has its measure
    if word == "sufficient", run.texts[(index + 1)...].first == "to" { return false }
    guard word == "sufficient" || word == "acceptable" else { return true }
    // "that is sufficient" judges what the plan has decided
    return !["is", "are", "be", "was", "were", "seems"].contains(run.word(before: index))
      || word == "acceptable" && run.has(["must", "should", "shall"])
  }
}
