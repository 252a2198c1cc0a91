/// Recognizes sentences that tell what to do by pointing at what is told elsewhere.
enum Repetition {
  /// One of these, or the number of a task, stands in every such sentence.
  static let words: WordSet = [
    "task", "step", "phase", "tasks", "steps", "above", "previous", "ditto", "here", "likewise",
    "first", "other", "last", "same", "once", "similarly", "analogously", "repeat", "preceding",
    "earlier",
  ]
  /// What a sentence that points elsewhere may begin with.
  private static let pointing: WordSet = [
    "same", "as", "like", "similar", "similarly", "analogous", "analogously", "analog", "identical",
    "repeat", "redo", "do", "it", "this", "that", "the", "steps", "of", "in", "for", "pattern",
    "approach", "procedure", "process", "way", "handle", "proceed", "follow", "apply", "use",
    "what",
    "was", "is", "done", "exactly", "just", "again", "from", "to", "with", "also", "changes",
    "copy",
    "mirror", "then", "and", "thing", "described", "under", "all", "see", "likewise",
  ]
  /// One of these says that something is to be as it is elsewhere.
  private static let sameness: WordSet = [
    "same", "as", "like", "similar", "similarly", "analogous", "analogously", "analog", "identical",
    "repeat", "redo", "follow", "apply", "copy", "mirror", "what", "pattern", "likewise",
    "see",
  ]

  /// The index of the other task's number, or of "above", when the sentence begins by pointing there.
  static func reference(_ words: WordRun) -> Int? {
    if ["ditto", "likewise"].contains(words.texts[0]) || words.stands(["same", "here"], at: 0),
      words.texts.count <= 2
    {
      return words.texts.count - 1
    }
    var next = 0
    while next < words.texts.count, next < 10 {
      let isSame = words.texts[..<next].contains(where: sameness.contains)
      if isNumbered(words, next) { return isSame ? next + 1 : nil }
      if words.texts[next].isTaskID { return isSame ? next : nil }
      if ["previous", "preceding", "earlier"].contains(words.texts[next]), isSame,
        next + 1 < words.texts.count, places.contains(words.texts[next + 1])
      {
        return next + 1
      }
      if ["first", "other", "last"].contains(words.texts[next]),
        words.stands(["same", "as"], at: 0),
        words.texts.count <= next + 2
      {
        return words.texts.count - 1
      }
      if ["first", "second", "third", "last"].contains(words.texts[next]), isSame,
        next + 1 < words.texts.count, places.contains(words.texts[next + 1])
      {
        return next + 1
      }
      if words.texts[next] == "above", isSame, words.texts.count <= next + 7 { return next }
      guard pointing.contains(words.texts[next]) else { return nil }
      next += 1
    }
    return nil
  }

  private static let places: WordSet = ["task", "step", "phase", "section", "one", "item"]
  /// `Do the same for the admin page`, `Likewise for the other handlers`.
  private static let alike: Phrases = [
    ["do", "the", "same", "for"], ["do", "the", "same", "in"], ["do", "the", "same", "with"],
    ["do", "likewise", "for"], ["the", "same", "for"], ["same", "for"], ["likewise", "for"],
    ["likewise", "in"], ["the", "same", "goes", "for"], ["same", "goes", "for"],
    ["the", "same", "applies", "to"], ["same", "applies", "to"], ["the", "same", "holds", "for"],
    ["and", "the", "same", "for"], ["similarly", "for"], ["analogously", "for"],
    ["ditto", "for"], ["repeat", "this", "for"], ["repeat", "that", "for"], ["repeat", "for"],
    ["repeat", "it", "for"], ["then", "do", "the", "same", "for"], ["now", "the", "same", "for"],
    ["do", "this", "for", "the", "other"], ["do", "that", "for", "the", "other"],
    ["do", "it", "for", "the", "other"], ["do", "this", "for", "the", "remaining"],
    ["do", "this", "for", "the", "rest"], ["same", "procedure", "for"], ["same", "steps", "for"],
    ["same", "approach", "for"], ["same", "treatment", "for"], ["same", "thing", "for"],
    ["same", "change", "for"], ["same", "changes", "for"], ["same", "pattern", "for"],
    ["same", "change", "in"], ["same", "changes", "in"], ["same", "here", "for"],
    ["apply", "the", "same", "to"], ["apply", "the", "same", "change", "to"],
    ["apply", "the", "same", "changes", "to"], ["make", "the", "same", "change", "in"],
    ["make", "the", "same", "changes", "in"], ["make", "the", "same", "change", "to"],
    ["make", "the", "same", "changes", "to"], ["and", "so", "on", "for"],
  ]
  /// A loop says itself what is done again: `Repeat for each file`.
  private static let loops: WordSet = ["each", "every", "all", "both", "until"]

