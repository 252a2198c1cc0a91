import CheckModel

extension Rule {
  /// One path spelled in two ways.
  static let pathVariant = Rule(
    id: "path-variant", title: "One path is spelled in two ways", family: .executor, class: .b,
    severity: .minor, question: "consistency.1", kind: .contradiction,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      Two paths of equal depth that differ in one part by capitals, `-` against `_`, a plural folder, or one letter, \
      when one of them stands only once and the other one, or its folder, more often. Singular and plural file names \
      and names with digits are left alone. With a repository exactly one of them is there, or the mention is that \
      far from a file that is.
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
        """
        # Labels

        - [ ] Create `services/labels/src/zpl.ts`
        - [ ] Modify `services/labels/src/queue.ts`
        - [ ] Modify `«services/label/src/routes.ts»`

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
      let paths = reading.plan.references.filter { reference in
        reference.kind == .path && reference.text.utf8.contains(UInt8(ascii: "/"))
          && !reference.text.utf8.contains(UInt8(ascii: "*"))
      }
      return PathSpellings(paths).variants.map { one, other in
        Hit(
          one.span,
          "“\(one.text)” is “\(other.text)” elsewhere in the plan. \(reading.words(of: other.span))"
        )
      } + slipsFromTree(reading)
    })

  /// Paths that are only mentioned, where the tree has one of nearly that name.
  private static func slipsFromTree(_ reading: PlanReading) -> [Hit] {
    reading.instructing(.path).compactMap { reference in
      guard reference.state == .missing, reference.action == .mention,
        reference.fact != .saidToExist,
        let name = reference.suggestion, PathSpellings.isSlip(reference.text, name)
      else { return nil }
      return Hit(
        reference.span, "The repository has “\(name)” and no “\(reference.text)”.",
        isShownByTree: true)
    }
  }
}
