import CheckModel

extension Rule {
  /// "Proper error handling".
  static let genericErrorHandling = Rule(
    id: "generic-error-handling", title: "Failures without a reaction", family: .executor,
    class: .b, severity: .major, question: "coverage.1", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      In instructions: proper, appropriate, robust, comprehensive … error handling, validation or logging; \
      and "handle errors" or "handle edge cases" that ends there. A list behind a colon, a number, code or \
      an example that says what is done makes it concrete.
      """,
    matters: "Which failures happen and what the user then sees is design, and it is missing.",
    consequence: "The executor catches everything and hides it, or nothing.",
    fix: "Name each failure and what happens then: message, retry, exit code, state.",
    examples: Examples(
      bad: [
        "# Upload\n\n- [ ] «Add proper error handling»\n",
        "# Upload\n\n- [ ] «Handle errors gracefully»\n",
        "# Upload\n\n- [ ] «Handle cache errors gracefully»\n",
        "# Upload\n\n## Tasks\n\n1. «Implement robust input validation.»\n",
        "# Upload\n\n- [ ] «Parse the header and handle edge cases»\n",
      ],
      good: [
        "# Upload\n\n- [ ] On 429 wait as long as `Retry-After` says, at most 3 times, then exit 4\n",
        "# Upload\n\n- [ ] Add proper error handling: 404 prints \"no such file\", exit 2\n",
        "# Upload\n\n- [ ] Handle errors\n  - 404: print \"no such file\", exit 2\n",
        "# Upload\n\n## Background\n\nThe old tool has no proper error handling.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(praise) || sentence.has(handle)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = handlingWithoutReaction(words),
          !sentence.mentions(words.tokenRange(place)),
          !sentence.explains(after: words.tokenRange(place).upperBound - 1),
          !(sentence.endsBlock && reading.continues(after: sentence.block))
        else { return nil }
        return Hit(sentence.span, "It says that failures are handled and not what happens then.")
      }
    })

  /// The words that praise how failures are handled instead of saying what happens.
  static func handlingWithoutReaction(_ words: WordRun) -> Range<Int>? {
    praised(words) ?? handled(words)
  }

  private static let handle: WordSet = ["handle", "handles"]
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
          return index..<next + 1
        }
        if failures.contains(words.texts[next]), next + 1 < words.texts.count,
          handling.contains(words.texts[next + 1])
        {
          return index..<next + 2
        }
      }
    }
    return nil
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
    let isBare = words.texts[start + 1..<object].allSatisfy(isPart)
    return isBare && end == words.texts.count ? start..<end : nil
  }

  private static func isPart(_ word: Word) -> Bool {
    failures.contains(word) || manners.contains(word)
      || ["all", "any", "edge", "cases", "the"].contains(word)
  }
}
