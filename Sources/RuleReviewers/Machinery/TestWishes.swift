/// Recognizes words that ask for tests, or for a run of them, and say nothing more.
enum TestWishes {
  /// One of these stands in every such sentence.
  static let objects: WordSet = [
    "test", "tests", "tested", "coverage", "specs", "suite", "unit-tests", "unit-tested",
    "test-coverage", "checks",
  ]

  /// The words that ask for tests; nil where the sentence goes on to say which.
  static func place(in words: WordRun) -> Range<Int>? {
    written(words) ?? covered(words) ?? stated(words) ?? demanded(words) ?? gotten(words)
  }

  /// `Maintain all existing test coverage`: the cases are there.
  static func keepsExisting(_ words: WordRun) -> Bool {
    words.has(["existing", "current"]) && words.has(["maintain", "keep", "preserve", "retain"])
  }

  private static let tests: WordSet = [
    "tests", "coverage", "specs", "unit-tests", "test-coverage", "cases", "suite",
  ]
  private static let writing: WordSet = [
    "add", "write", "create", "include", "extend", "update", "implement", "provide", "develop",
    "prepare", "supplement", "adapt", "adjust", "expand", "have", "has", "need", "needs",
    "introduce", "forget", "build", "make", "complete", "ensure", "improve", "increase", "enhance",
    "maintain", "fix", "generate", "deliver", "complement", "get", "supply", "aim", "keep",
  ]
  /// What says of tests only how good or how many they are.
  private static let fillers: WordSet = [
    "unit", "integration", "regression", "e2e", "end-to-end", "functional", "automated", "some",
    "more", "the", "necessary", "appropriate", "corresponding", "relevant", "new", "additional",
    "good", "proper", "comprehensive", "thorough", "matching", "missing", "further", "suitable",
    "required", "all", "also", "a", "few", "smoke", "acceptance", "component", "snapshot", "ui",
    "api", "backend", "frontend", "basic", "and", "or", "adequate", "sufficient", "full", "high",
    "enough", "existing", "any", "needed", "usual", "associated", "related", "respective", "its",
    "their", "extensive", "complete", "decent", "solid", "better", "both", "least", "at", "for",
    "meaningful", "robust", "reasonable", "useful", "contract", "property", "an", "test", "own",
    "jest", "vitest", "pytest", "junit", "rspec", "cypress", "playwright", "xctest", "phpunit",
    "mocha", "robolectric", "selenium", "storybook",
  ]
  /// With these before it a verb is an order.
  private static let openers: WordSet = [
    "and", "then", "also", "please", "must", "should", "shall", "don't", "not", "to", "finally",
    "afterwards", "or", "always", "it", "they", "everything",
  ]

  /// `Add unit tests`, `… and write tests for the above`, `add a test`.
  private static func written(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices where writing.contains(words.texts[index]) {
      guard opens(index, words) else { continue }
      var end = index + 1
      while end < words.texts.count, fillers.contains(words.texts[end]) { end += 1 }
      if end < words.texts.count, tests.contains(words.texts[end]) {
        if endsWish(end + 1, words) { return index..<end + 1 }
        continue
      }
      // one test for "it" is any test
      guard let test = words.texts[index..<end].lastIndex(of: "test"),
        words.texts[(test + 1)...].allSatisfy(empty.contains)
      else { continue }
      return index..<test + 1
    }
    return nil
  }

  /// `Cover it with tests`, `the importer is covered by unit tests`.
  private static func covered(_ words: WordRun) -> Range<Int>? {
    guard
      let verb = words.texts.firstIndex(where: { ["cover", "covered", "backed"].contains($0) }),
      let joint = words.texts[verb...].prefix(8).firstIndex(where: { ["with", "by"].contains($0) })
    else { return nil }
    var end = joint + 1
    while end < words.texts.count, fillers.contains(words.texts[end]) { end += 1 }
    guard end < words.texts.count, tests.contains(words.texts[end]), endsWish(end + 1, words),
      !words.texts[..<joint].contains(where: denials.contains)
    else { return nil }
    return verb..<end + 1
  }

  private static let tails: Phrases = [
    ["and", "its", "tests"], ["and", "their", "tests"], ["and", "tests"], ["including", "tests"],
    ["with", "tests"], ["plus", "tests"], ["by", "adding", "tests"],
    ["by", "adding", "more", "tests"], ["by", "writing", "tests"],
    ["by", "writing", "more", "tests"],
  ]

  /// `Every new endpoint gets integration tests`, `Implement the command and its tests`.
  private static func gotten(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts
    if let place = tails.first(in: words), place.upperBound == texts.count,
      Vocabulary.imperatives.contains(texts[0]) || writing.contains(texts[0])
    {
      return place
    }
    guard let verb = texts.firstIndex(where: { ["gets", "receives", "needs"].contains($0) }),
      verb > 0, verb <= 6, let last = texts.last, tests.contains(last), verb + 1 < texts.count,
      texts[(verb + 1)...].dropLast().allSatisfy(fillers.contains)
    else { return nil }
    return verb..<texts.count
  }

