import CheckModel

extension Rule {
  /// Do not touch it, then: change it.
  static let excludedButTasked = Rule(
    id: "excluded-but-tasked", title: "Excluded and yet to be changed", family: .shared, class: .b,
    severity: .major, question: "consistency.4", kind: .contradiction,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      A file that the plan says not to change, touch, modify or edit, or lists as out of scope, and that an \
      open task creates, modifies or deletes.
      """,
    matters: "Following either sentence breaks the other.",
    consequence: "The executor follows the task, and the limit was meant.",
    fix: "Take the file out of the one or of the other.",
    examples: Examples(
      bad: [
        """
        # Login

        Do not change `src/auth.ts`.

        ## Tasks

        - [ ] Modify `«src/auth.ts»`: add the field `expires`

        """
      ],
      good: [
        """
        # Login

        Do not change `src/auth.ts`.

        ## Tasks

        - [ ] Modify `src/login.ts`: add the field `expires`

        """,
        """
        # Login

        Do not change the signature in `src/auth.ts`.

        ## Tasks

        - [ ] Modify `src/auth.ts`: add the field `expires`

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let excluded = excludedFiles(reading)
      guard !excluded.isEmpty else { return [] }
      var hits: [Hit] = []
      for unit in reading.units {
        for index in unit.paths {
          let reference = plan.references[index]
          guard [.create, .modify, .delete].contains(reference.action),
            let place = excluded[reference.text], !place.contains(reference.span)
          else { continue }
          let line = plan.location(of: place).startLine
          hits.append(Hit(reference.span, "Line \(line) says that it is not to be changed."))
          break
        }
      }
      return hits
    })

  private static let prohibitions: [[Word]] = [
    ["do", "not", "change"], ["do", "not", "touch"], ["do", "not", "modify"],
    ["do", "not", "edit"],
    ["don't", "change"], ["don't", "touch"], ["don't", "modify"], ["don't", "edit"],
    ["must", "not", "change"], ["leave"],
  ]

  /// Whole files that are named right behind a prohibition, with its place.
  private static func excludedFiles(_ reading: PlanReading) -> [String: Span] {
    let plan = reading.plan
    var files: [String: Span] = [:]
    for sentence in reading.sentences where sentence.english && sentence.zone != .quote {
      let tokens = sentence.tokens
      guard let end = prohibitionEnd(tokens) else { continue }
      var index = end
      while index < tokens.endIndex {
        if tokens[index].kind == .code {
          let text = plan.text(of: sentence.span(of: index..<index + 1))
          let path = text.filter { $0 != "`" }
          if path.utf8.contains(0x2E) || path.utf8.contains(0x2F) {
            files[path] = files[path] ?? sentence.span
          }
        } else if ![",", "and", "or"].contains(tokens[index].text) {
          break
        }
        index += 1
      }
    }
    return files
  }

  /// Behind `Do not change`, at the start of the sentence.
  private static func prohibitionEnd(_ tokens: ArraySlice<Token>) -> Int? {
    guard let start = tokens.firstIndex(where: { $0.kind == .word }) else { return nil }
    let words = tokens[start...].prefix(3).map(\.text)
    guard let found = prohibitions.first(where: { words.starts(with: $0) }) else { return nil }
    return start + found.count
  }
}
