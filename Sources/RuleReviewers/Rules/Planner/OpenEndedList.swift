import CheckModel

extension Rule {
  /// A list that ends in "etc.".
  static let openEndedList = Rule(
    id: "open-ended-list", title: "List without an end", family: .planner, class: .b,
    severity: .minor, question: "clarity.2", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "Etc.", "and so on" and "and more" behind at least one comma in an instruction; major where the list \
      is of routes, roles, permissions, scopes or fields. Lists of examples (such as, e.g.) are left alone.
      """,
    matters: "The rest of the list is the part that gets forgotten.",
    consequence: "The executor stops where the list stops, or makes up the rest.",
    fix: "Write the list out, or give the rule that decides what belongs to it.",
    examples: Examples(
      bad: [
        "# Users\n\n- [ ] «Move names, addresses, etc. to the new table»\n",
        "# Users\n\n- [ ] «Protect the routes /profile, /orders and so on»\n",
      ],
      good: [
        "# Users\n\n- [ ] Protect every route except `/` and `/login`\n",
        "# Users\n\n- [ ] Move personal data (such as names, addresses, etc.) as listed in `fields.md`\n",
        "# Users\n\n## Background\n\nToday names, addresses, etc. lie in one table.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard let place = opening(of: sentence), !sentence.isQuoted(place),
          !isExample(sentence, before: place.lowerBound)
        else { return nil }
        let isGuarded = sentence.tokens.contains { guarded.contains($0.text) }
        return Hit(
          sentence.span, "The list ends with \"and so on\": what else belongs to it is not said.",
          severity: isGuarded ? .major : nil)
      }
    })

  private static let guarded: WordSet = [
    "route", "routes", "role", "roles", "permission", "permissions", "scopes", "fields",
    "endpoints", "secrets",
  ]

  /// The words that leave the list open, with a comma or a slash before them.
  private static func opening(of sentence: Sentence) -> Range<Int>? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      let length: Int
      switch tokens[index].text {
      case "etc": length = 1
      case "and" where stands(["so", "on"], tokens, index + 1): length = 3
      case "and" where stands(["so", "forth"], tokens, index + 1): length = 3
      case "and" where stands(["more"], tokens, index + 1) && endsHere(tokens, index + 2):
        length = 2
      default: continue
      }
      let before = tokens[tokens.startIndex..<index]
      if before.contains(where: { $0.text == "," || $0.text == "/" }) {
        return index..<index + length
      }
    }
    return nil
  }

  private static func stands(_ words: [Word], _ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    index + words.count <= tokens.endIndex
      && zip(tokens[index...], words).allSatisfy { $0.text == $1 }
  }

  private static func endsHere(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    index >= tokens.endIndex || [".", "!", ")"].contains(tokens[index].text)
  }

  private static func isExample(_ sentence: Sentence, before end: Int) -> Bool {
    let tokens = sentence.tokens[..<end]
    return tokens.contains { ["e.g", "like", "including", "example"].contains($0.text) }
      || tokens.indices.dropLast().contains {
        tokens[$0].text == "such" && tokens[$0 + 1].text == "as"
      }
  }
}
