import CheckModel

extension Rule {
  /// A name in code that is to be changed and stands nowhere.
  static let symbolNotFound = Rule(
    id: "symbol-not-found", title: "Code name stands nowhere in the repository", family: .executor,
    class: .c, severity: .info, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .heading, .table], lexical: false,
    detects: """
      With a repository: a name in code right behind a word such as “change”, “rename” or “remove” that no source \
      file of the working tree holds as a word and that the plan itself does not bring. Large trees are looked at in \
      part, and then nothing is said.
      """,
    matters: "What is to be changed must be there; the author may remember another version.",
    consequence: "The executor changes something that is called alike, or writes it anew.",
    fix: "Name what is there.",
    examples: Examples(
      bad: [
        """
        # Tokens

        - [ ] In `src/token.swift` rename `«isStale»()`

        """
      ],
      good: [
        """
        # Tokens

        - [ ] In `src/token.swift` rename `isExpired()` to `isOver()`
        - [ ] Add `renew()` to `src/token.swift`, then change `renew()` to log

        """
      ],
      files: ["src/token.swift": "func isExpired() -> Bool { true }\n"],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      reading.instructing(.symbol).compactMap { reference in
        guard reference.state == .missing, isChanged(reference, in: reading.plan) else {
          return nil
        }
        return Hit(
          reference.span, "No source file of the repository holds “\(reference.text)”.",
          isShownByTree: true)
      }
    })

  /// The nearest word before the name, the small ones aside, changes something.
  private static func isChanged(_ reference: Reference, in plan: Plan) -> Bool {
    let words = plan.line(before: reference.span).split { !$0.isLetter }
    return words.last { !small.contains(String($0)) }.map { changes.contains(String($0)) } ?? false
  }

  private static let changes: Set<String> = [
    "change", "changes", "delete", "edit", "extend", "fix", "modify", "move", "refactor", "remove",
    "rename", "replace", "rewrite", "update",
  ]
  private static let small: Set<String> = [
    "a", "body", "class", "constant", "enum", "existing", "function", "method", "of", "protocol",
    "signature", "struct", "the", "type", "variable",
  ]
}
