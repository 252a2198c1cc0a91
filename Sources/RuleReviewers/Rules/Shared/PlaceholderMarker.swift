import CheckModel

extension Rule {
  static let placeholderMarker = Rule(
    id: "placeholder-marker", title: "Placeholder instead of a value", family: .shared, class: .b,
    severity: .major, question: "selfcontained.1", kind: .missing,
    zones: [.paragraph, .item, .table], lexical: true,
    detects: """
      TBD, TBC, TBA, XXX, ???, a drawn blank (`____`, `XX ms`) or "fill in" where a value belongs; TODO or FIXME as a whole cell or item, at the end after \
      a colon, alone in brackets, or as a prefix before work for the author; and `[NEEDS CLARIFICATION]`, with \
      or without a question. In an open task it is a blocker, in a document's own data (owner, date), \
      and where it says what to see, minor. \
      Names such as `TODO.md`, to-do lists, and sentences about such markers are left alone.
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
        "# Sync\n\nThe client waits. «TODO: decide on the name of the option.»\n",
        "# Sync\n\n«The client waits TBD seconds.»\n",
        "# Sync\n\n- «Uploads are kept for some time [NEEDS CLARIFICATION]»\n",
        "# Sync\n\n- «Uploads are kept [NEEDS CLARIFICATION: for how long?]»\n",
      ],
      good: [
        "# Sync\n\nRetry limit: 3\n",
        "# Sync\n\nThe list lives in `TODO.md`, and TodoWrite fills it.\n",
        "# Sync\n\n- [ ] Check that no TBD is left\n",
        "# Sync\n\nThe linter flags \"TBD\" and TODO/FIXME.\n",
        "# Sync\n\n- ~~Retry limit: TBD~~ Retry limit: 3\n",
        "# Sync\n\n| Marker | Count |\n|---|---|\n| TBD | 13 |\n",
        "# Sync\n\nIs this really so??? No [NEEDS CLARIFICATION] markers remain.\n",
        "# Sync\n\n- TODO: most of these are names of files\n",
        "# TODO\n\n- TODO: buy a lamp\n",
        "# Sync\n\n- [x] Retry limit: TBD\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .fires,
      ]),
    find: { reading in
      let toDoLists = reading.sections(under: ["todo", "todos", "to-do"])
      return reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item, .table].contains(sentence.zone),
          let marker = ValueMarker.index(
            in: sentence,
            // in a list of things to do the word is only the author's bullet
            isToDo: {
              reading.unit(holding: sentence.span) != nil
                || sentence.section.map { toDoLists[$0] } == true
            }),
          !(sentence.zone == .table && sentence.isFirstCell),
          !reading.tellsProgress(sentence, marker)
        else { return nil }
        let severity: Severity?
        if isMetadata(sentence, marker, reading) || isAnsweredElsewhere(sentence, marker) {
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

  private static let names: WordSet = [
    "owner", "owners", "author", "authors", "reviewer", "reviewers", "approver", "approvers",
    "date", "status", "milestone", "release", "sprint", "assignee", "estimate", "ticket", "pr",
    "issue", "link", "editor", "commit", "commits", "hash", "sha", "created", "updated", "version",
  ]

  private static let pointed: WordSet = [
    "decision", "decisions", "question", "questions", "section", "appendix", "table", "task",
  ]

  /// `TBD (see open decision 4)`.
  private static func isAnsweredElsewhere(_ sentence: Sentence, _ marker: Int) -> Bool {
    let behind = sentence.tokens[(marker + 1)...]
    guard let see = behind.firstIndex(where: { $0.text == "see" }) else { return false }
    // “so that users see an error” points nowhere
    return [";", "(", "—", "–", "-", ":", ","].contains(behind[..<see].last?.text ?? "(")
      && behind[(see + 1)...].prefix(3).contains { pointed.contains($0.text) || $0.kind == .number }
  }

  private static func isMetadata(_ sentence: Sentence, _ marker: Int, _ reading: PlanReading)
    -> Bool
  {
    if reading.block(sentence.block, isIn: .metadata) { return true }
    return sentence.tokens[sentence.tokens.startIndex..<marker].contains {
      names.contains($0.text)
    }
  }
}
