import CheckModel

extension Rule {
  /// A task takes over what no task hands over.
  static let undefinedSymbol = Rule(
    id: "undefined-symbol", title: "A task needs what nothing brings", family: .executor,
    class: .c, severity: .info, question: "grounding.2", kind: .missing,
    zones: [.paragraph, .item], lexical: false,
    detects: """
      A name in code on a line that says “Consumes” which stands nowhere else in the plan and, with a repository, in \
      no source file of the working tree. For information, since names of the language and of its libraries stand in \
      no source file either.
      """,
    matters: "The task starts from something that is not there.",
    consequence: "The executor makes it up, with another shape than the author had in mind.",
    fix: "Say which task produces it, or name what the repository has.",
    examples: Examples(
      bad: [
        """
        # Index

        ### Task 1: Read

        Modify `src/read.swift`. Produces: `readAll()`

        ### Task 2: Look up

        Modify `src/find.swift`. Consumes: `readAll()`, `«PlanIndex»`

        """
      ],
      good: [
        """
        # Index

        ### Task 1: Read

        Modify `src/read.swift`. Produces: `PlanIndex`

        ### Task 2: Look up

        Modify `src/find.swift`. Consumes: `PlanIndex`, `readLine()`

        """
      ],
      files: ["src/read.swift": "readLine()\n", "src/find.swift": "\n"],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let symbols = plan.references.filter { $0.kind == .symbol }
      let isConsumed = symbols.map {
        consuming.occurs(
          in: plan.files[$0.span.file].source.bytes, plan.lineRange(before: $0.span))
      }
      var brought: Set<String> = []
      for (symbol, consumed) in zip(symbols, isConsumed) where !consumed {
        brought.insert(symbol.text)
      }
      let instructing = Set(reading.instructing(.symbol).map(\.span))
      return zip(symbols, isConsumed).compactMap { symbol, consumed in
        guard consumed, !brought.contains(symbol.text), instructing.contains(symbol.span),
          [.missing, .unknown].contains(symbol.state)
        else { return nil }
        let isSeen = symbol.state == .missing
        return Hit(
          symbol.span,
          "Nothing in the plan brings “\(symbol.text)”\(isSeen ? ", nor has the repository it" : "").",
          isShownByTree: isSeen)
      }
    })

  private static let consuming = ByteSearch(["consumes"])
}
