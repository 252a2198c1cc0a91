import CheckModel

extension Rule {
  /// "Where possible".
  static let escapeClause = Rule(
    id: "escape-clause", title: "Instruction with a way out", family: .planner, class: .b,
    severity: .minor, question: "clarity.3", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      If possible, where applicable, as appropriate, as needed, when necessary, if time permits and the \
      like in instructions. Left alone: creating or installing what may already be there, a reaction in \
      the same sentence (else, otherwise, fall back), and sentences that go on to say when.
      """,
    matters: "Nobody can say afterwards whether it was done.",
    consequence: "The executor decides whether it applies, usually that it does not.",
    fix: "Say when it applies, or take the words out.",
    examples: Examples(
      bad: [
        "# Config\n\n- [ ] Respect overrides «where applicable»\n",
        "# Config\n\n## Tasks\n\n1. Reuse the old parser «if possible».\n",
      ],
      good: [
        "# Config\n\n- [ ] `APP_HOME` overrides the path; no other variable does\n",
        "# Config\n\n- [ ] Create the folder if needed\n",
        "# Config\n\n- [ ] Reuse the open connection if possible, otherwise open one\n",
        "# Config\n\n- [ ] Reuse the parser if possible: it is when the file ends in `.json`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(excuses) || sentence.has(spared)
        else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = wayOut(words), !making.contains(words.texts.first ?? ""),
          !words.has(reactions), !sentence.mentions(words.tokenRange(place)),
          !sentence.explains(after: words.tokenRange(place).upperBound - 1)
        else { return nil }
        return Hit(
          sentence.span(of: words.tokenRange(place)), "It leaves open whether this is done.")
      }
    })

  private static let openers: WordSet = ["if", "where", "when", "as", "wherever", "whenever"]
  private static let spared: WordSet = ["time"]
  private static let excuses: WordSet = [
    "possible", "applicable", "appropriate", "needed", "necessary", "feasible", "practical",
    "practicable", "required", "desired",
  ]
  /// What may already be there is made only when it is not.
  private static let making: WordSet = [
    "create", "install", "initialize", "initialise", "mkdir", "download", "fetch", "add", "import",
    "regenerate", "reinstall",
  ]
  private static let reactions: WordSet = [
    "else", "otherwise", "fallback", "falls", "fall", "only", "not", "never", "until",
  ]

  private static func wayOut(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropLast() where openers.contains(words.texts[index]) {
      if excuses.contains(words.texts[index + 1]) {
        // "as required by", "as needed for" say when
        let next: Word = index + 2 < words.texts.count ? words.texts[index + 2] : ""
        if ["by", "for", "to", "in"].contains(next) { continue }
        if words.texts[index] != "as" || words.texts[index + 1] != "possible" {
          return index..<index + 2
        }
      }
      if words.texts[index] == "if", index + 2 < words.texts.count,
        words.texts[index + 1] == "time", ["permits", "allows"].contains(words.texts[index + 2])
      {
        return index..<index + 3
      }
    }
    return nil
  }
}
