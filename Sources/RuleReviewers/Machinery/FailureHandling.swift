/// Recognizes words that say of failures that they are handled, and not how.
enum FailureHandling {
  /// One of these stands in every such sentence.
  static let words = praise.union(handle).union(single).union(enduring).union([
    "handling", "addressed", "validate", "sanitize", "sanitise",
  ])

  /// The words that praise how failures are handled instead of saying what happens.
  static func withoutReaction(_ words: WordRun) -> Range<Int>? {
    praised(words) ?? handled(words) ?? dealtWith(words) ?? bare(words) ?? endured(words)
      ?? demanded(words) ?? validated(words) ?? including(words)
  }

  private static let handle: WordSet = [
    "handle", "handles", "handled", "handling", "caught", "deal", "care", "cope", "catch", "cover",
    "consider", "dealt",
  ]
  private static let praise: WordSet = [
    "proper", "appropriate", "robust", "comprehensive", "adequate", "good", "sufficient", "better",
    "suitable", "solid", "basic", "thorough", "correct",
  ]
  private static let handling: WordSet = ["handling", "checking", "checks", "reporting"]
  private static let failures: WordSet = [
    "error", "errors", "exception", "exceptions", "failure", "failures",
  ]
  private static let single: WordSet = ["validation", "logging", "error-handling"]

  /// An adjective of praise in front of error handling, validation or logging.
  private static func praised(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices where praise.contains(words.texts[index]) {
      for next in index + 1..<min(words.texts.count, index + 3) {
        if single.contains(words.texts[next]) {
          // a basic log is no reaction to a failure, and none that is missing
          if words.texts[index] == "basic", words.texts[next] == "logging" { continue }
          // of what is logged the sentence says
          if words.texts[next] == "logging", isToldBy("of", words, next) { continue }
          return index..<next + 1
        }
        if failures.contains(words.texts[next]), next + 1 < words.texts.count,
          handling.contains(words.texts[next + 1]), !isToldBy("using", words, next + 1)
        {
          return index..<next + 2
        }
      }
    }
    return nil
  }

  private static let anything: WordSet = [
    "all", "any", "every", "everything", "errors", "failures", "exceptions", "best", "good",
    "proper", "appropriate", "standard", "common",
  ]

  /// `using the methods of the base class`, `logging of the failed uploads`
  private static func isToldBy(_ word: Word, _ words: WordRun, _ index: Int) -> Bool {
    index + 2 < words.texts.count && words.texts[index + 1] == word
      && !anything.contains(words.texts[index + 2])
  }

  private static let manners: WordSet = [
    "gracefully", "properly", "appropriately", "correctly", "well", "robustly", "nicely", "cleanly",
  ]
  private static let cases: WordSet = ["cases"]

  /// "Handle errors" at the end of a clause; with a manner behind it also "handle cache errors gracefully".
  private static func handled(_ words: WordRun) -> Range<Int>? {
    guard let start = words.texts.firstIndex(where: { $0 == "handle" || $0 == "handles" }),
      let object = words.first(failures, from: start + 1, within: 3)
        ?? words.first(cases, from: start + 1, within: 4)
    else { return nil }
    var end = object + 1
    while end < words.texts.count, isPart(words.texts[end]) { end += 1 }
    if end > object + 1, manners.contains(words.texts[end - 1]) { return start..<end }
    // whose errors, from where: "handle errors from the server appropriately"
    if let last = words.texts.last, manners.contains(last), words.texts.count <= object + 8 {
      return start..<words.texts.count
    }
    // whose they are says nothing about what happens: "handle network errors"
    let isBare =
      words.texts[start + 1..<object].count { !isPart($0) && !possible.contains($0) } <= 1
    return isBare && end == words.texts.count ? start..<end : nil
  }

  private static func isPart(_ word: Word) -> Bool {
    failures.contains(word) || manners.contains(word)
      || ["all", "any", "edge", "cases", "the"].contains(word)
  }

  /// Ways to say "handle" of which nobody learns what is done.
  private static let dealing: Phrases = [
    ["deal", "with"], ["take", "care", "of"], ["cope", "with"], ["catch"], ["cover"],
    ["consider"], ["think", "of"], ["think", "about"], ["mind"], ["handling", "of"],
  ]
  private static let possible: WordSet = [
    "all", "any", "the", "possible", "potential", "edge", "corner", "failure", "error", "errors",
    "exceptions", "failures", "cases", "case", "conditions", "scenarios", "other", "unexpected",
    "and", "them", "it", "every", "remaining", "kinds", "of", "relevant", "common", "usual",
  ]
  private static let handlings: WordSet = ["handled", "caught", "covered", "considered"]

