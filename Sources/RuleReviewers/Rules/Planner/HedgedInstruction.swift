import CheckModel

extension Rule {
  /// "Maybe cache this".
  static let hedgedInstruction = Rule(
    id: "hedged-instruction", title: "Instruction that hesitates", family: .planner, class: .b,
    severity: .minor, question: "clarity.3", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Maybe, probably, perhaps, hopefully, ideally, preferably, "consider adding", "we could", "might want \
      to" and a "try to" at the start in steps and other \
      instructions. A plain "should" is not reported, and neither are conditions of the product.
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
      reading.instructions.compactMap { sentence in
        guard sentence.has(doubts) || sentence.has(wishes)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = hesitation(words), !sentence.isQuoted(words.tokenRange(place)),
          !sentence.isListedWithSlash(words.tokenRange(place)), !isReason(words, place),
          // "Consider compiling this:" shows what it speaks about
          sentence.tokens.last?.text != ":"
        else { return nil }
        return Hit(sentence.span, "It does not say whether this is to be done.")
      }
    })

  private static let wishes: WordSet = ["consider", "could", "try", "want", "nice"]
  private static let doubts: WordSet = [
    "maybe", "probably", "perhaps", "hopefully", "ideally", "preferably", "presumably",
  ]
  private static let halfWishes: Phrases = [
    ["might", "want", "to"], ["may", "want", "to"], ["would", "be", "nice"],
    ["would", "be", "good", "to"], ["nice", "to", "have"],
  ]

  private static func hesitation(_ words: WordRun) -> Range<Int>? {
    if let index = words.texts.firstIndex(where: doubts.contains) {
      // "probably a one-line fix" guesses the size
      let next = words.texts[(index + 1)...].first
      if words.texts[0] == "probably", next == "a" || next == "an" { return nil }
      return index..<index + 1
    }
    if words.texts.count > 1, words.texts[0] == "consider", words.texts[1].hasSuffix("ing") {
      return 0..<2
    }
    if words.stands(["try", "to"], at: 0) { return 0..<2 }
    if let place = halfWishes.first(in: words) { return place }
    for index in words.texts.indices.dropLast(2)
    where words.texts[index] == "we" && words.texts[index + 1] == "could" {
      if words.texts[index + 2] != "not" { return index..<index + 2 }
    }
    return nil
  }

  /// The doubt is about why something is so and not about whether to do it.
  private static func isReason(_ words: WordRun, _ place: Range<Int>) -> Bool {
    words.texts[..<place.lowerBound].contains {
      ["because", "since", "as", "if", "which"].contains($0)
    }
  }
}
