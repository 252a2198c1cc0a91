import CheckModel

extension Rule {
  /// Text built to make a parser slow.
  static let parserBomb = Rule(
    id: "parser-bomb", title: "Text that overloads Markdown parsers", family: .checks, class: .a,
    severity: .major, question: nil, kind: .injection, zones: Zone.allCases, lexical: false,
    detects: """
      Stretches that make a Markdown parser's time grow with the square of their length, as the parser \
      met them. The parser skips them, every other rule reads them.
      """,
    matters: """
      Such text does not come about by writing. It stops tools that read the plan, or hides what follows \
      from them.
      """,
    consequence: "Other tools that read the plan hang, and the passage is not judged as Markdown.",
    fix: "Remove the passage, or put it into a code fence.",
    examples: Examples(
      bad: ["# Export\n\n«\(bomb)»\n"],
      good: ["# Export\n\nA [link](a.md), a *word* and `code`.\n"],
      moved: [
        .carriageReturns: .open, .emojiBefore: .open, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.plan.oddities.filter { $0.kind == .parserBomb }.map {
        Hit($0.span, "This passage would make a Markdown parser take quadratic time.")
      }
    })

  private static let bomb = String(repeating: "[", count: 501)
}
