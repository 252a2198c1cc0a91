import CheckModel

extension Rule {
  /// A list that ends in "etc.".
  static let openEndedList = Rule(
    id: "open-ended-list", title: "List without an end", family: .planner, class: .b,
    severity: .info, question: "clarity.2", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "Etc.", "and so on", "and the like", "and more", "among others", "including but not limited to" and \
      three dots at the end of an enumeration in an instruction. Info, because two readers of public plans \
      accepted both none of 12 such findings; minor where the list is of routes, roles, permissions, scopes or \
      fields and no class is named ("and other formats"). Lists of examples (such as, e.g.) are left alone, and \
      so is a number or a name for the whole.
      """,
    matters: "The rest of the list is the part that gets forgotten.",
    consequence: "The executor stops where the list stops, or makes up the rest.",
    fix: "Write the list out, or give the rule that decides what belongs to it.",
    examples: Examples(
      bad: [
        "# Users\n\n- [ ] «Move names, addresses, etc. to the new table»\n",
        "# Users\n\n- [ ] «Protect the routes /profile, /orders and so on»\n",
        "# Users\n\n## Requirements\n\n«Names lose blanks, tabs and the like.»\n",
        "# Users\n\n- [ ] «Sort by name, by date, …»\n",
      ],
      good: [
        "# Users\n\n- [ ] Protect every route except `/` and `/login`\n",
        "# Users\n\n- [ ] Move personal data (such as names, addresses, etc.) as listed in `fields.md`\n",
        "# Users\n\n- [ ] Accept the values 1, 2, …, 12\n",
        "# Users\n\n## Background\n\nToday names, addresses, etc. lie in one table.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard let (place, isNamed) = opening(of: sentence), !sentence.isQuoted(place),
          !isExample(sentence, before: place.lowerBound),
          !ListEnds.goesOn(sentence, after: place.upperBound), !isRemark(sentence),
          !treatsRest(sentence.tokens[place.upperBound...], place, sentence)
        else { return nil }
        let isGuarded = sentence.tokens.contains { guarded.contains($0.text) }
        return Hit(
          sentence.span, "The list ends with \"and so on\": what else belongs to it is not said.",
          severity: isGuarded && !isNamed ? .minor : nil)
      }
    })

  private static let guarded: WordSet = [
    "route", "routes", "role", "roles", "permission", "permissions", "scopes", "fields",
    "endpoints", "secrets",
  ]

  /// With what each of the endings begins.
  private static let starts: WordSet = [
    "etc", "et", "and", "or", "plus", "you", "among", "including", "includes", "…", "...", "to",
  ]
  private static let endings: Phrases = [
    ["etc"], ["et", "cetera"], ["and", "so", "on"], ["and", "so", "forth"], ["and", "the", "like"],
    ["or", "the", "like"], ["and", "such"], ["and", "others"], ["and", "similar"],
    ["or", "similar"], ["and", "more"], ["and", "the", "rest"], ["and", "whatnot"],
    ["and", "whatever"], ["and", "anything"], ["and", "everything", "else"],
    ["and", "further", "ones"], ["and", "other", "ones"], ["and", "all", "the", "rest"],
    ["among", "others"], ["plus", "a", "few", "more"], ["plus", "some", "more"],
    ["plus", "others"],
    ["plus", "a", "few", "others"],
    ["and", "a", "few", "others"], ["and", "some", "others"], ["and", "a", "few", "more"],
    ["and", "what", "not"], ["or", "whatever"], ["and", "things", "like", "that"],
    ["and", "stuff", "like", "that"], ["you", "get", "the", "idea"],
    ["you", "name", "it"],
    ["among", "other", "things"], ["and", "other", "things"], ["and", "other", "stuff"],
    ["and", "similar", "things"], ["to", "name", "a", "few"],
    ["including", "but", "not", "limited", "to"],
    ["includes", "but", "is", "not", "limited", "to"],
    ["including", ",", "but", "not", "limited", "to"],
  ]
  /// These may go on: `and more than one`, `or similar to that`.
  private static let ambiguous: WordSet = [
    "more", "others", "similar", "such", "rest", "things", "stuff",
  ]

  /// The words that leave the list open; one word before them is none.
  ///
  /// - Returns: also whether a class is named, of which somebody may know the members.
  private static func opening(of sentence: Sentence) -> (range: Range<Int>, isNamed: Bool)? {
    let tokens = sentence.tokens
    for index in tokens.indices where starts.contains(tokens[index].text) {
      if tokens[index].kind == .symbol {
        if ListEnds.trailsOff(tokens, index) { return (index..<index + 1, false) }
        continue
      }
      if let length = ListEnds.rest(tokens, index),
        isEnumeration(tokens[..<index], tokens[index].text)
      {
        return (index..<index + length, true)
      }
      guard let length = endings.length(in: tokens, at: index),
        // a folder
        !(index + 1 < tokens.endIndex && tokens[index + 1].text == "/")
      else { continue }
      let last = tokens[index + length - 1].text
      let mayGoOn = ambiguous.contains(last) && tokens[index].text != "among"
      if mayGoOn, !ListEnds.isHere(tokens, index + length) { continue }
      // "Among others, the roles a, b and c may …"
      let opens = tokens[index].text == "among" && index == tokens.startIndex
      if opens || tokens[index].text == "including"
        || isEnumeration(tokens[..<index], tokens[index].text)
      {
        return (index..<index + length, false)
      }
    }
    return nil
  }

  /// A comma or a slash before it; behind "etc." two names are enough, since nobody writes it otherwise.
  private static func isEnumeration(_ before: ArraySlice<Token>, _ ending: Word) -> Bool {
    before.contains { $0.text == "," || $0.text == "/" } || ending == "etc" && before.count > 2
  }

  /// `But … until the next deposit etc.` says why.
  private static func isRemark(_ sentence: Sentence) -> Bool {
    guard let first = sentence.tokens.first(where: { $0.kind == .word }) else { return false }
    return ["but", "because", "since", "so"].contains(first.text)
  }

  /// `…, and anything else is an error`: the rest is decided.
  private static func treatsRest(
    _ rest: ArraySlice<Token>, _ place: Range<Int>, _ sentence: Sentence
  ) -> Bool {
    let closing: WordSet = ["is", "are", "gets", "must", "fails", "counts", "returns"]
    return ["anything", "whatever", "rest", "others"]
      .contains(sentence.tokens[place.upperBound - 1].text)
      && rest.prefix(2).contains { closing.contains($0.text) }
  }

  private static func isExample(_ sentence: Sentence, before end: Int) -> Bool {
    let tokens = sentence.tokens[..<end]
    return tokens.contains { ["e.g", "like", "example", "examples"].contains($0.text) }
      || ListEnds.illustrateAll(tokens)
      || tokens.indices.dropLast().contains {
        tokens[$0].text == "such" && tokens[$0 + 1].text == "as"
      }
  }
}
