import CheckModel
import PlanParsing
import Testing

@Suite("Input made to be slow: it parses, and a bomb is named")
struct LinearTimeTests {
  /// Inputs that take quadratic time, or a stack frame a level, in a careless parser.
  static let shapes: [(name: String, unit: String, bomb: Bool)] = [
    ("image openers", "![[]()", true),
    ("link openers", "[a](", false),
    ("emphasis", "*a_ ", false),
    ("backticks", "` `` ```a ", false),
    ("angle brackets", "<a b=\"", false),
    ("comment openers", "<!--", false),
    ("quotes", ">", true),
    ("nested bullets", "- ", true),
    ("entities", "&", false),
    ("tables", "|", false),
    ("table lines", "| a |\n|---|\n", false),
    ("headings", "# a\n", false),
    ("setext", "a\n-\n", false),
    ("labels", "**a:** b\n", false),
    ("nested images", "![", true),
    ("link tails", "](((", false),
    ("blank lines", "\n", false),
    ("carriage returns", "\r", false),
  ]

  @Test("a hundred kilobytes of one shape", .timeLimit(.minutes(10)), arguments: shapes.map(\.name))
  func oneShape(name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    let plan = parse(String(repeating: shape.unit, count: 100_000 / shape.unit.utf8.count))
    #expect(plan.oddities.contains { $0.kind == .parserBomb } == shape.bomb)
    #expect(plan.files[0].source.bytes.count >= 99_980)
  }

  @Test("deep nesting followed by blank lines", .timeLimit(.minutes(10)))
  func nestingThenBlankLines() {
    let plan = parse(
      String(repeating: "- ", count: 20_000) + "a" + String(repeating: "\n", count: 200_000) + "# B"
    )
    #expect(plan.oddities.map(\.kind) == [.parserBomb])
    #expect(plan.sections.map(\.title) == ["B"])
  }

  @Test("a thousand levels of lists by indentation", .timeLimit(.minutes(10)))
  func indentationStairs() {
    let stairs = (0..<1_000).map { String(repeating: "  ", count: $0) + "- a" }
    let plan = parse(stairs.joined(separator: "\n"))
    #expect(plan.oddities.contains { $0.kind == .parserBomb })
  }

  @Test("a dense but honest document is no bomb")
  func honestDocument() {
    let plan = parse(
      String(repeating: "- [a](b.md) and `x[0]` in [c](d.md) | e\n\n", count: 2_000))
    #expect(plan.oddities.isEmpty)
  }
}