  private static let anything: WordSet = [
    "it", "this", "that", "everything", "them", "these", "changes", "change", "code", "feature",
    "features", "implementation", "module", "whole", "thing", "functionality", "above", "result",
    "behavior", "behaviour", "each", "every", "task", "step", "part", "parts", "main", "important",
    "edge", "happy", "path", "paths", "scenarios", "common", "cases", "work", "logic", "here",
    "meets", "expectations", "requirements", "works", "correctly", "correct", "expected",
  ]
  private static let manners: WordSet = [
    "thoroughly", "well", "properly", "carefully", "extensively", "fully", "completely",
    "sufficiently", "adequately", "too", "manually", "again", "afterwards", "accordingly",
    "locally", "comprehensively", "appropriately", "automatically", "as", "where", "if", "when",
    "possible", "applicable",
  ]
  /// These join words that say nothing of a case.
  private static let joints: WordSet = [
    "of", "with", "by", "to", "that", "which", "cover", "covers", "covering", "in", "around", "is",
    "are", "be", "will", "ensure", "verify", "verifying",
  ]
  private static let empty = fillers.union(anything).union(manners).union(joints)

  private static let demands: WordSet = [
    "must", "should", "shall", "need", "needs", "there", "cover", "covers", "added", "written",
    "updated", "extended", "provided", "created", "adapted", "adjusted", "implemented", "included",
    "sure", "good", "high", "tested", "unit-tested", "has", "have",
  ]
  private static let denials: WordSet = ["not", "already", "been", "was", "were", "no", "today"]

  /// A whole sentence without a word that tells a case: `tests must be added`, `test it thoroughly`,
  /// `everything is tested`, `there are tests for it`.
  private static func stated(_ words: WordRun) -> Range<Int>? {
    let texts = words.texts
    guard texts.count >= 2, texts.count <= 14, !texts.contains(where: denials.contains),
      texts.allSatisfy({
        empty.contains($0) || demands.contains($0) || tests.contains($0) || objects.contains($0)
          || ["make", "ensure", "then", "please", "only", "on"].contains($0)
      })
    else { return nil }
    let order = texts.drop { ["also", "then", "please"].contains($0) }
    let isOrder =
      order.first == "test" && order.count > 1 && !tests.contains(order[order.startIndex + 1])
    return isOrder || texts.contains(where: demands.contains) ? 0..<texts.count : nil
  }

  /// `The list must be tested thoroughly`, whatever it is.
  private static func demanded(_ words: WordRun) -> Range<Int>? {
    guard let verb = words.texts.firstIndex(of: "tested"), words.word(before: verb) == "be",
      words.texts[..<verb].contains(where: { ["must", "should", "shall", "to"].contains($0) }),
      !words.texts[..<verb].contains(where: denials.contains),
      words.texts[(verb + 1)...].allSatisfy(manners.contains)
    else { return nil }
    return 0..<verb + 1
  }

  // MARK: Runs

  private static let running: WordSet = [
    "run", "execute", "rerun", "re-run", "start", "launch", "running", "let", "with",
  ]
  private static let runs: WordSet = ["tests", "suite", "checks", "unit-tests"]
  private static let green: WordSet = [
    "pass", "passes", "passing", "green", "succeed", "succeeds", "run", "work",
  ]

  /// `Run the tests`, `make sure that all tests pass`; how they are run is not looked at.
  static func run(in words: WordRun) -> Range<Int>? {
    for index in words.texts.indices where runs.contains(words.texts[index]) {
      var start = index
      while start > 0,
        fillers.contains(words.texts[start - 1])
          || ["that", "linter", "lint", "build"].contains(words.texts[start - 1])
      {
        start -= 1
      }
      let before = words.word(before: start)
      let isOrder =
        before == "with" || before == "running"
        ? words.texts[0] == "verify" || words.texts[0] == "check" : opens(max(0, start - 1), words)
      if running.contains(before), isOrder, start < 2 || words.texts[start - 2] != "to" {
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

  /// `All tests pass`, and nothing else.
  static func passing(in words: WordRun) -> Bool {
    let noun = words.texts.prefix(5).firstIndex(where: runs.contains)
    guard let noun, words.texts[..<noun].allSatisfy(fillers.contains),
      words.texts.last.map(green.contains) == true
    else { return false }
    return words.texts[(noun + 1)...].dropLast().allSatisfy {
      ["are", "must", "should", "still", "all", "be", "to", "have", "is"].contains($0)
    }
  }

  // MARK: Parts

  /// The word begins the sentence or a clause of it.
  private static func opens(_ index: Int, _ words: WordRun) -> Bool {
    index == 0 || openers.contains(words.texts[index - 1])
      // behind a number or a comma
      || index < 3 && words.texts[..<index].allSatisfy { $0.count <= 4 && $0.last < 0x3A }
      || words.positions[index] > words.positions[index - 1] + 1
  }

  /// Words of a case: with one of them behind "for" the wish says what is tested.
  private static let cases: WordSet = [
    "when", "that", "where", "whether", "without", "empty", "missing", "invalid", "expired",
    "duplicate", "negative", "malformed", "unknown", "absent", "both", "returns", "rejects",
    "which", "listed", "following", "below", "concurrent", "null", "verifying", "covering",
    "asserting", "checking", "if", "ensuring", "success", "failure", "error", "errors",
  ]
  private static let wordsAfterTests = 9

  /// Nothing follows, or an object of a few words without a case.
  private static func endsWish(_ index: Int, _ words: WordRun) -> Bool {
    let rest = words.texts[min(index, words.texts.count)...]
    if rest.allSatisfy(empty.contains) { return true }
    guard let first = rest.first, ["for", "of", "around", "on", "in"].contains(first),
      rest.count <= wordsAfterTests
    else { return false }
    return !rest.contains(where: cases.contains)
  }
}
