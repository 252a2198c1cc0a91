import CheckModel

extension Rule {
  /// "For now".
  static let temporaryMeasure = Rule(
    id: "temporary-measure", title: "Makeshift without an end", family: .planner, class: .b,
    severity: .minor, question: "selfcontained.1", kind: .risk,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "For now", "temporary fix", "quick hack", "as a workaround" in an instruction that does not say when it \
      ends: until, once, a task that removes it. Temporary files and folders are no makeshift.
      """,
    matters: "What nobody is told to take out stays.",
    consequence: "The executor builds it for good.",
    fix: "Say when it ends and which task takes it out, or build the real thing.",
    examples: Examples(
      bad: [
        "# Users\n\n- [ ] «Skip the access check for now»\n",
        "# Users\n\n- [ ] «Add a quick hack to `users.ts»`\n",
      ],
      good: [
        "# Users\n\n- [ ] Skip the access check for now; Task 9 takes the switch out\n",
        "# Users\n\n- [ ] Write the list into a temporary file\n",
        "# Users\n\n- [ ] Skip the check for now, until `DEV` is gone\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(hasty) || sentence.has(present),
          !sentence.tokens.contains(where: { ends.contains($0.text) })
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = makeshift(words), !sentence.mentions(words.tokenRange(place)) else {
          return nil
        }
        return Hit(sentence.span, "Nothing says when this ends.")
      }
    })

  private static let ends: WordSet = [
    "until", "once", "task", "remove", "removed", "removes", "later", "then", "replaced", "only",
    "not", "never", "don't", "unchanged", "out",
  ]
  private static let present: WordSet = ["now"]
  private static let hasty: WordSet = ["temporary", "quick", "dirty", "interim", "stopgap"]
  private static let makeshifts: WordSet = [
    "hack", "fix", "workaround", "patch", "shim", "solution",
  ]

  private static func makeshift(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropLast() {
      let next = words.texts[index + 1]
      if words.texts[index] == "for", next == "now" { return index..<index + 2 }
      if hasty.contains(words.texts[index]), makeshifts.contains(next) { return index..<index + 2 }
    }
    return nil
  }
}
