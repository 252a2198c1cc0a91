import CheckModel

extension Rule {
  /// "Do not skip it unless it is not cached".
  static let negatedException = Rule(
    id: "negated-exception", title: "Exception with a negation in it", family: .planner, class: .b,
    severity: .minor, question: "clarity.3", kind: .ambiguous,
    zones: [.paragraph, .item, .table], lexical: true,
    detects: """
      Unless or except with a negation in their own clause ("unless it is not cached"); with "except" a \
      second negation must stand before it or beside it. A plain "do not … unless" is left alone.
      """,
    matters: "Readers lose count of the negations, and the two readings are opposites.",
    consequence: "The executor builds the opposite case.",
    fix: "Turn it round: say when it is done, in positive words.",
    examples: Examples(
      bad: [
        "# Cache\n\n- [ ] «Do not skip the download unless it is not cached»\n",
        "# Cache\n\n## Requirements\n\n- «Entries must be dropped, except those that are not without an owner.»\n",
        "# Cache\n\n- [ ] «Never return early when the key is not absent, unless no key was given»\n",
      ],
      good: [
        "# Cache\n\n- [ ] Skip the download only when the file is cached\n",
        "# Cache\n\n- [ ] Do not overwrite the file unless `--force` is given\n",
        "# Cache\n\n- [ ] Do not deploy without a backup\n",
        "# Cache\n\n- [ ] Delete every file except those that git does not track: `git ls-files`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(exceptions), sentence.has(negations),
          let place = exception(sentence.tokens), !sentence.isQuoted(place),
          !sentence.explains(after: place.upperBound - 1)
        else { return nil }
        return Hit(sentence.span, "Whether it is done then takes two turns to work out.")
      }
    })

  private static let exceptions: WordSet = ["unless", "except", "excepting"]
  private static let negations: WordSet = [
    "not", "no", "never", "isn't", "aren't", "doesn't", "don't", "hasn't", "haven't", "cannot",
    "can't", "without", "nothing", "none", "neither", "wasn't", "weren't", "didn't",
  ]

  /// From the word that makes the exception to the negation in its clause.
  private static func exception(_ tokens: ArraySlice<Token>) -> Range<Int>? {
    for index in tokens.indices where exceptions.contains(tokens[index].text) {
      let clause = tokens[(index + 1)...].prefix { !clauseEnds.contains($0.text) }
      guard let negation = clause.firstIndex(where: { negations.contains($0.text) }) else {
        continue
      }
      // one negation is hard enough only where the main clause has one too, or the exception has two
      let isTwice = clause.count { negations.contains($0.text) } > 1
      let isBefore = tokens[..<index].contains { negations.contains($0.text) }
      if isTwice || isBefore || tokens[index].text == "unless" { return index..<negation + 1 }
    }
    return nil
  }

  private static let clauseEnds: WordSet = [",", ";", ".", "(", "—", "–", "and", "but"]
}
