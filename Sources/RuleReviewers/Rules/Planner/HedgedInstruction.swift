import CheckModel

extension Rule {
  /// "Maybe cache this".
  static let hedgedInstruction = Rule(
    id: "hedged-instruction", title: "Instruction that hesitates", family: .planner, class: .b,
    severity: .minor, question: "clarity.3", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Maybe, possibly, perhaps, probably, ideally, preferably, "consider adding", "think about", "we could", \
      "might want to", "might be worth", "would be nice", "feel free to", "I'd rather" and a "try to" at the \
      start in steps and other instructions. A plain "should" is not reported, and neither are conditions of the product.
      """,
    matters: "An executor cannot do something maybe: it does it or it does not.",
    consequence: "The executor decides by mood.",
    fix: "Decide: do it, or leave it out.",
    examples: Examples(
      bad: [
        "# Pages\n\n- [ ] «Maybe cache the result»\n",
        "# Pages\n\n- [ ] «Consider adding an index on the name»\n",
        "# Pages\n\n## Tasks\n\n1. «Move the helper, ideally into its own module.»\n",
      ],
      good: [
        "# Pages\n\n- [ ] Cache the result for 10 minutes\n",
        "# Pages\n\n- [ ] Show \"probably offline\" when the request fails\n",
        "# Pages\n\n## Background\n\nThe index is probably too small.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item, .table].contains(sentence.zone), sentence.has(Hesitation.words),
          !reading.explains(sentence.block)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = Hesitation.place(in: words),
          sentence.instructs || sentence.zone == .item && Hesitation.opens(words),
          !sentence.isQuoted(words.tokenRange(place)),
          !sentence.isListedWithSlash(words.tokenRange(place)), !isReason(words, place),
          // "Consider compiling this:" shows what it speaks about
          sentence.tokens.last?.text != ":"
        else { return nil }
        return Hit(sentence.span, "It does not say whether this is to be done.")
      }
    })

  /// The doubt is about why something is so and not about whether to do it.
  private static func isReason(_ words: WordRun, _ place: Range<Int>) -> Bool {
    words.texts[..<place.lowerBound].contains {
      ["because", "since", "as", "if", "which"].contains($0)
    }
  }
}
