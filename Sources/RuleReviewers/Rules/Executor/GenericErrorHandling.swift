import CheckModel

extension Rule {
  /// "Proper error handling".
  static let genericErrorHandling = Rule(
    id: "generic-error-handling", title: "Failures without a reaction", family: .executor,
    class: .b, severity: .minor, question: "coverage.1", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      In instructions: proper, appropriate, robust, comprehensive … error handling, validation or logging; \
      "handle errors", "handle edge cases" or "deal with failures" that ends there; "errors are handled \
      gracefully"; and a bare "add error handling". A list behind a colon, a number, code or \
      an example that says what is done makes it concrete. Minor, because two readers of public plans accepted \
      both only 2 of 6 such findings.
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
        "# Upload\n\n- [ ] «Take care of all failure cases»\n",
        "# Upload\n\n- [ ] Read the header. «Add error handling.»\n",
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
        guard sentence.has(FailureHandling.words)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = FailureHandling.withoutReaction(words),
          !sentence.mentions(words.tokenRange(place)),
          !sentence.explains(after: words.tokenRange(place).upperBound - 1),
          !(sentence.endsBlock && reading.continues(after: sentence.block))
        else { return nil }
        return Hit(sentence.span, "It says that failures are handled and not what happens then.")
      }
    })
}
