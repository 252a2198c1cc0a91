import CheckModel

extension Rule {
  /// Nothing is out of scope.
  static let noScopeBoundary = Rule(
    id: "no-scope-boundary", title: "Nothing is said to stay as it is", family: .planner, class: .a,
    severity: .minor, question: "intent.3", kind: .scope, zones: [],
    lexical: true,
    detects: """
      An open plan of at least four tasks, or of more than 600 words that instruct, without a section on \
      what is out of scope and without one line that forbids something; major in the high tier.
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

        """
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
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      guard [.open, .started].contains(reading.plan.state), reading.isEnglish,
        Statements.exclusion(in: reading) == nil, !prohibits(reading)
      else { return [] }
      let words = reading.judgedSentences.reduce(0) { $0 + ($1.binding ? $1.wordCount : 0) }
      guard reading.units.count >= 4 || words > 600 else { return [] }
      return [
        Hit(
          nil, "No line says what is not to be done.",
          severity: reading.plan.risk.tier == .high ? .major : nil)
      ]
    })

  private static let prohibitions: Phrases = [
    ["do", "not"], ["don't"], ["must", "not"], ["no", "new"], ["nothing", "else"],
    ["no", "code", "changes"], ["no", "other"], ["not", "in", "this"], ["stays", "as"],
    ["stay", "as"], ["separate", "pr"], ["separate", "plan"],
  ]

  /// Whether any sentence forbids something: that is a limit too.
  private static func prohibits(_ reading: PlanReading) -> Bool {
    reading.sentences.contains { sentence in
      sentence.zone != .quote && prohibitions.occur(in: sentence.tokens)
    }
  }
}