  /// `Take care of all failure cases` and `Errors are handled gracefully`, to the end of the sentence.
  private static func dealtWith(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts
    if let place = dealing.first(in: words), place.upperBound < texts.count,
      place.lowerBound == 0
        || ["and", "must", "should", "then"].contains(
          words.word(before: place.lowerBound)),
      texts[place.upperBound...].count(where: { !possible.contains($0) && !manners.contains($0) })
        <= (texts.count == place.upperBound + 2 ? 1 : 0),
      texts[place.upperBound...].contains(where: { failures.contains($0) || $0 == "cases" })
    {
      return place.lowerBound..<texts.count
    }
    guard let verb = texts.lastIndex(where: handlings.contains), verb >= 2,
      ["are", "is", "be", "get"].contains(texts[verb - 1]),
      texts[..<(verb - 1)].contains(where: { failures.contains($0) || $0 == "cases" }),
      texts[..<(verb - 1)].count <= 6,
      texts[(verb + 1)...].allSatisfy({ manners.contains($0) || $0 == "and" || $0 == "everywhere" }
      ),
      verb + 1 < texts.count || texts[..<(verb - 1)].allSatisfy(isSubject)
    else { return nil }
    return 0..<texts.count
  }

  private static func isSubject(_ word: Word) -> Bool {
    possible.contains(word) || failures.contains(word)
      || ["must", "should", "shall", "ensure", "that"].contains(word)
  }

  private static let adding: WordSet = [
    "add", "implement", "include", "provide", "improve", "introduce", "adds", "needs", "missing",
  ]
  private static let fillers: WordSet = [
    "the", "some", "all", "any", "necessary", "needed", "required", "missing", "error", "errors",
    "exception", "input", "data", "form", "request", "and", "checks", "for", "it", "this", "here",
    "there", "too", "everywhere", "better", "also", "more", "logging", "also", "then", "please",
    "where",
  ]

  /// `Add error handling`, and nothing more.
  private static func bare(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts.drop { ["also", "then", "please", "and", "finally"].contains($0) }
    guard let opening = texts.first, adding.contains(opening), texts.count <= 8,
      texts.dropFirst().allSatisfy({
        fillers.contains($0) || handling.contains($0) || single.contains($0)
      }),
      texts.contains(where: { ["handling", "validation", "error-handling"].contains($0) })
    else { return nil }
    return texts.startIndex..<texts.endIndex
  }

  // MARK: Other ways to say so

  private static let enduring: WordSet = [
    "cope", "copes", "resilient", "robust", "guard", "protect", "tolerate", "tolerates",
    "tolerant", "survive", "survives", "withstand",
  ]
  private static let bad: WordSet = [
    "bad", "invalid", "corrupt", "corrupted", "broken", "malformed", "unexpected", "faulty",
    "wrong", "garbage", "erroneous", "flaky",
  ]

  /// `The importer must cope with bad data`, `make it resilient against invalid files`.
  private static func endured(_ words: WordRun) -> Range<Int>? {
    guard let verb = words.texts.firstIndex(where: enduring.contains),
      let object = words.first(bad, from: verb + 1, within: 4),
      words.texts.count <= object + 4, !words.texts[verb...].contains("by")
    else { return nil }
    return verb..<words.texts.count
  }

  private static let demanding: WordSet = ["should", "must", "shall", "have", "need", "needs"]
  private static let done: WordSet = ["handled", "caught", "dealt", "addressed", "covered"]
  private static let places: WordSet = [
    "in", "on", "at", "with", "throughout", "everywhere", "here",
  ]

  /// `Network failures should be handled in the client`, `all edge cases have to be dealt with`.
  private static func demanded(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts
    guard let verb = texts.lastIndex(where: done.contains), verb >= 3, texts[verb - 1] == "be",
      let modal = texts[..<verb].lastIndex(where: demanding.contains), modal > 0, modal <= 9,
      texts[..<modal].contains(where: { failures.contains($0) || $0 == "cases" }),
      texts.count <= verb + 6,
      texts.count == verb + 1 || places.contains(texts[verb + 1])
    else { return nil }
    return 0..<texts.count
  }

  private static let inputs: WordSet = [
    "input", "inputs", "the", "all", "user", "data", "parameters", "arguments", "values", "fields",
    "form", "request", "requests", "body", "payload", "every", "any", "of", "and", "query",
    "incoming", "for", "validity", "correctness", "thoroughly", "carefully", "strictly",
  ]

  /// `Validate the input thoroughly`: against what, and what happens else, is not said.
  private static func validated(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts
    guard ["validate", "sanitize", "sanitise"].contains(texts[0]), texts.count >= 2,
      texts.count <= 8,
      texts.dropFirst().allSatisfy({ inputs.contains($0) || manners.contains($0) })
    else { return nil }
    return 0..<texts.count
  }

  private static let tails: Phrases = [
    ["including", "error", "handling"], ["with", "error", "handling"],
    ["and", "error", "handling"], ["including", "validation"], ["with", "validation"],
    ["including", "input", "validation"], ["with", "input", "validation"],
  ]

  /// `Implement the payment call, including error handling`.
  private static func including(_ words: WordRun) -> Range<Int>? {
    guard let place = tails.first(in: words), place.upperBound == words.texts.count,
      Vocabulary.imperatives.contains(words.texts[0])
    else { return nil }
    return place
  }
}
