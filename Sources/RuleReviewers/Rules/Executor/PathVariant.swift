import CheckModel

extension Rule {
  /// One path spelled in two ways.
  static let pathVariant = Rule(
    id: "path-variant", title: "One path is spelled in two ways", family: .executor, class: .b,
    severity: .minor, question: "consistency.1", kind: .contradiction,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      Two paths of equal depth and equal file name that differ in one folder by capitals, `-` against `_`, a plural, \
      or one letter, when one of them stands only once. With a repository exactly one of them is there.
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

        """
      ],
      good: [
        """
        # Users

        - [ ] Create `src/services/user.ts` with `findUser(id)`
        - [ ] Create `src/v1/user.ts` and `src/v2/user.ts`
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
      var byName: [String: [String]] = [:]
      for text in uses.keys.sorted() {
        let parts = text.split(separator: "/")
        guard parts.count > 1, let name = parts.last else { continue }
        byName["\(parts.count)/\(name)", default: []].append(text)
      }
      return byName.values.flatMap { spellings -> [Hit] in
        // many files of one name are a pattern and no slip
        guard (2...6).contains(spellings.count) else { return [] }
        return spellings.compactMap { text in
          guard let own = uses[text], own.count == 1, own[0].action != .create,
            let other = spellings.first(where: {
              $0 != text && uses[$0, default: []].count > 1 && isVariant(text, of: $0)
                && mayBeOne(own[0], uses[$0, default: []])
            })
          else { return nil }
          return Hit(own[0].span, "“\(text)” is “\(other)” elsewhere in the plan.")
        }
      }
    })

  /// Where the tree knows both, or neither, they are two files.
  private static func mayBeOne(_ one: Reference, _ others: [Reference]) -> Bool {
    guard one.state != .unknown, let other = others.first, other.state != .unknown else {
      return true
    }
    return one.state != .exists || other.state != .exists
  }

  /// Alike but for one folder.
  private static func isVariant(_ left: String, of right: String) -> Bool {
    let pairs = zip(left.split(separator: "/"), right.split(separator: "/")).filter { $0 != $1 }
    guard pairs.count == 1, let (one, other) = pairs.first else { return false }
    guard one.count >= 4, other.count >= 4, !one.contains(where: \.isNumber),
      !other.contains(where: \.isNumber)
    else { return false }
    return folded(one) == folded(other) || isOneOff(Array(one.utf8), Array(other.utf8))
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
