import CheckModel

extension Rule {
  /// One code name spelled in two ways.
  static let identifierVariant = Rule(
    id: "identifier-variant", title: "One code name is spelled in two ways", family: .shared,
    class: .b, severity: .minor, question: "consistency.1", kind: .contradiction,
    zones: [.paragraph, .item, .table, .heading], lexical: false,
    detects: """
      A code name that stands once or twice beside one that stands more often and differs from it by one letter inside, by \
      capitals or by joints (`parseRow` and `parse_row`); or a name that a task takes from another one (`enqueueJob` \
      of Task 3), which brings a name with a word more, less or exchanged and not this one. Names that differ as \
      types and variables do, or as two languages do throughout, are left alone.
      """,
    matters: "One of the two does not exist, and both look right.",
    consequence: "The executor writes both, or calls what nobody wrote.",
    fix: "Spell the name in one way everywhere.",
    examples: Examples(
      bad: [
        """
        # Queue

        ### Task 1: Queue

        Create `src/queue.ts` with `enqueue(id)`.

        ### Task 2: API

        In `src/api.ts` call `«enqueueJob»` (Task 1).

        ### Task 3: Page

        In `src/page.ts` call `enqueue(id)`.

        """,
        """
        # Rows

        - [ ] Create `src/rows.ts` with `parseLedgerRow(line)`
        - [ ] In `src/read.ts` call `parseLedgerRow(line)` for each line
        - [ ] In `src/check.ts` call `«parseLegderRow(line)»`, too

        """,
      ],
      good: [
        """
        # Rows

        - [ ] Create `src/rows.ts` with the type `LedgerRow` and `parseLedgerRow(line)`
        - [ ] In `src/read.ts` call `parseLedgerRow(line)` and keep the result as `ledgerRow`
        - [ ] In `src/all.ts` create `parseAllRows()`, which calls `parseLedgerRow(line)`

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let names = reading.codeNames
      return NameSpellings(names).variants(reading) + misnamed(names, reading)
    })

  /// Names taken from a task that brings others.
  private static func misnamed(_ names: CodeNames, _ reading: PlanReading) -> [Hit] {
    guard !names.pointed.isEmpty else { return [] }
    let units = reading.unitsByNumber
    let brought = broughtNames(names)
    return names.pointed.compactMap { use in
      let name = use.name.name
      guard names.made[name] == nil, let unit = units[use.task] else { return nil }
      let own = Set(use.name.words)
      let alike = brought[unit, default: []].first { other in
        guard other.name.name != name else { return false }
        let theirs = other.words
        return theirs.isSubset(of: own) || own.isSubset(of: theirs)
          || own.count > 1 && own.count == theirs.count
            && own.intersection(theirs).count == own.count - 1
      }
      guard let place = alike?.name.span else { return nil }
      return Hit(use.name.span, reading.words(of: place), severity: .major)
    }
  }

  /// For each unit the names that it brings, sorted; of hundreds the first, since each is compared with every use.
  private static func broughtNames(
    _ names: CodeNames
  ) -> [Int: [(name: CodeName, words: Set<String>)]] {
    var brought: [Int: [(name: CodeName, words: Set<String>)]] = [:]
    for (_, places) in names.made.sorted(by: { $0.key < $1.key }) {
      let words = Set(places[0].name.words)
      for unit in Set(places.map(\.unit)) where brought[unit, default: []].count < 100 {
        brought[unit, default: []].append((places[0].name, words))
      }
    }
    return brought
  }
}

/// Code names that may be one.
private struct NameSpellings {
  private let names: CodeNames

  init(_ names: CodeNames) { self.names = names }

  func variants(_ reading: PlanReading) -> [Hit] {
    var byLetters: [String: [String]] = [:]
    let telling = names.all.filter { $0.value.isTelling && names.uses[$0.key, default: 0] > 0 }
    for name in telling.keys.sorted() { byLetters[Self.sorted(name), default: []].append(name) }
    let snakes = byLetters.values.count { group in
      group.contains { $0.contains("_") } && group.contains { !$0.contains("_") }
    }
    let rare = telling.filter { names.uses[$0.key, default: 0] <= 2 }
    guard rare.count < 400 else { return [] }
    let common = telling.keys.sorted().map { (name: $0, uses: names.uses[$0, default: 0]) }
      .filter { $0.uses > 1 && Self.mayVary($0.name) }
    return rare.keys.filter(Self.mayVary).sorted().compactMap { name -> Hit? in
      let uses = names.uses[name, default: 0]
      guard let own = rare[name],
        let other = common.first(where: { other in
          other.uses > uses && isVariant(name, of: other.name, areSnakesUsual: snakes > 1)
        })?.name,
        let place = telling[other]?.span
      else { return nil }
      return Hit(
        own.span, "“\(name)” is “\(other)” elsewhere in the plan. \(reading.words(of: place))")
    }
  }

  private static func sorted(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" }.sorted())
  }

  /// Neither a constant nor one of a row of numbered names.
  private static func mayVary(_ name: String) -> Bool {
    !name.contains(where: \.isNumber) && name.contains(where: \.isLowercase)
  }

  private func isVariant(_ name: String, of other: String, areSnakesUsual: Bool) -> Bool {
    guard abs(name.utf8.count - other.utf8.count) <= 2 else { return false }
    // a type and its value
    guard name.first?.isUppercase == other.first?.isUppercase else { return false }
    let (left, right) = (name.lowercased(), other.lowercased())
    if left == right { return true }
    let (plain, second) = (left.filter { $0 != "_" }, right.filter { $0 != "_" })
    if plain == second { return !areSnakesUsual }
    guard min(plain.utf8.count, second.utf8.count) >= 8, name.contains("_") == other.contains("_")
    else { return false }
    return OneLetter.differs(Array(plain.utf8), Array(second.utf8))
  }
}
