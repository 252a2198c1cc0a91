import CheckModel

extension Rule {
  /// A path that the work needs and the repository does not have.
  static let pathNotFound = Rule(
    id: "path-not-found", title: "Path is not in the repository", family: .executor, class: .b,
    severity: .major, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      With a repository: a path that open work changes, deletes, reads or runs, that is not in the working tree, \
      and that nothing in the plan creates, moves or generates. Minor for a path that is only read, and for one that the \
      plan describes as being there, or that can only be the misspelled name of a file.
      """,
    matters: """
      A wrong assumption about the code is the costliest fault of a plan: who builds it believes the plan and \
      not the folder.
      """,
    consequence: "The executor makes a second file of that name, or changes another one by guess.",
    fix: "Name a path that is there, or say which task creates it.",
    examples: Examples(
      bad: [
        """
        # Expiring tokens

        - [ ] Modify `«src/auht/token.swift»`: add `expiresAt` to `Token`
        - [ ] Modify `src/api/login.swift`: answer 401 when it has passed

        """
      ],
      good: [
        """
        # Expiring tokens

        - [ ] Create `src/auth/expiry.swift` with `isExpired(at:)`
        - [ ] Modify `src/auth/token.swift`: call `isExpired(at:)` from `src/auth/expiry.swift`
        - [ ] Modify `src/auth/expiry.swift`: count leap seconds

        """
      ],
      files: [
        "src/auth/token.swift": "struct Token {}\n", "src/api/login.swift": "func login() {}\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      let instructing = Set(reading.instructing(.path).map(\.span))
      return reading.telling(.path).compactMap { reference in
        let isSaid = reference.fact == .saidToExist
        guard reference.state == .missing, reference.action != .create, !isMadeByRuns(reference),
          isSaid || reference.action != .mention && instructing.contains(reference.span)
        else { return nil }
        let nearest = reference.suggestion.map { "; nearest: “\($0)”" } ?? ""
        let title = "“\(reference.text)” is not in the repository\(nearest)"
        return Hit(
          reference.span, title + ".", title: title,
          severity: isSaid || reference.action == .read ? .minor : nil, fix: reference.advice,
          isShownByTree: true)
      }
    })

  private static let runtimeEndings = [
    ".db", ".sqlite", ".sqlite3", ".log", ".pid", ".sock", ".tmp",
  ]

  /// A database or log beside the working folder is made by running the program, and in no repository.
  private static func isMadeByRuns(_ reference: Reference) -> Bool {
    ![.modify, .delete].contains(reference.action) && !reference.text.contains("/")
      && runtimeEndings.contains(where: reference.text.hasSuffix)
  }
}
