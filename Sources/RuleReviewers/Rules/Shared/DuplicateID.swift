import CheckModel

extension Rule {
  /// One id for two requirements or tasks.
  static let duplicateID = Rule(
    id: "duplicate-id", title: "Id defined twice", family: .shared, class: .a, severity: .major,
    question: "consistency.3", kind: .contradiction, zones: [.heading, .item, .table],
    lexical: false,
    detects: """
      The same requirement or task id (`FR-004`, `T007`, `Task 3`) at the start of two items of one \
      section, two rows of one table, two checkboxes of one file, or two headings below one heading. \
      Mentions elsewhere, and ids whose text is the same, are references.
      """,
    matters: "Whatever refers to the id now means two things, and a tick stands for both.",
    consequence: "One of the two is built, or checked, in place of the other.",
    fix: "Give the second one an id of its own and mend the references.",
    examples: Examples(
      bad: [
        "# Sync\n\n## Requirements\n\n- FR-004: Resume uploads.\n- «FR-004»: List uploads.\n",
        "# Sync\n\n- [ ] T007 Add `a.swift`\n- [ ] «T007» Add `b.swift`\n",
        "# Sync\n\n### Task 1: Parse\n\nText.\n\n### «Task 1»: Print\n\nText.\n",
        "# Sync\n\n| Id | Task |\n|---|---|\n| T-1 | parse |\n| «T-1» | print |\n",
      ],
      good: [
        "# Sync\n\n## Requirements\n\n- FR-004: Resume uploads.\n- FR-005: List uploads.\n",
        "# Sync\n\n## Requirements\n\n- FR-004: Resume uploads.\n\n## Coverage\n\n- FR-004: Task 2\n",
        "# Sync\n\n## Phase 1\n\n### Step 1\n\nText.\n\n## Phase 2\n\n### Step 1\n\nText.\n",
        "# Sync\n\n- HTTP/2 is on.\n- HTTP/2 is fast.\n- UTF-8 in\n- UTF-8 out\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .fires,
      ]),
    find: { reading in
      var first: [DefinedID: Span] = [:]
      var hits: [Hit] = []
      for sentence in reading.sentences
      where sentence.opensBlock && sentence.zone != .quote && !sentence.finished {
        guard let range = definedID(sentence, reading.plan),
          let scope = scope(of: sentence, reading),
          sentence.zone != .table || sentence.isFirstCell
        else { continue }
        let span = sentence.span(of: range)
        let id = DefinedID(scope: scope, words: sentence.tokens[range].map(\.text))
        if let earlier = first[id] {
          let line = reading.plan.lines(of: earlier).lowerBound
          hits.append(Hit(span, "Line \(line) defines \(reading.plan.text(of: span)) already."))
        } else {
          first[id] = span
        }
      }
      return hits
    })

  private struct DefinedID: Hashable {
    var scope: String
    var words: [Word]
  }

  /// Prefixes of names that look like ids and are none.
  private static let wellKnown: Set<String> = [
    "utf", "iso", "rfc", "http", "https", "tls", "ipv", "sha", "md", "es", "ecma", "ieee", "cve",
    "gpt", "v", "vt", "h", "x", "node", "python", "step", "day", "week",
  ]

  /// `FR-004`, `T007` or `Task 3` as the first words.
  private static func definedID(_ sentence: Sentence, _ plan: Plan) -> Range<Int>? {
    let tokens = sentence.tokens
    guard let start = tokens.firstIndex(where: { $0.kind != .symbol || $0.text == "[" }),
      tokens[start].kind == .word
    else { return nil }
    let word = tokens[start].text
    if sentence.zone == .heading {
      guard ["task", "story", "requirement"].contains(word), start + 1 < tokens.endIndex,
        tokens[start + 1].kind == .number
      else { return nil }
      return start..<start + 2
    }
    guard word.last.isDigit else { return nil }
    let name = plan.text(of: sentence.span(of: start..<start + 1)).lowercased()
    let letters = name.prefix { $0.isLetter }
    let rest = name.dropFirst(letters.count)
    let digits = rest.first == "-" ? rest.dropFirst() : rest
    guard letters.count >= 1, letters.count <= 5, !digits.isEmpty,
      digits.utf8.allSatisfy(\.isDigit), digits.count <= 4,
      rest.first == "-" || digits.count >= 3, !wellKnown.contains(String(letters))
    else { return nil }
    return start..<start + 1
  }

  /// Where an id may stand only once: the section, the table, the file's checkboxes, the heading above.
  private static func scope(of sentence: Sentence, _ reading: PlanReading) -> String? {
    let plan = reading.plan
    let parent = plan.blocks[sentence.block].parent
    switch sentence.zone {
    case .heading:
      let above = sentence.section.flatMap { plan.sections[$0].parent }
      return "h\(sentence.file).\(above ?? -1)"
    case .table: return "t\(parent ?? -1)"
    case .item:
      guard let parent, case .item(let item) = plan.blocks[parent].kind else { return nil }
      return item.checkbox == nil
        ? "i\(sentence.section ?? -1).\(plan.blocks[parent].parent ?? -1)" : "c\(sentence.file)"
    default: return nil
    }
  }
}
