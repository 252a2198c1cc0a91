import CheckModel
import PlanParsing
import Testing

@Suite("Inline runs: exact byte ranges from the source lines")
struct InlineTests {
  /// The runs of the first block with text: kind and text.
  private func runs(_ markdown: String) -> [String] {
    let plan = parse(markdown)
    guard let block = plan.blocks.first(where: { !$0.inlines.isEmpty }) else { return [] }
    return block.inlines.map { run in
      let marks = (run.strong ? "*" : "") + (run.struck ? "~" : "") + (run.linked ? "^" : "")
      return "\(run.kind)\(marks):\(plan.files[0].source.string(run.range))"
    }
  }

  @Test(
    "code, links, strong and struck text, HTML, addresses",
    arguments: [
      ("use `a b` here", ["text:use ", "code:a b", "text: here"]),
      ("``a ` b`` c", ["code:a ` b", "text: c"]),
      ("not `closed", ["text:not `closed"]),
      ("**bold** rest", ["text*:bold", "text: rest"]),
      ("2 ** 3", ["text:2 ** 3"]),
      ("~~old~~ new", ["text~:old", "text: new"]),
      (
        "see [the **spec**](a/b.md \"t\") now",
        [
          "text:see ", "text^:the ", "text*^:spec", "linkDestination:a/b.md", "linkTitle:\"t\"",
          "text: now",
        ]
      ),
      ("![alt](x.png)", ["text:!", "imageAlt^:alt", "linkDestination:x.png"]),
      ("[no link] x", ["text:[no link] x"]),
      ("at https://a.b/c, then", ["text:at ", "linkDestination:https://a.b/c", "text:, then"]),
      (
        "<https://a.b> <b>x</b>",
        [
          "linkDestination:https://a.b", "text: ", "html:<b>", "text:x", "html:</b>",
        ]
      ),
      ("a <!-- c --> b", ["text:a ", "comment:<!-- c -->", "text: b"]),
      ("a < b > c", ["text:a < b > c"]),
      (#"\*\*x\*\* \`y"#, [#"text:\*\*x\*\* \`y"#]),
    ])
  func inlines(markdown: String, expected: [String]) {
    #expect(runs(markdown) == expected)
  }

  @Test("a code span over two lines, after a hard break and in a quotation")
  func overLines() {
    #expect(runs("a  \nb `c\nd` e") == ["text:a  ", "text:b ", "code:c\nd", "text: e"])
    #expect(runs("> see `x`\n> and `y`") == ["text:see ", "code:x", "text:and ", "code:y"])
  }

  @Test("a bracket that opens no link is text; one that does is not")
  func loneBrackets() {
    let plan = parse("# Plan: [FEATURE]\n\nsee [a](b.md) or [c\n")
    #expect(plan.sections[0].title == "Plan: [FEATURE]")
    let texts = plan.blocks[1].inlines.filter { $0.kind == .text }
    #expect(
      texts.map { plan.text(of: Span(file: 0, range: $0.range)) } == ["see ", "a", " or ", "[c"])
  }
}
