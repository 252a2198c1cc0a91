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
        guard sentence.has(steps) else { return nil }
        let words = WordRun(sentence.tokens)
        guard let end = reference(words), !sentence.explains(after: words.positions[end]),
          !sentence.isQuoted(words.tokenRange(0..<end + 1)),
          !continues(sentence.tokens[(words.positions[end] + 1)...])
        else { return nil }
        return Hit(
          sentence.span, "What is to be done stands in another place, for another thing.",
          severity: sentence.opensBlock ? nil : .info)
      }
    })

  private static let steps: WordSet = [
    "task", "step", "phase", "tasks", "steps", "above", "before",
  ]
  private static let openings: Phrases = [
    ["same", "as"], ["the", "same", "as"], ["exactly", "as"], ["similar", "to"],
    ["similarly", "to"], ["identical", "to"], ["analogous", "to"], ["analogously", "to"],
    ["analog", "to"], ["repeat"], ["redo"], ["do", "the", "same", "as"], ["do", "it", "as"],
    ["do", "as"], ["do", "this", "as"], ["proceed", "as"], ["proceed", "like"], ["as", "in"],
    ["as", "for"], ["as", "with"], ["just", "like"], ["like"], ["same", "steps", "as"],
    ["the", "same", "steps", "as"], ["same", "procedure", "as"], ["same", "approach", "as"],
    ["same", "process", "as"], ["same", "way", "as"], ["the", "same", "procedure", "as"],
    ["the", "same", "approach", "as"], ["same", "thing", "as"], ["same", "changes", "as"],
    ["follow"], ["copy", "the", "steps"], ["apply", "the", "same", "changes", "as"],
    ["apply", "the", "same", "steps", "as"], ["use", "the", "same", "approach", "as"],
    ["use", "the", "same", "steps", "as"], ["as"], ["same"],
  ]
  private static let between: WordSet = [
    "in", "for", "the", "steps", "of", "from", "with", "done", "described", "procedure", "all",
    "same", "to", "under", "that", "what", "was", "is", "approach", "process",
  ]

  /// The index of the other task's number, or of "above", when the sentence begins by pointing there.
  private static func reference(_ words: WordRun) -> Int? {
    guard let opening = openings.first(in: words), opening.lowerBound == 0 else { return nil }
    var next = opening.upperBound
    while next < words.texts.count, between.contains(words.texts[next]) {
      if isNumbered(words, next) { return next + 1 }
      next += 1
    }
    guard next < words.texts.count else { return nil }
    if isNumbered(words, next) { return next + 1 }
    let isBack = words.texts[next] == "above" || words.texts[next] == "before"
    return isBack && words.texts.count <= next + 5 ? next : nil
  }

  private static func isNumbered(_ words: WordRun, _ index: Int) -> Bool {
    ["task", "step", "phase", "tasks", "steps"].contains(words.texts[index])
      && index + 1 < words.texts.count && words.texts[index + 1].count <= 3
      && (words.texts[index + 1].count == 1 || !words.texts[index + 1].last.isLetter)
  }

  private static let differences: WordSet = [
    "but", "only", "except", "with", "for", "just", "this", "now", "using", "and", "here",
  ]

  /// A comma and a clause of its own: `As in Task 2, an unknown id is answered with an empty list`.
  private static func continues(_ rest: ArraySlice<Token>) -> Bool {
    if rest.contains(where: { $0.text == "until" }) { return true }
    guard rest.first?.text == ",", let opening = rest.first(where: { $0.kind == .word }) else {
      return false
    }
    return !differences.contains(opening.text) && rest.count { $0.kind == .word } >= 4
  }
}
