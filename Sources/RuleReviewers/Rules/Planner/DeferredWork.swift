import CheckModel

extension Rule {
  /// A decision that the plan puts off.
  static let deferredWork = Rule(
    id: "deferred-work", title: "Decision put off", family: .planner, class: .b,
    severity: .major, question: "selfcontained.1", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "To be decided" and its kin at the end of a clause; "not decided yet", "still open"; decide, define, design, specify or work out … \
      later, as we go, once the prototype runs; "leave the name open for now"; "error handling comes later"; "will be decided during implementation"; "it is unclear whether"; \
      and a step that begins with "Decide which" or "Figure out how". Sections about the future and what is \
      out of scope are left alone, and so is what a later task does.
      """,
    matters: "What is left for later is decided by whoever comes first, in passing.",
    consequence: "The executor decides it without the reasons that the author had.",
    fix: "Decide it now, or take it out of this plan and say so.",
    examples: Examples(
      bad: [
        "# Import\n\n## Design\n\n«The schema is to be decided.»\n",
        "# Import\n\n- [ ] «We will define the file layout later»\n",
        "# Import\n\n## Tasks\n\n1. «Decide which parser to use.»\n",
        "# Import\n\n## Design\n\n«The limits will be determined during implementation.»\n",
      ],
      good: [
        "# Import\n\n## Design\n\nThe schema is the table below.\n",
        "# Import\n\n## Out of scope\n\nWe will define the export layout later.\n",
        "# Import\n\n- [ ] Define the type here; Task 4 fills it in a later step\n",
        "# Import\n\n- [ ] Decide which parser to use: `json` for files that end in `.json`, else `csv`\n",
        "# Import\n\n- [ ] Remove the note \"to be decided\" from the page\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item, .table].contains(sentence.zone),
          sentence.has(Postponement.words),
          !reading.explains(sentence.block),
          !reading.block(sentence.block, isIn: .openQuestions)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = Postponement.place(in: words, sentence),
          !sentence.isQuoted(words.tokenRange(place)),
          !sentence.isListedWithSlash(words.tokenRange(place)), !speaksOf(words, place),
          // "To be clarified: …" says what, and still not how it is
          place.lowerBound == 0 && words.texts[0] == "to"
            || !sentence.explains(after: words.tokenRange(place).upperBound - 1)
        else { return nil }
        return Hit(sentence.span, "This is left to be decided while it is built.")
      }
    })

  /// The words are what is searched for or removed: `Remove the note "to be decided"`, `nothing is undecided`.
  private static func speaksOf(_ words: WordRun, _ place: Range<Int>) -> Bool {
    words.texts[max(0, place.lowerBound - 4)..<place.lowerBound].contains {
      ["no", "nothing", "without", "remove", "avoid", "never", "flag", "find", "word", "words"]
        .contains($0)
    }
  }
}
