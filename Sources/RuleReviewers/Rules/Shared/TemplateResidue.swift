import CheckModel

extension Rule {
  /// Blanks of a template that nobody filled in.
  static let templateResidue = Rule(
    id: "template-residue", title: "Unfilled template text", family: .shared, class: .a,
    severity: .major, question: "selfcontained.1", kind: .missing,
    zones: [.heading, .paragraph, .item, .table], lexical: true,
    detects: """
      Brackets that a template left for the author (`[e.g., …]`, `[FEATURE NAME]`, `[describe …]`, \
      `to [recipient]`), `<your-…>` and `<…-here>`, a `{{…}}` that is a whole value, and lorem ipsum, in prose. Links, checkboxes, task marks \
      such as `[P]` and status tags such as `[IN PROGRESS]` are no residue.
      """,
    matters: """
      A template's headings make an empty plan look complete. Its hints are examples, and an executor \
      takes an example for the decision.
      """,
    consequence: "The executor builds the template's example.",
    fix: "Replace the bracket by the project's own fact, or delete the line.",
    examples: Examples(
      bad: [
        "# Sync\n\n**Storage**: «[e.g., PostgreSQL or N/A]»\n",
        "# Plan: «[FEATURE NAME]»\n\nText.\n",
        "# Sync\n\nThe «<your-bucket>» holds it.\n",
        "# Sync\n\n- «[Describe the main user journey here]»\n",
        "# Sync\n\n| Name | Value |\n|---|---|\n| host | «{{host_name}}» |\n",
      ],
      good: [
        "# Sync\n\n**Storage**: SQLite 3, file `var/app.db`\n",
        "# Sync\n\n- [ ] T001 [P] [US1] Create `a.swift` [IN PROGRESS]\n",
        "# Sync\n\nSee [the whole list](list.md) and [^1].\n",
        "# Sync\n\nFiles lie in `changes/<name>/`, and <name> is the change's id.\n",
        "# Sync\n\nThe engine replaces {{name}} in each line.\n",
        "# Sync\n\nSee [URL API][] and [define a custom path][1] of [HTML SPEC].\n\n[html spec]: http://a.b\n",
        "# Sync\n\nThe array is [1, 2, 3] or [a, b].\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .fires,
      ]),
    find: { reading in
      var hits: [Hit] = []
      let labels = LinkLabels(reading.plan)
      let conditional = conditionalSections(reading)
      for sentence in reading.judgedSentences
      where [.heading, .paragraph, .item, .table].contains(sentence.zone) {
        guard let range = residue(in: sentence) else { continue }
        let span = sentence.span(of: range)
        if labels.contains(reading.plan.text(of: span)) { continue }
        let isForOthers =
          sentence.zone == .table && sentence.section.map(conditional.contains) == true
        let severity: Severity? = isForOthers ? .info : nil
        hits.append(
          Hit(span, "This is the template's hint, not the plan's decision.", severity: severity))
      }
      for (index, block) in reading.plan.blocks.enumerated()
      where block.isLeaf && reading.zones[index] != .quote {
        let bytes = reading.plan.files[block.span.file].source.bytes
        for inline in block.inlines where BlankBrackets.stands(in: bytes, inline) {
          let span = Span(file: block.span.file, range: inline.range)
          hits.append(Hit(span, "This blank of a template is not filled in."))
        }
      }
      return hits
    })

  private static let onlyIf: Phrases = [["only", "if"]]

  /// Those that only some fill in: `> Fill ONLY if …`.
  private static func conditionalSections(_ reading: PlanReading) -> Set<Int> {
    Set(
      reading.sentences.lazy.filter { $0.zone != .table && onlyIf.occur(in: $0.tokens) }
        .compactMap(\.section))
  }

  private static func residue(in sentence: Sentence) -> Range<Int>? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      switch tokens[index].text {
      case "[":
        guard let close = tokens[index...].firstIndex(where: { $0.text == "]" }),
          isHint(tokens[index + 1..<close])
            || BlankBrackets.stands(in: sentence, at: index, close: close),
          !sentence.isQuoted(index..<close + 1), !isLinked(tokens, close)
        else { continue }
        return index..<close + 1
      case "{":
        if let range = blankValue(tokens, at: index) { return range }
      case "lorem":
        if index + 1 < tokens.endIndex, tokens[index + 1].text == "ipsum" {
          return index..<index + 2
        }
      default: continue
      }
    }
    return nil
  }

  /// `[text][label]` is a link.
  private static func isLinked(_ tokens: ArraySlice<Token>, _ close: Int) -> Bool {
    close + 1 < tokens.endIndex && tokens[close + 1].text == "["
      && !tokens[close + 1].spaceBefore
  }

  /// `{{name}}` as all that stands in a cell, or after a label's colon.
  private static func blankValue(_ tokens: ArraySlice<Token>, at index: Int) -> Range<Int>? {
    guard index + 4 < tokens.endIndex, tokens[index + 1].text == "{",
      index == tokens.startIndex || tokens[index - 1].text == ":",
      tokens[tokens.endIndex - 1].text == "}", tokens[tokens.endIndex - 2].text == "}"
    else { return nil }
    return index..<tokens.endIndex
  }

  private static let hintStarts: WordSet = [
    "e.g", "eg", "insert", "describe", "your", "specify", "replace", "brief", "enter",
    "placeholder", "extract",
  ]
  private static let hintStartsOfSentences: WordSet = [
    "add", "explain", "provide", "list", "short", "document", "define", "what", "how", "fill",
  ]
  private static let blankNames: WordSet = [
    "feature", "date", "name", "title", "description", "placeholder", "author", "project",
    "entity", "component",
  ]
  private static let statusWords: WordSet = [
    "progress", "started", "done", "breaking", "priority", "blocked", "blocker", "complete",
    "completed", "required", "optional", "critical", "pending", "skipped", "manual", "automated",
    "new", "deprecated", "red", "green", "clarification", "not", "only", "modified", "wip", "must",
    "should", "high", "medium", "low", "in", "out",
  ]

  /// Whether the words of a bracket are a hint to the author of the plan.
  private static func isHint(_ content: ArraySlice<Token>) -> Bool {
    guard let first = content.first else { return false }
    let words = content.filter { $0.kind == .word }
    if first.kind == .symbol { return first.text == "#" && words.count >= 1 }
    guard !words.isEmpty, content.allSatisfy({ $0.kind != .code }) else { return false }
    if hintStarts.contains(first.text), words.count >= 2 { return true }
    if hintStartsOfSentences.contains(first.text), words.count >= 4 { return true }
    guard words.allSatisfy(\.allCaps), content.allSatisfy({ $0.kind != .number }) else {
      return false
    }
    if words.count == 1 { return blankNames.contains(first.text) && content.count == 1 }
    return words.count <= 5 && !words.contains { statusWords.contains($0.text) }
  }
}
