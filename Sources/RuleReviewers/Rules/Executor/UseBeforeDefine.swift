import CheckModel

extension Rule {
  /// Task 2 uses what Task 5 brings.
  static let useBeforeDefine = Rule(
    id: "use-before-define", title: "Used before it is there", family: .executor, class: .b,
    severity: .major, question: "decomposition.2", kind: .contradiction,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      Inside a numbered task a sentence that uses, calls, extends or needs something "from Task N", when \
      Task N stands later in the same file.
      """,
    matters: "Carried out in order, the task cannot be built or tested.",
    consequence:
      "The executor writes the missing piece itself, and the later task writes it again.",
    fix: "Exchange the tasks, or say what stands in for it until then.",
    examples: Examples(
      bad: [
        """
        # Ledger

        ### Task 1: Read

        It «uses `load()` from Task 2».

        ### Task 2: Load

        Add `load()`.

        """
      ],
      good: [
        """
        # Ledger

        ### Task 1: Load

        Add `load()`; Task 2 uses it.

        ### Task 2: Read

        It uses `load()` from Task 1.

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let headings = taskHeadings(reading)
      guard headings.count >= 2 else { return [] }
      return reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item].contains(sentence.zone),
          let own = headings.last(where: {
            $0.span < sentence.span && $0.span.file == sentence.file
          }),
          let place = later(sentence, than: own, headings)
        else { return nil }
        return Hit(sentence.span(of: place), "That task stands after this one.")
      }
    })

  private static func taskHeadings(_ reading: PlanReading) -> [(number: Word, span: Span)] {
    reading.sentences.compactMap { sentence in
      guard sentence.zone == .heading, sentence.opensBlock else { return nil }
      let tokens = sentence.tokens
      guard let task = tokens.firstIndex(where: { $0.kind != .symbol }) else { return nil }
      if tokens[task].kind == .number { return (tokens[task].text, sentence.span) }
      guard tokens[task].text == "task", task + 1 < tokens.endIndex,
        tokens[task + 1].kind == .number
      else { return nil }
      return (tokens[task + 1].text, sentence.span)
    }
  }

  private static let uses: WordSet = [
    "use", "uses", "using", "call", "calls", "calling", "extend", "extends", "need", "needs",
    "requires", "consumes", "imports", "import",
  ]
  private static let waiting: WordSet = [
    "until", "later", "stub", "mock", "placeholder", "not", "once", "will",
  ]

  /// From the verb to the number of a later task.
  private static func later(
    _ sentence: Sentence, than own: (number: Word, span: Span),
    _ headings: [(number: Word, span: Span)]
  ) -> Range<Int>? {
    let tokens = sentence.tokens
    guard !tokens.contains(where: { waiting.contains($0.text) }) else { return nil }
    for index in tokens.indices.dropFirst(2)
    where tokens[index].kind == .number && tokens[index - 1].text == "task"
      && tokens[index - 2].text == "from"
    {
      let named = headings.filter {
        $0.number == tokens[index].text && $0.span.file == sentence.file
      }
      guard named.count == 1, let target = named.first, own.span < target.span,
        let verb = tokens[..<index].lastIndex(where: { uses.contains($0.text) })
      else { continue }
      return verb..<index + 1
    }
    return nil
  }
}
