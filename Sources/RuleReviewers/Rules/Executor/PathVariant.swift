import CheckModel

extension Rule {
  /// One path spelled in two ways.
  static let pathVariant = Rule(
    id: "path-variant", title: "One path is spelled in two ways", family: .executor, class: .b,
    severity: .minor, question: "consistency.1", kind: .contradiction,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      Two paths of equal depth that differ in one folder by capitals, `-` against `_`, a plural, or one letter, or in \
      the file's name by two letters exchanged, one doubled or one left out, when one of them stands only once. With \
      a repository exactly one of them is there, or the mention is that far from a file that is.
      """,
    matters: "One of the two is a slip, and both look right.",
    consequence: "The executor splits the work over two folders.",
    fix: "Spell the path in one way everywhere.",
    examples: Examples(
      bad: [
        """
        # Users

        - [ ] Create `src/services/user.ts` with `findUser(id)`
        - [ ] Call `findUser(id)` of `src/services/user.ts` in `src/app.ts`
        - [ ] Delete the cache in `«src/service/user.ts»`

        """,
        """
        # Users

        - [ ] Create `src/services/profile.ts` with `findUser(id)`
        - [ ] Call `findUser(id)` of `src/services/profile.ts` in `src/app.ts`
        - [ ] Delete the cache in `«src/services/proifle.ts»`

        """,
      ],
      good: [
        """
        # Users

        - [ ] Create `src/services/user.ts` with `findUser(id)`
        - [ ] Create `src/v1/user.ts` and `src/v2/user.ts`
        - [ ] Call `findUser(id)` in `src/services/users.ts` too
        - [ ] Call `findUser(id)` of `src/services/user.ts` in `src/app.ts`

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let paths = plan.references.filter { reference in
        reference.kind == .path && reference.text.utf8.contains(UInt8(ascii: "/"))
          && !reference.text.utf8.contains(UInt8(ascii: "*"))
      }
      let uses = Dictionary(grouping: paths, by: \.text)
      // files of one name in folders of one depth, and files of one folder
      var byName: [String: [String]] = [:]
      var byFolder: [String: [String]] = [:]
      for text in uses.keys.sorted() {
        let parts = text.split(separator: "/")
        guard parts.count > 1, let name = parts.last else { continue }
        byName["\(parts.count)/\(name)", default: []].append(text)
        byFolder[parts.dropLast().joined(separator: "/"), default: []].append(text)
      }
      func slips(
        among spellings: [String], where isVariant: (String, String) -> Bool
      ) -> [Hit] {
        spellings.compactMap { text in
          guard let own = uses[text], own.count == 1, own[0].action != .create,
            let other = spellings.first(where: {
              $0 != text && uses[$0, default: []].count > 1 && isVariant(text, $0)
                && mayBeOne(own[0], uses[$0, default: []])
            })
          else { return nil }
          return Hit(own[0].span, "“\(text)” is “\(other)” elsewhere in the plan.")
        }
      }
      // many files of one name are a pattern and no slip
      return byName.values.filter { (2...6).contains($0.count) }
        .flatMap { slips(among: $0, where: PathSlip.isOfFolder) }
        + byFolder.values.filter { (2...40).contains($0.count) }
        .flatMap { slips(among: $0, where: PathSlip.isOfName) } + slipsFromTree(reading)
    })

  /// Paths that are only mentioned, where the tree has one of nearly that name.
  private static func slipsFromTree(_ reading: PlanReading) -> [Hit] {
    reading.instructing(.path).compactMap { reference in
      guard reference.state == .missing, reference.action == .mention,
        let name = reference.suggestion,
        PathSlip.isOfName(reference.text, name) || PathSlip.isOfFolder(reference.text, name)
      else { return nil }
      return Hit(
        reference.span, "The repository has “\(name)” and no “\(reference.text)”.",
        isShownByTree: true)
    }
  }

  /// Where the tree knows both, or neither, they are two files.
  private static func mayBeOne(_ one: Reference, _ others: [Reference]) -> Bool {
    guard one.state != .unknown, let other = others.first, other.state != .unknown else {
      return true
    }
    return one.state != .exists || other.state != .exists
  }
}
