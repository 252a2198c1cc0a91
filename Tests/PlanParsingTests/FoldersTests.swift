import CheckModel
import PlanParsing
import Testing

@Suite("A folder is one plan")
struct FoldersTests {
  @Test("tasks, requirements and criteria of several files come together, in file order")
  func bundle() {
    func file(_ name: String, _ text: String) -> PlanInput.File {
      .init(path: "change/\(name)", relativePath: name, bytes: Array(text.utf8))
    }
    let plan = PlanParser.parse(
      PlanInput(
        path: "change", isFolder: true,
        files: [
          file("proposal.md", "## Why\n\nOrders get lost.\n"),
          file(
            "spec.md",
            "### Requirement: Export\n\nThe exporter SHALL stop.\n\n#### Scenario: a\n\n- **WHEN** b\n- **THEN** c\n"
          ),
          file(
            "tasks.md", "## 1. Store\n\n- [ ] 1.1 Change `src/a.py`\n- [x] 1.2 Change `src/b.py`\n"),
        ]))
    #expect(plan.state == .started)
    #expect(plan.tasks.map { $0.span.file } == [2, 2])
    #expect(plan.requirements.map { $0.span.file } == [1])
    #expect(plan.requirements[0].criteria.count == 2)
    #expect(plan.sections[0].roles.first?.role == .problem)
    #expect(plan.tasks.map(\.references.count) == [1, 1])
  }
}
