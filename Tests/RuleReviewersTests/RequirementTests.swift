import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Requirements and the tasks that name them")
struct RequirementTests {
  @Test(
    "a requirement is named by its id anywhere within a task, in letters of either case",
    arguments: [
      "- [ ] T003 Delete uploads, see fr-003", "- [ ] T003 Delete uploads\n  - covers FR-003",
      "- [ ] T003 Delete uploads (FR-003a)",
    ])
  func named(task: String) {
    #expect(findings(.requirementUntraced, in: text(tasks: task)).isEmpty)
  }

  @Test("a task that names no id leaves its requirement alone")
  func unnamed() {
    let found = findings(.requirementUntraced, in: text(tasks: "- [ ] T003 Delete uploads"))
    #expect(found.map(\.problem) == ["No task names FR-003."])
  }

  private func text(tasks: String) -> String {
    """
    # Sync

    ## Requirements

    - FR-001: Resume uploads.
    - FR-002: List uploads.
    - FR-003: Delete uploads.

    ## Tasks

    - [ ] T001 Add `resume.ts` (FR-001)
    - [ ] T002 Add `list.ts` (FR-002)
    \(tasks)

    """
  }

  @Test("forty thousand requirements, most of them with a task", .timeLimit(.minutes(5)))
  func many() {
    let count = 40_000
    let lines = (0..<count).map { "FR-\(String($0 + 100_000)) x\n" }
    let length = lines[0].utf8.count
    func span(_ line: Int) -> Span { Span(file: 0, range: line * length..<(line + 1) * length - 1) }
    var plan = Plan(
      path: "p.md", title: "P", sha256: "", isFolder: false,
      files: [PlanFile(path: "p.md", source: SourceText(Array(lines.joined().utf8)), sha256: "")])
    plan.requirements = (0..<count).map {
      Requirement(id: "FR-\($0 + 100_000)", span: span($0), section: nil)
    }
    plan.tasks = (0..<count).filter { $0 % 3 > 0 }.map { line in
      PlanTask(
        id: "\(line)", authorID: nil, title: "x", form: .checkbox, state: .open, span: span(line),
        titleSpan: span(line), block: 0, section: nil, requirementIDs: ["FR-\(line + 100_000)"])
    }
    let hits = Rule.requirementUntraced.find(PlanReading(plan))
    #expect(hits.count == (count + 2) / 3)
  }
}
