import CheckModel

extension Rule {
  /// "Where possible".
  static let escapeClause = Rule(
    id: "escape-clause", title: "Instruction with a way out", family: .planner, class: .b,
    severity: .minor, question: "clarity.3", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      If possible, where applicable, as appropriate, as far as practical, when necessary, if it makes sense, \
      time permitting, as you see fit and the like in instructions. Left alone: creating or installing what \
      may already be there, a reaction in the same sentence (else, otherwise, fall back), and sentences that \
      go on to say when.
      """,
    matters: "Nobody can say afterwards whether it was done.",
    consequence: "The executor decides whether it applies, usually that it does not.",
    fix: "Say when it applies, or take the words out.",
    examples: Examples(
      bad: [
        "# Config\n\n- [ ] Respect overrides «where applicable»\n",
        "# Config\n\n## Tasks\n\n1. Reuse the old parser «if possible».\n",
        "# Config\n\n## Steps\n\nRead the file once. «If feasible», drop `old.ini` too.\n",
        "# Config\n\n- [ ] Keep the order of the keys «as far as possible»\n",
        "# Config\n\n- [ ] Move the constants into one file «if it makes sense»\n",
      ],
      good: [
        "# Config\n\n- [ ] `APP_HOME` overrides the path; no other variable does\n",
        "# Config\n\n- [ ] Create the folder if needed\n",
        "# Config\n\n- [ ] Parse the file only when needed\n",
        "# Config\n\n- [ ] Read the keys as needed by the loader\n",
        "# Config\n\n- [ ] Reuse the open connection if possible, otherwise open one\n",
        "# Config\n\n- [ ] Reuse the parser if possible: it is when the file ends in `.json`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.has(WayOut.words) else { return nil }
        let words = WordRun(sentence.tokens)
        guard let place = WayOut.place(in: words), !isDecided(words, place),
          !isMadeOnce(words, place)
        else { return nil }
        let tokens = words.tokenRange(place)
        guard !sentence.isQuoted(tokens), !sentence.isListedWithSlash(tokens),
          !isExplained(sentence, tokens), !isPart(sentence, words, place, reading)
        else { return nil }
        return Hit(sentence.span(of: tokens), "It leaves open whether this is done.")
      }
    })

  private static let setUp = ByteSearch([" install", "bootstrap", "restore", " sync", " ci"])
  private static let reactions: WordSet = ["else", "otherwise", "falls", "fall"]

  /// The sentence says what happens otherwise, or that it happens then only.
  private static func isDecided(_ words: WordRun, _ place: Range<Int>) -> Bool {
    words.has(reactions) || namesFallback(words)
      || words.texts[max(0, place.lowerBound - 2)..<place.lowerBound].contains {
        ["only", "not", "never", "even"].contains($0)
      }
  }

  /// `with localStorage as fallback`; `the fallback` is a thing of the product.
  private static func namesFallback(_ words: WordRun) -> Bool {
    words.texts.indices.contains { index in
      words.texts[index] == "fallback" && words.word(before: index) != "the"
    }
  }

  private static let making: WordSet = [
    "create", "install", "initialize", "initialise", "mkdir", "download", "fetch", "add", "import",
    "regenerate", "reinstall",
  ]

  /// What may already be there is made only when it is not.
  private static func isMadeOnce(_ words: WordRun, _ place: Range<Int>) -> Bool {
    making.contains(words.texts[0]) && ["if", "when"].contains(words.texts[place.lowerBound])
      && ["needed", "necessary", "required"].contains(words.texts[place.upperBound - 1])
  }

  /// It belongs to a noun and not to the order: `a way to undo it if needed`, `(status, link if applicable)`.
  private static func isPart(
    _ sentence: Sentence, _ words: WordRun, _ place: Range<Int>, _ reading: PlanReading
  ) -> Bool {
    let before = words.texts[max(0, place.lowerBound - 3)..<place.lowerBound].dropLast()
    let excuse = words.texts[place.upperBound - 1]
    if ["needed", "necessary", "required"].contains(excuse), before.contains("to"),
      !Vocabulary.imperatives.contains(words.texts[0])
    {
      return true
    }
    guard sentence.isBracketed(words.tokenRange(place)) else { return false }
    // `bundle install` (and `yarn install` if needed)
    return excuse == "applicable"
      || ["needed", "necessary", "required"].contains(excuse)
        && sentence.tokens[..<words.positions[place.lowerBound]].contains { token in
          token.kind == .code
            && setUp.occurs(in: reading.plan.files[sentence.file].source.bytes, token.range)
        }
  }

  /// A clause that opens the sentence is explained before its comma: what follows is what it excuses.
  private static func isExplained(_ sentence: Sentence, _ place: Range<Int>) -> Bool {
    let tokens = sentence.tokens
    let opens = tokens[..<place.lowerBound].allSatisfy { $0.kind == .symbol }
    let comma = tokens[place.upperBound...].firstIndex { $0.text == "," }
    let end = opens ? comma ?? place.upperBound : tokens.endIndex
    var clause = sentence
    clause.tokens = tokens[..<max(end, place.upperBound)]
    return clause.explains(after: place.upperBound - 1, byCode: false)
  }
}
