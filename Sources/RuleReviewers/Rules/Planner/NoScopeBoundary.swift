import CheckModel

extension Rule {
  /// Nothing is out of scope.
  static let noScopeBoundary = Rule(
    id: "no-scope-boundary", title: "Nothing is said to stay as it is", family: .planner, class: .c,
    severity: .info, question: "intent.3", kind: .scope, zones: [],
    lexical: false,
    detects: """
      An open plan of at least four tasks, or of more than 600 words that do not only explain, without a section on \
      what is out of scope and without one line about what is left out or stays as it is. That the product must not do something is no \
      limit of the work. Info, because two readers of public plans accepted both only 2 of 14 such findings: the \
      plan was bounded by its lists, or nothing was there to protect.
      """,
    matters: "An executor that meets something ugly on the way mends it as well.",
    consequence: "The change grows in directions nobody reviewed.",
    fix: "Name what must not be touched, and what is left for another day.",
    examples: Examples(
      bad: [
        """
        # Sync

        - [ ] Add `a.swift` with the type `Line`
        - [ ] Add `b.swift` with `parse()`
        - [ ] Add `c.swift` with `print()`
        - [ ] Run `make check` and see 0 failures

        """,
        """
        # Sync

        - [ ] Add `a.swift` with the type `Line`; a line must not hold a tab
        - [ ] Add `b.swift` with `parse()`
        - [ ] Add `c.swift` with `print()`, do not print empty lines
        - [ ] Run `make check` and see 0 failures

        """,
      ],
      good: [
        """
        # Sync

        Do not change the flags of the command line.

        - [ ] Add `a.swift` with the type `Line`
        - [ ] Add `b.swift` with `parse()`
        - [ ] Add `c.swift` with `print()`
        - [ ] Run `make check` and see 0 failures

        """,
        "# Sync\n\n- [ ] Add `a.swift` with the type `Line`\n",
        """
        # Sync

        The flags of the command line stay as they are.

        1. Add `a.swift` with the type `Line`
        2. Add `b.swift` with `parse()`
        3. Add `c.swift` with `print()`
        4. Run `make check` and see 0 failures

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      guard [.open, .started].contains(reading.plan.state), Boundaries.first(in: reading) == nil
      else { return [] }
      let words = reading.judgedSentences.reduce(0) { sum, sentence in
        sum + (reading.explains(sentence.block) ? 0 : sentence.wordCount)
      }
      guard reading.units.count >= 4 || words > 600 else { return [] }
      return [Hit(nil, "No line says what is left out, or what must stay as it is.")]
    })
}
