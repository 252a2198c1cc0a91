/// Recognizes words that ask for tests, or for a run of them, and say nothing more.
enum TestWishes {
  /// One of these stands in every such sentence.
  static let objects: WordSet = [
    "test", "tests", "tested", "coverage", "specs", "suite", "unit-tests", "unit-tested",
    "test-coverage", "checks",
  ]

  private static let writing: WordSet = [
    "add", "write", "create", "include", "extend", "update", "implement", "provide", "develop",
    "prepare", "supplement", "adapt", "adjust", "expand", "have", "need", "needs", "introduce",
    "forget", "build", "make", "complete", "ensure", "improve", "increase", "enhance", "maintain",
    "fix", "generate", "deliver", "complement", "get", "setup", "supply", "contribute",
  ]
  /// What says of tests only how good or how many they are.
  private static let fillers: WordSet = [
    "unit", "integration", "regression", "e2e", "end-to-end", "functional", "automated", "some",
    "more", "the", "necessary", "appropriate", "corresponding", "relevant", "new", "additional",
    "good", "proper", "comprehensive", "thorough", "matching", "missing", "further", "suitable",
    "required", "all", "also", "a", "few", "smoke", "acceptance", "component", "snapshot", "ui",
    "api", "backend", "frontend", "basic", "and", "or", "adequate", "sufficient", "full", "high",
    "enough", "existing", "any", "needed", "usual", "associated", "related", "respective", "its",
    "their", "extensive", "complete", "decent", "solid", "better", "test", "both", "least", "at",
    "meaningful", "robust", "reasonable", "useful", "contract", "property", "benchmark",
  ]
  private static let tests: WordSet = [
    "tests", "coverage", "specs", "unit-tests", "test-coverage", "cases", "suite",
  ]
  /// With these the words before them are an order.
  private static let openers: WordSet = [
    "and", "then", "also", "please", "must", "should", "shall", "don't", "not", "to", "finally",
    "afterwards", "or", "always",
  ]

  /// The words that ask for tests; nil where the sentence goes on to say which.
  static func place(in words: WordRun) -> Range<Int>? {
    written(words) ?? passive(words) ?? covered(words) ?? tested(words)
  }

  /// `Add unit tests`, `… and write tests for the above`.
  private static func written(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices where writing.contains(words.texts[index]) {
      guard opens(index, words) else { continue }
      let end = pastFillers(index + 1, words)
      guard end < words.texts.count, tests.contains(words.texts[end]) else { continue }
      if endsWish(end + 1, words) { return index..<end + 1 }
    }
    return nil
  }

  /// `Tests must be added`, `unit tests should be written for it`.
  private static func passive(_ words: WordRun) -> Range<Int>? {
    guard let noun = words.texts.prefix(6).firstIndex(where: tests.contains),
      words.texts[..<noun].allSatisfy(fillers.contains)
    else { return nil }
    var end = noun + 1
    while end < words.texts.count, auxiliaries.contains(words.texts[end]) { end += 1 }
    guard end > noun + 1, end < words.texts.count, done.contains(words.texts[end]),
      endsWish(end + 1, words)
    else { return nil }
    return 0..<end + 1
  }

  private static let auxiliaries: WordSet = [
    "must", "should", "shall", "will", "need", "needs", "have", "has", "to", "be", "are", "is",
    "also", "then",
  ]
  private static let done: WordSet = [
    "added", "written", "updated", "extended", "provided", "created", "adapted", "adjusted",
    "implemented", "included",
  ]

  /// `Cover it with tests`, `is covered by unit tests`.
  private static func covered(_ words: WordRun) -> Range<Int>? {
    guard
      let verb = words.texts.firstIndex(where: { ["cover", "covered", "backed"].contains($0) }),
      let joint = words.texts[verb...].prefix(8).firstIndex(where: { ["with", "by"].contains($0) })
    else { return nil }
    let end = pastFillers(joint + 1, words)
    guard end < words.texts.count, tests.contains(words.texts[end]), endsWish(end + 1, words) else {
      return nil
    }
    return verb..<end + 1
  }