  /// The sentence begins with an order to do the same to things that it does not name in code.
  static func order(_ words: WordRun, _ sentence: Sentence) -> Int? {
    guard let place = alike.first(in: words),
      words.texts[..<place.lowerBound].allSatisfy({
        ["and", "then", "now", "finally"].contains($0)
      }),
      words.texts.count <= place.upperBound + 7, !words.has(loops),
      !sentence.tokens.contains(where: { $0.kind == .code })
    else { return nil }
    return place.upperBound - 1
  }

  /// Nothing but the pointer stands in the block: `See Task 3.`
  static func isWhole(_ sentence: Sentence, _ words: WordRun, _ end: Int) -> Bool {
    sentence.opensBlock && sentence.endsBlock && end + 1 == words.texts.count
  }

  private static func isNumbered(_ words: WordRun, _ index: Int) -> Bool {
    ["task", "step", "phase", "tasks", "steps"].contains(words.texts[index])
      && index + 1 < words.texts.count && words.texts[index + 1].count <= 3
      && (words.texts[index + 1].count == 1 || !words.texts[index + 1].last.isLetter)
  }

  /// Without the number of the task itself and its marks: `T023 [US3] Same as …`.
  static func behindID(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    guard let first = tokens.first, first.text.isTaskID else { return tokens }
    let close = tokens.prefix(8).lastIndex { $0.text == "]" }
    return tokens[((close ?? tokens.startIndex) + 1)...]
  }

  private static let differences: WordSet = [
    "but", "only", "except", "with", "for", "just", "this", "now", "using", "and", "here", "do",
  ]

  /// A comma and a clause of its own: `As in Task 2, an unknown id is answered with an empty list`.
  static func continues(_ rest: ArraySlice<Token>) -> Bool {
    if rest.contains(where: { $0.text == "until" }) { return true }
    guard rest.first?.text == ",", let opening = rest.first(where: { $0.kind == .word }) else {
      return false
    }
    return !differences.contains(opening.text) && rest.count { $0.kind == .word } >= 4
  }

  private static let alikeness: WordSet = [
    "like", "analogously", "analogous", "similarly", "similar", "identical", "pattern",
    "procedure", "approach", "mirror", "mirrors", "mirroring", "same",
  ]
  /// The other task brought or describes something, which is used here.
  private static let pointers: WordSet = [
    "described", "defined", "specified", "listed", "from", "until", "before", "after", "see",
    "created", "added", "result", "output", "unlike", "named", "called", "shown", "used",
  ]
  private static let earlier: Phrases = [
    ["approach", "described", "earlier"], ["approach", "described", "above"],
    ["procedure", "described", "earlier"], ["procedure", "described", "above"],
    ["approach", "used", "earlier"], ["pattern", "used", "earlier"], ["pattern", "used", "above"],
    ["the", "way", "described", "above"], ["once", "more", "for"],
  ]
  private static let closings: WordSet = ["again", "too", "there", "as", "well", "here"]

  /// The sentence ends by pointing: `Handle the refund analogously to step 2`.
  static func ending(_ words: WordRun) -> Int? {
    let texts = words.texts
    // "Step 2 again, this time in French"
    if texts.count > 2, isNumbered(words, 0), texts[2] == "again" { return 2 }
    if let place = earlier.first(in: words) { return place.upperBound - 1 }
    for index in texts.indices.dropLast() where index >= 2 {
      let isOrdinal =
        ["first", "second", "third", "last", "previous", "preceding"].contains(texts[index])
        && places.contains(texts[index + 1])
      guard isOrdinal || isNumbered(words, index), texts.count <= 14,
        texts[(index + 2)...].allSatisfy(closings.contains)
      else { continue }
      let before = texts[max(0, index - 5)..<index]
      if before.contains(where: alikeness.contains), !before.contains(where: pointers.contains) {
        return index + 1
      }
    }
    return nil
  }
}
