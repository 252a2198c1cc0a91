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
        .flatMap { slips(among: $0, where: isFolderVariant) }
        + byFolder.values.filter { (2...40).contains($0.count) }
        .flatMap { slips(among: $0, where: isNameSlip) } + slipsFromTree(reading)
    })

  /// Paths that are only mentioned, where the tree has one of nearly that name.
  private static func slipsFromTree(_ reading: PlanReading) -> [Hit] {
    reading.instructing(.path).compactMap { reference in
      guard reference.state == .missing, reference.action == .mention,
        let name = reference.suggestion,
        isNameSlip(reference.text, name) || isFolderVariant(reference.text, name)
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

  /// Alike but for one folder.
  private static func isFolderVariant(_ left: String, _ right: String) -> Bool {
    let pairs = zip(left.split(separator: "/"), right.split(separator: "/")).filter { $0 != $1 }
    guard pairs.count == 1, let (one, other) = pairs.first else { return false }
    guard one.count >= 4, other.count >= 4, !one.contains(where: \.isNumber),
      !other.contains(where: \.isNumber)
    else { return false }
    return folded(one) == folded(other) || isOneOff(Array(one.utf8), Array(other.utf8))
  }

  /// Alike but for two letters exchanged, or one left out or doubled inside of the file's name.
  ///
  /// One letter at the end, or another one, makes the name of another file: `user.ts` and `users.ts`.
  private static func isNameSlip(_ left: String, _ right: String) -> Bool {
    guard let one = left.split(separator: "/").last, let other = right.split(separator: "/").last,
      min(one.count, other.count) >= 7, one.suffix(3) == other.suffix(3),
      one.prefix(1) == other.prefix(1)
    else { return false }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    let (a, b) = (Array(short.utf8), Array(long.utf8))
    let start = zip(a, b).prefix { $0 == $1 }.count
    if a.count == b.count {
      return start + 1 < a.count && a[start] == b[start + 1] && a[start + 1] == b[start]
        && a[(start + 2)...] == b[(start + 2)...] && a[start].isLetter && b[start].isLetter
    }
    let stem = b.lastIndex(of: UInt8(ascii: ".")) ?? b.count
    return b.count == a.count + 1 && a[start...] == b[(start + 1)...] && start + 1 < stem
      && b[start].isLetter
  }

  /// Lowercase without joints and without the ending of a plural.
  private static func folded(_ word: Substring) -> String {
    let plain = word.lowercased().filter { $0 != "-" && $0 != "_" }
    return plain.hasSuffix("s") ? String(plain.dropLast()) : plain
  }

  /// One letter more, less or another, or two exchanged.
  private static func isOneOff(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let start = zip(left, right).prefix { $0 == $1 }.count
    let rest = min(left.count, right.count) - start
    let end = min(rest, zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count)
    let one = left[start..<(left.count - end)]
    let other = right[start..<(right.count - end)]
    if max(one.count, other.count) <= 1 { return true }
    return one.count == 2 && one.elementsEqual(other.reversed())
  }
}
