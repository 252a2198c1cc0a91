import CheckModel

extension Rule {
  /// One task without the interface that the others have.
  static let missingConsumesProduces = Rule(
    id: "missing-consumes-produces", title: "Task without its interface", family: .executor,
    class: .a, severity: .minor, question: "contracts.3", kind: .missing, zones: [.heading, .item],
    lexical: true,
    detects: """
      In a plan of at least three tasks where more than half say what they consume or produce (a line \
      `Consumes:`, `Produces:` or `Interfaces:`), an open one that changes source files and says neither. Tasks about \
      documentation, and tasks that only check, are left alone.
      """,
    matters: "The tasks beside it are built apart and have to fit.",
    consequence: "The executor chooses names and types, and the next task expects others.",
    fix: "Name what it takes from earlier tasks and what later ones get from it, with types.",
    examples: Examples(
      bad: [
        """
        # Ledger

        ### Task 1: Load

        Create `src/load.ts`.

        **Produces:** `load(path: string): Entry[]`

        ### Task 2: «Store»

        Create `src/store.ts` with the table of entries.

        ### Task 3: Print

        Create `src/print.ts`.

        **Consumes:** `load` (Task 1). **Produces:** `print(entries: Entry[]): string`

        """
      ],
      good: [
        """
        # Ledger

        ### Task 1: Load

        Create `src/load.ts`.

        **Produces:** `load(path: string): Entry[]`

        ### Task 2: Print

        Create `src/print.ts`.

        **Consumes:** `load` (Task 1). **Produces:** `print(entries: Entry[]): string`

        ### Task 3: Describe it

        Modify `README.md`: one sentence on each.

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard reading.units.count >= 3 else { return [] }
      var speaking = Set<Int>()
      for sentence in reading.sentences where namesInterface(sentence) {
        if let unit = reading.unit(holding: sentence.span) { speaking.insert(unit) }
      }
      guard speaking.count >= 2, speaking.count * 2 > reading.units.count else { return [] }
      return reading.units.indices.filter { !speaking.contains($0) }.compactMap { index in
        let unit = reading.units[index]
        guard changesSource(unit, plan), !unit.isDocumentation(in: plan) else { return nil }
        return Hit(
          plan.firstLine(of: plan.tasks[unit.task].titleSpan),
          "\(speaking.count) of the tasks beside it say what they consume or produce.")
      }
    })

  private static let labels: WordSet = [
    "consumes", "produces", "interfaces", "interface", "exposes", "provides", "inputs", "outputs",
  ]

  /// `Consumes:` at the start of a line or sentence.
  private static func namesInterface(_ sentence: Sentence) -> Bool {
    guard sentence.zone != .heading else {
      return labels.contains(sentence.tokens.first?.text ?? "")
    }
    return sentence.tokens.indices.dropLast().contains { index in
      labels.contains(sentence.tokens[index].text)
        && [":", "*", "**"].contains { (mark: Word) in sentence.tokens[index + 1].text == mark }
    }
  }

  private static let code: Set<String> = [
    "ts", "tsx", "js", "jsx", "mjs", "cjs", "py", "go", "rs", "swift", "java", "kt", "rb", "php",
    "c",
    "cc", "cpp", "h", "cs", "scala", "ex", "exs", "dart", "vue", "svelte", "lua", "m", "mm", "zig",
  ]

  /// One of its files is code, and no test.
  private static func changesSource(_ unit: TaskUnit, _ plan: Plan) -> Bool {
    unit.paths.map { plan.references[$0].text.lowercased() }.contains { path in
      let ending = path.split(separator: ".").last.map(String.init) ?? ""
      return path.contains(".") && code.contains(ending) && !path.contains("test")
    }
  }
}