  private static let anything: WordSet = [
    "it", "this", "that", "everything", "them", "all", "these", "the", "changes", "change", "new",
    "code", "feature", "implementation", "module", "whole", "thing", "both", "functionality",
    "above", "result", "behavior", "behaviour", "each", "every", "task", "step", "part", "parts",
  ]
  private static let manners: WordSet = [
    "thoroughly", "well", "properly", "carefully", "extensively", "fully", "completely",
    "sufficiently", "adequately", "too", "manually", "again", "afterwards", "accordingly", "also",
    "locally", "comprehensively", "appropriately", "end-to-end", "automatically",
  ]

  /// `Test it thoroughly`, `the change must be tested`.
  private static func tested(_ words: WordRun) -> Range<Int>? {
    if let verb = words.texts.firstIndex(of: "tested"), verb > 0 {
      let isDemand = words.texts[..<verb].contains {
        ["must", "should", "shall", "needs", "has", "is", "are", "be", "sure"].contains($0)
      }
      let isFact = words.texts[..<verb].contains {
        ["not", "already", "been", "was", "if", "when"].contains($0)
      }
      let rest = words.texts[(verb + 1)...]
      let isBare = rest.allSatisfy(manners.contains)
      return isDemand && !isFact && isBare ? 0..<verb + 1 : nil
    }
    guard let verb = words.texts.firstIndex(of: "test"), opens(verb, words) else { return nil }
    let rest = words.texts[(verb + 1)...]
    guard !rest.isEmpty, rest.allSatisfy({ anything.contains($0) || manners.contains($0) }) else {
      return nil
    }
    return verb..<words.texts.count
  }

  private static let running: WordSet = ["run", "execute", "rerun", "re-run", "start", "launch"]
  private static let runs: WordSet = ["tests", "suite", "checks", "unit-tests"]
  private static let green: WordSet = [
    "pass", "passes", "passing", "green", "succeed", "succeeds", "run", "work",
  ]

  /// `Run the tests`, `make sure that all tests pass`; how they are run is not looked at.
  static func run(in words: WordRun) -> Range<Int>? {
    for index in words.texts.indices where runs.contains(words.texts[index]) {
      var start = index
      while start > 0, fillers.contains(words.texts[start - 1]) || words.texts[start - 1] == "that"
      {
        start -= 1
      }
      let before = words.word(before: start)
      if running.contains(before), opens(start - 1, words),
        start < 2 || words.texts[start - 2] != "to"
      {
        return start - 1..<index + 1
      }
      let next = words.texts[(index + 1)...].prefix(3)
      if ["sure", "ensure", "verify", "check", "confirm"].contains(before),
        next.contains(where: green.contains)
      {
        return start - 1..<index + 1
      }
    }
    return nil
  }

  // MARK: Parts

  /// The word begins the sentence or a clause of it.
  private static func opens(_ index: Int, _ words: WordRun) -> Bool {
    index == 0 || openers.contains(words.texts[index - 1])
      // behind a number or a comma
      || index < 3 && words.texts[..<index].allSatisfy { $0.count <= 4 && $0.last < 0x3A }
      || words.positions[index] > words.positions[index - 1] + 1
  }

  private static func pastFillers(_ start: Int, _ words: WordRun) -> Int {
    var index = start
    while index < words.texts.count, fillers.contains(words.texts[index]),
      !(words.texts[index] == "test" && index + 1 == words.texts.count)
    {
      index += 1
    }
    return index
  }

  /// Words of a case: with one of them behind "for" the wish says what is tested.
  private static let cases: WordSet = [
    "when", "that", "where", "whether", "without", "empty", "missing", "invalid", "expired",
    "duplicate", "negative", "malformed", "unknown", "absent", "both", "returns", "rejects",
    "which", "listed", "following", "below", "concurrent", "null", "verifying", "covering",
    "asserting", "checking", "if", "ensuring", "success", "failure", "error", "errors", "edge",
  ]
  private static let wordsAfterTests = 9

  /// Nothing follows, or an object of a few words without a case.
  private static func endsWish(_ index: Int, _ words: WordRun) -> Bool {
    let rest = words.texts[min(index, words.texts.count)...]
    guard let first = rest.first else { return true }
    if rest.allSatisfy({ manners.contains($0) || anything.contains($0) }) { return true }
    if ["as", "where", "if", "when"].contains(first), rest.count <= 3 { return true }
    guard ["for", "of", "to", "around", "on", "in"].contains(first),
      rest.count <= wordsAfterTests
    else { return false }
    return !rest.contains(where: cases.contains)
  }
}
