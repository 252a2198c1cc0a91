import CheckModel

extension Rule {
  /// "Same as Task 3".
  static let copyByReference = Rule(
    id: "copy-by-reference", title: "Step told by another step", family: .executor, class: .b,
    severity: .minor, question: "selfcontained.4", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A sentence of the work that begins with same as, similar to, like, repeat, proceed as in, follow the \
      steps of and the like, and the name of another task (or "above"), and that does not go on to say what \
      differs. Behind other sentences of a step it is info.
      """,
    matters: "What is the same and what is not is the whole question.",
    consequence: "The executor copies too much or too little.",
    fix: "Write the steps out with the names of this task.",
    examples: Examples(
      bad: [
        "# Orders\n\n### Task 4: Add orders\n\n«Same as Task 3 but for orders.»\n",
        "# Orders\n\n- [ ] «Repeat Task 2 for the other tables»\n",
        "# Orders\n\n### Task 4: Add orders\n\n«Follow the steps of Task 3 for the other file.»\n",
        "# Orders\n\n- [ ] «Same procedure as above»\n",
      ],
      good: [
        "# Orders\n\n### Task 4: Add orders\n\nCreate `orders.ts` with `list()` and `get(id)`.\n",
        "# Orders\n\n- [ ] Repeat Task 2 with `orders` in place of `users`\n",
        "# Orders\n\n- [ ] As in Task 2, an unknown id is answered with an empty list\n",
        "# Orders\n\n- [ ] Repeat step 2 until the test passes\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(Repetition.words) || sentence.tokens.contains(where: \.text.isTaskID)
        else {
          return nil
        }
        let words = WordRun(Repetition.behindID(sentence.tokens))
        guard !words.texts.isEmpty,
          let end = Repetition.reference(words) ?? Repetition.order(words, sentence)
            ?? Repetition.ending(words),
          words.texts[0] != "see" || Repetition.isWhole(sentence, words, end),
          !sentence.explains(after: words.positions[end]),
          !sentence.isQuoted(words.tokenRange(0..<end + 1)),
          !Repetition.continues(sentence.tokens[(words.positions[end] + 1)...])
        else { return nil }
        return Hit(
          sentence.span, "What is to be done stands in another place, for another thing.",
          severity: sentence.opensBlock && words.texts[0] != "see" ? nil : .info)
      }
    })
}
