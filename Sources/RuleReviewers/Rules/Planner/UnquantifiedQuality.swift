import CheckModel

extension Rule {
  /// "The page must load quickly".
  static let unquantifiedQuality = Rule(
    id: "unquantified-quality", title: "Quality without a measure", family: .planner, class: .c,
    severity: .info, question: "clarity.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Fast, quickly, efficient, low latency, scalable, lightweight, real-time, periodically, simple, clean, \
      smooth, modern and the like, where an instruction or a criterion wishes them of the product ("must be \
      fast", "keep memory use low", "a modern look"), without a number, code or example in the sentence or \
      in the next one.
      """,
    matters: "Whether it was reached is decided by whoever looks first.",
    consequence: "The executor takes what comes out for fast enough.",
    fix: "Say how much, measured how and where, or take the word out.",
    examples: Examples(
      bad: [
        "# Search\n\n## Requirements\n\n- «The page must load quickly.»\n",
        "# Search\n\n- [ ] «Keep the memory use low»\n",
        "# Search\n\n- [ ] «Give the result list a modern look»\n",
        "# Search\n\n## Acceptance criteria\n\n- «The first results are fast.»\n",
      ],
      good: [
        "# Search\n\n## Requirements\n\n- The first page must load quickly: under 300 ms on the test machine.\n",
        "# Search\n\n- [ ] Keep the memory use low\n  - at most 200 MB with `data/large.csv`\n",
        "# Search\n\n- [ ] Use the fast-forward merge and the quick start guide\n",
        "# Search\n\n- [ ] Add a simple test for the empty query\n",
        "# Search\n\n## Background\n\nThe page must have been fast once.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.has(Quality.words), reading.isInstruction(sentence),
          sentence.tokens.last?.text != "?"
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = Quality.wish(words, isDemand: isDemand(sentence, words, reading)) else {
          return nil
        }
        let tokens = words.tokenRange(place)
        guard !sentence.speaksAbout(tokens), !sentence.explains(after: tokens.upperBound - 1),
          !sentence.tokens.contains(where: { $0.kind == .number && $0.text.count < 8 }),
          reading.continuation(of: index) != .exact
        else { return nil }
        return Hit(sentence.span, "How much of it is enough is not said.")
      }
    })

  private static let demands: WordSet = [
    "must", "should", "shall", "needs", "need", "has", "have", "ensure", "ensures", "make", "keep",
    "makes", "keeps", "required",
  ]
  /// The sentence wishes, or stands where wishes stand.
  private static func isDemand(
    _ sentence: Sentence, _ words: WordRun, _ reading: PlanReading
  ) -> Bool {
    words.has(demands) || reading.block(sentence.block, isIn: .acceptance)
      || reading.block(sentence.block, isIn: .requirements)
  }
}
