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
