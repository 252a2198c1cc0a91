import CheckModel
import PlanParsing
import Testing

@Suite("Parser hazards that real plans contain")
struct HazardTests {
  @Test("a fence inside a fence of the same length: a tagged line closes nothing, a bare one does")
  func fenceInFence() {
    let plan = parse("```md\n# no heading\n```text\ninner\n```\n# heading\n")
    #expect(plan.sections.map(\.title) == ["heading"])
    #expect(dump(plan).hasPrefix("fence md 1-5"))
  }

  @Test("a longer fence holds shorter ones")
  func longerFence() {
    let plan = parse("````md\n```sh\nls\n```\n# no\n````\n\n# yes")
    #expect(plan.sections.map(\.title) == ["yes"])
  }

  @Test("a fence that is never closed takes the rest, and that is said with its place")
  func unclosedFence() {
    let plan = parse("# A\n\n```sh\nls\n\n# B\n\n- [ ] lost\n")
    #expect(plan.sections.map(\.title) == ["A"])
    #expect(plan.oddities.map(\.kind) == [.unclosedFence])
    #expect(plan.lines(of: plan.oddities[0].span) == 3...3)
  }

  @Test("headings in fences and shell comments are content")
  func headingsInFences() {
    let plan = parse("# A\n```bash\n# install\nmake\n```\n~~~\n## no\n~~~\n")
    #expect(plan.sections.count == 1)
  }

  @Test(
    "a heading without a space after its marks is a heading to its author",
    arguments: [("##Tasks", 1), ("#目标", 1), ("#42 is an issue", 0), ("#include <a.h>", 0)])
  func missingSpace(markdown: String, sections: Int) {
    let plan = parse(markdown)
    #expect(plan.sections.count == sections)
    #expect(plan.oddities.contains { $0.kind == .headingWithoutSpace } == (sections == 1))
  }

  @Test(
    "no heading, several at the top, a first one at level 3",
    arguments: [("text", 0), ("# A\n# B", 2), ("### A\n# B", 2)])
  func unusualOutlines(markdown: String, sections: Int) {
    let plan = parse(markdown)
    #expect(plan.sections.count == sections)
    #expect(plan.sections.allSatisfy { $0.parent == nil })
  }

  @Test(
    "line ends and a byte-order mark change no line, column or block",
    arguments: ["\n", "\r\n", "\r"])
  func lineEnds(lineEnd: String) {
    let lines = [
      "# Titel", "", "- [ ] eins 🚀 zwei `code`", "  mehr", "", "| a |", "|---|", "| b |",
    ]
    let reference = parse(lines.joined(separator: "\n"))
    let plan = parse("\u{FEFF}" + lines.joined(separator: lineEnd))
    #expect(plan.blocks.map(\.kind).count == reference.blocks.count)
    #expect(plan.sections.map(\.title) == ["Titel"])
    for (block, other) in zip(plan.blocks, reference.blocks) {
      #expect(plan.location(of: block.span) == reference.location(of: other.span))
      #expect(
        block.inlines.map { plan.files[0].source.string($0.range) }
          == other.inlines.map { reference.files[0].source.string($0.range) })
    }
  }

  @Test("emphasis, emoji and code in a heading stay in its title as words")
  func headingMarkup() {
    #expect(parse("## **Bold** `code` 🚀 [link](x.md):").sections[0].title == "Bold code 🚀 link")
  }

  @Test(
    "every checkbox mark that plans use",
    arguments: [
      ("- [ ] a", TaskState.open), ("* [x] a", .done), ("+ [X] a", .done), ("1. [-] a", .started),
      ("-\t[~] a", .started),
    ])
  func checkboxes(markdown: String, state: TaskState) {
    let items = parse(markdown).blocks.compactMap { block -> ListItem? in
      if case .item(let item) = block.kind { item } else { nil }
    }
    #expect(items.map(\.checkbox?.state) == [state])
  }

  @Test("brackets that are no checkbox", arguments: ["- [a] b", "- [ ]b", "- [P] b", "- [](x) b"])
  func noCheckbox(markdown: String) {
    #expect(!dump(parse(markdown)).contains("[open]"))
  }

  @Test("repeated and backward numbering keeps every section, ids stay unique")
  func repeatedHeadings() {
    let plan = parse("# P\n## Phase 2\n## Phase 1\n## Phase 1\n### X\n## Phase 1\n### X")
    #expect(plan.sections.count == 7)
    #expect(Set(plan.sections.map(\.id)).count == 7)
  }

  @Test("invalid UTF-8 and NUL are reported once and shift nothing")
  func strangeBytes() {
    let bytes = Array("# A\n\nx ".utf8) + [0xFF, 0x00, 0xC3, 0x28] + Array("\n\n# B\n".utf8)
    let plan = PlanParser.parse(PlanInput(path: "p.md", bytes: bytes))
    #expect(plan.sections.map(\.title) == ["A", "B"])
    #expect(Set(plan.oddities.map(\.kind)) == [.invalidUTF8, .nullByte])
    #expect(plan.lines(of: plan.oddities[0].span) == 3...3)
  }

  @Test("nothing at all", arguments: ["", "\n", "\u{FEFF}", " \t ", "\r"])
  func emptyPlans(markdown: String) {
    let plan = parse(markdown)
    #expect(plan.blocks.isEmpty)
    #expect(plan.sections.isEmpty)
  }
}
