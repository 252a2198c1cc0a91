import CheckModel

extension Rule {
  static let placeholderMarker = Rule(
    id: "placeholder-marker", title: "Placeholder instead of a value", family: .shared, class: .b,
    severity: .major, question: "selfcontained.1", kind: .missing,
    zones: [.paragraph, .item, .table], lexical: true,
    detects: """
      TBD, TBC, TODO, FIXME, TKTK or ??? as a whole cell or item, at the end after a colon, alone in \
      brackets, after "is" or "are", or as a prefix with a colon; and `[NEEDS CLARIFICATION: …]`. In an \
      open task it is a blocker, in a document's own data (owner, date) minor. Names such as `TODO.md`, \
      to-do lists, and sentences about such markers are left alone.
      """,
    matters:
      "An executor does not ask. It fills the blank with whatever is likely, and nobody notices.",
    consequence: "The executor invents the value.",
    fix: "Write the value, or decide that it is not needed and say so.",
    examples: Examples(
      bad: [
        "# Sync\n\n«Retry limit: TBD»\n",
        "# Sync\n\n| Limit | Value |\n|---|---|\n| retries | «TBD» |\n",
        "# Sync\n\n«The port is TBD.»\n",
        "# Sync\n\n«The region (TBD) decides the price.»\n",
        "# Sync\n\n«TODO: describe the retry.»\n",
        "# Sync\n\n- «Uploads are kept [NEEDS CLARIFICATION: for how long?]»\n",
      ],
      good: [
        "# Sync\n\nRetry limit: 3\n",
        "# Sync\n\nThe list lives in `TODO.md`, and TodoWrite fills it.\n",
        "# Sync\n\n- [ ] Check that no TBD is left\n",
        "# Sync\n\nThe linter flags \"TBD\" and TODO/FIXME.\n",
        "# Sync\n\n- ~~Retry limit: TBD~~ Retry limit: 3\n",
        "# Sync\n\n| Marker | Count |\n|---|---|\n| TBD | 13 |\n",
        "# Sync\n\n- TODO: most of these are names of files\n",
        "# Sync\n\n- [x] Retry limit: TBD\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .fires,
      ]),
    find: { reading in
      reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item, .table].contains(sentence.zone),
          let marker = placeholder(in: sentence, reading),
          !(sentence.zone == .table && sentence.isFirstCell)
        else { return nil }
        let severity: Severity?
        if isMetadata(sentence, marker, reading) {
          severity = .minor
        } else if let unit = reading.unit(holding: sentence.span), sentence.binding,
          !reading.plan.tasks[reading.units[unit].task].optional
        {
          severity = .blocker
        } else {
          severity = nil
        }
        let word = reading.plan.text(of: sentence.span(of: marker..<marker + 1))
        return Hit(sentence.span, "\(word) stands where a value is needed.", severity: severity)
      }
    })

  private static let markers: Set<String> = ["tbd", "tbc", "todo", "fixme", "tktk"]

  /// The token of the marker, nil without one that stands for a value.
  private static func placeholder(in sentence: Sentence, _ reading: PlanReading) -> Int? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      let token = tokens[index]
      if token.text == "needs", token.allCaps, isClarification(tokens, at: index) {
        return sentence.isQuoted(index..<index + 1) ? nil : index
      }
      let isMarker = markers.contains(token.text) && token.kind == .word
      guard isMarker || token.text == "???" else { continue }
      let isLoud = token.allCaps || token.text == "???"
      let standsFor = standsForValue(sentence, at: index, isLoud: isLoud, reading)
      if standsFor, !sentence.mentions(index..<index + 1) { return index }
    }
    return nil
  }

  private static func standsForValue(
    _ sentence: Sentence, at index: Int, isLoud: Bool, _ reading: PlanReading
  ) -> Bool {
    let tokens = sentence.tokens
    let marker = tokens[index].text
    let before = index > tokens.startIndex ? tokens[index - 1].text : ""
    let after = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
    let ends = ["", ".", "(", ",", ";", "—", "–"].contains(after)
    let isWhole =
      tokens.allSatisfy { $0.kind == .symbol || $0.text == marker } && sentence.opensBlock
      && sentence.endsBlock
    if isWhole || ((before == ":" || before == "=") && ends) { return true }
    guard isLoud else { return false }
    if before == "(" && (after == ")" || after == ":") { return true }
    if before == "[" && after == ":" { return true }
    if ["is", "are", "remains", "still"].contains(before), marker == "tbd" || marker == "tbc" {
      return ends
    }
    let isPrefix = after == ":" && sentence.opensBlock && index == tokens.startIndex
    return isPrefix && marker != "???" && assignsWork(tokens[(index + 2)...])
      && !isToDoList(sentence, reading)
  }

  private static let chores: Set<String> = [
    "finish", "describe", "decide", "figure", "fill", "complete", "find", "investigate", "discuss",
    "clarify", "determine", "explain", "ask", "link", "expand", "think", "consider", "flesh",
    "agree", "choose", "list", "need", "needs",
  ]

  /// After a prefix stands work for the author; a sentence that speaks about the word starts otherwise.
  private static func assignsWork(_ rest: ArraySlice<Token>) -> Bool {
    guard let opening = rest.first(where: { $0.kind == .word })?.text else { return true }
    return chores.contains(opening) || Vocabulary.imperatives.contains(opening)
      || rest.filter { $0.kind == .word }.count <= 3 || rest.last?.text == "?"
  }

  private static func isClarification(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    index > tokens.startIndex && tokens[index - 1].text == "[" && index + 3 < tokens.endIndex
      && tokens[index + 1].text == "clarification" && tokens[index + 2].text == ":"
  }

  /// In a list of things to do the word is only the author's bullet.
  private static func isToDoList(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    if reading.unit(holding: sentence.span) != nil { return true }
    var section = sentence.section
    while let index = section {
      let words = TitleWords.of(reading.plan.sections[index].title)
      if words.contains("todo") || words.contains("todos") || words.contains("to-do") {
        return true
      }
      section = reading.plan.sections[index].parent
    }
    return false
  }

  private static func isMetadata(_ sentence: Sentence, _ marker: Int, _ reading: PlanReading)
    -> Bool
  {
    if reading.block(sentence.block, isIn: .metadata) { return true }
    let names: Set<String> = [
      "owner", "owners", "author", "authors", "reviewer", "reviewers", "approver", "approvers",
      "date", "status", "milestone", "release", "sprint", "assignee", "estimate", "ticket", "pr",
      "issue", "link", "editor", "commit", "commits", "hash", "sha", "created", "updated",
      "version",
    ]
    return sentence.tokens[sentence.tokens.startIndex..<marker].contains {
      names.contains($0.text)
    }
  }
}
