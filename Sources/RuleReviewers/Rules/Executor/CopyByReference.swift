import CheckModel

extension Rule {
  /// "Same as Task 3".
  static let copyByReference = Rule(
    id: "copy-by-reference", title: "Step told by another step", family: .executor, class: .b,
    severity: .minor, question: "selfcontained.4", kind: .missing,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      A step that begins with same as, similar to, like, repeat or as in, and the name of another task, and \
      that does not go on to say what differs.
      """,
    matters: "What is the same and what is not is the whole question.",
    consequence: "The executor copies too much or too little.",
    fix: "Write the steps out with the names of this task.",
    examples: Examples(
      bad: [
        "# Orders\n\n### Task 4: Add orders\n\n«Same as Task 3 but for orders.»\n",
        "# Orders\n\n- [ ] «Repeat Task 2 for the other tables»\n",
      ],
      good: [
        "# Orders\n\n### Task 4: Add orders\n\nCreate `orders.ts` with `list()` and `get(id)`.\n",
        "# Orders\n\n- [ ] Repeat Task 2 with `orders` in place of `users`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item].contains(sentence.zone), sentence.opensBlock, sentence.has(steps),
          !reading.explains(sentence.block)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let end = reference(words) else { return nil }
        guard !sentence.explains(after: words.positions[end]) else { return nil }
        return Hit(sentence.span, "What is to be done stands in another task, for another thing.")
      }
    })

  private static let steps: WordSet = ["task", "step", "phase", "tasks", "steps"]

  /// The index of the other task's number, when the sentence begins by pointing there.
  private static func reference(_ words: WordRun) -> Int? {
    let openings: [[Word]] = [
      ["same", "as"], ["the", "same", "as"], ["similar", "to"], ["repeat"],
      ["do", "the", "same", "as"],
      ["as", "in"], ["same", "steps", "as"],
    ]
    guard let opening = openings.first(where: { words.texts.starts(with: $0) }) else { return nil }
    let next = opening.count
    guard next + 1 < words.texts.count, steps.contains(words.texts[next]),
      words.texts[next + 1].count <= 3
    else { return nil }
    return next + 1
  }
}
