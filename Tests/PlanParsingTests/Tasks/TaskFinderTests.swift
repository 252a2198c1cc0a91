import CheckModel
import PlanParsing
import Testing

@Suite("Tasks in all the forms that people write them")
struct TaskFinderTests {
  private func titles(_ markdown: String) -> [String] { parse(markdown).tasks.map(\.title) }

  @Test("checkboxes with ids, marks and states")
  func checkboxes() {
    let plan = parse(
      """
      ## Tasks

      - [ ] T001 [P] [US1] Create `src/a.ts`
      - [X] T002 Write tests
      - [-] 1.3 (P) Wire it
      - [ ]* 2. Polish
      - [~] **Step 4: Ship**
      """)
    let tasks = plan.tasks
    #expect(tasks.map(\.title) == ["Create src/a.ts", "Write tests", "Wire it", "Polish", "Ship"])
    #expect(tasks.map(\.authorID) == ["T001", "T002", "1.3", "2", "Step 4"])
    #expect(tasks.map(\.state) == [.open, .done, .started, .open, .started])
    #expect(tasks.map(\.parallel) == [true, false, true, false, false])
    #expect(tasks[0].story == "US1")
    #expect(tasks.map(\.optional) == [false, false, false, true, false])
    #expect(tasks.allSatisfy { $0.form == .checkbox })
  }

  @Test("nested checkboxes are sub-tasks, detail bullets are not")
  func nesting() {
    let plan = parse(
      "- [ ] 1. Store\n  - keep it small\n  - [ ] 1.1 Schema\n    - columns\n- [ ] 2. CLI\n")
    #expect(plan.tasks.map(\.title) == ["Store", "Schema", "CLI"])
    #expect(plan.tasks.map(\.parent) == [nil, 0, nil])
  }

  @Test("task headings hold their steps, whatever form those have")
  func taskHeadings() {
    let plan = parse(
      """
      # P

      ## Task 1: Parser

      **Files:**
      - Create: `src/parse.ts`

      - [ ] **Step 1: Write the test**

      ```ts
      test()
      ```

      Run: `npm test`
      Expected: FAIL

      - [ ] **Step 2: Make it pass**

      ### Task 2: Printer

      **Step 1: Write it**

      Update `src/print.ts`.
      """)
    #expect(
      plan.tasks.map(\.title) == [
        "Parser", "Write the test", "Make it pass", "Printer", "Write it",
      ])
    #expect(plan.tasks.map(\.form) == [.heading, .checkbox, .checkbox, .heading, .boldStep])
    #expect(plan.tasks[1].parent == 0)
    #expect(plan.tasks[1].commands.count == 1)
    let shared = plan.tasks[2].references.map { plan.references[$0].text }
    #expect(shared == ["src/parse.ts"])
    #expect(plan.tasks[0].id == "Task 1")
    #expect(plan.tasks[1].id == "#2")
  }

  @Test("a phase is a task of its own only where it holds no smaller ones")
  func phases() {
    #expect(titles("## Phase 1: Store\n\n- [ ] Schema\n- [ ] Tests\n") == ["Schema", "Tests"])
    #expect(
      titles("## Phase 1: Store\n\nChange `db.py`.\n\n## Phase 2: CLI\n\nChange `cli.py`.\n") == [
        "Store", "CLI",
      ])
    #expect(titles("## Phase 1\n\n### Task 1: Schema\n\nx\n") == ["Schema"])
  }

  @Test("numbered headings are groups over checkboxes, and tasks in a task section")
  func numberedHeadings() {
    #expect(titles("## 1. Core\n\n- [ ] 1.1 Schema\n") == ["Schema"])
    #expect(
      titles("## Changes required\n\n### 1. Types\n\nIn `a.go`.\n\n### 2. Handler\n\nIn `b.go`.\n")
        == ["Types", "Handler"])
    #expect(titles("## 1. Introduction\n\ntext\n\n## 2. Architecture\n\ntext\n").isEmpty)
  }

  @Test("ordered lists are tasks where work is listed and nowhere else")
  func orderedLists() {
    #expect(
      titles("## Implementation steps\n\n1. Add the flag\n   - short and long\n2. Print it\n") == [
        "Add the flag", "Print it",
      ])
    #expect(titles("## Background\n\n1. The flag was lost\n2. Nobody saw\n").isEmpty)
    #expect(titles("## Success criteria\n\n1. The flag prints\n").isEmpty)
  }

  @Test("task tables, with state and dependencies; other tables are none")
  func tables() {
    let plan = parse(
      """
      | ID | Task | Depends on | Status |
      |----|------|------------|--------|
      | A1 | Add the flag | – | done |
      | A2 | Print it | A1 | in progress |
      """)
    #expect(plan.tasks.map(\.title) == ["Add the flag", "Print it"])
    #expect(plan.tasks.map(\.state) == [.done, .started])
    #expect(plan.tasks.map(\.id) == ["A1", "A2"])
    let phases = parse("| Phase | Days | State |\n|---|---|---|\n| Store | 2 | done |\n")
    #expect(phases.tasks.map(\.state) == [.done])
    #expect(parse("| Field | Type |\n|---|---|\n| id | int |\n").tasks.isEmpty)
  }

  @Test("fix lists")
  func fixes() {
    let plan = parse(
      "## Fixes\n\n### Fix 1: Wrong range\n\nx\n\n**Line 54** — change `a` to `b`\n\n**Lines 60-62**:\n\nuse `c`\n"
    )
    #expect(plan.tasks.first?.form == .fix)
    #expect(plan.tasks.last?.form == .fix)
  }

  @Test("plain bullets under a task heading count where nothing else does")
  func plainBullets() {
    #expect(
      titles("# P\n\n## Tasks\n\n- Add the flag\n- Print it\n") == ["Add the flag", "Print it"])
    #expect(titles("# P\n\n## Tasks\n\n- some words\n\n- [ ] Add the flag\n") == ["Add the flag"])
  }

  @Test(
    "checkboxes that are no tasks",
    arguments: [
      "## Acceptance criteria", "## Success Criteria", "## Review & Acceptance Checklist",
      "## Release Signoff Checklist", "## Out of scope", "## Open questions",
      "**Definition of done:**",
    ])
  func notTasks(heading: String) {
    #expect(
      parse("# P\n\n\(heading)\n\n- [ ] The list is empty\n- [x] Nothing else\n").tasks.isEmpty)
  }

  @Test("a test section holds tasks to write and checks to make")
  func testSections() {
    let plan = parse(
      "## Testing\n\n- [ ] Write tests for the parser\n- [ ] Clicking twice prints once\n")
    #expect(plan.tasks.map(\.title) == ["Write tests for the parser"])
    #expect(plan.criteria.count == 1)
  }

  @Test("dependencies, in words and lists")
  func mentions() {
    let plan = parse(
      """
      - [ ] T001 Schema
      - [ ] T002 Store (depends on T001)
      - [ ] T003 CLI, after T001 and T002
      - [ ] T004 Docs. Blocked by Tasks 1, 2 and T003
      - [ ] T005 Clean up after the release
      """)
    #expect(
      plan.tasks.map { $0.dependsOn.map(\.authorID) } == [
        [], ["T001"], ["T001", "T002"], ["Task 1", "Task 2", "T003"], [],
      ])
    #expect(plan.tasks[2].dependsOn[0].relation == .after)
    #expect(plan.tasks[1].dependsOn[0].relation == .dependsOn)
  }

  @Test("requirement ids")
  func requirementIDs() {
    let plan = parse("- [ ] 1. Store (FR-004, NFR-2)\n  - _Requirements: 1.2, 3.1_\n")
    #expect(plan.tasks[0].requirementIDs == ["FR-004", "NFR-2", "1.2", "3.1"])
  }

  @Test("a heading is done when every box below it is, or when it says so")
  func headingStates() {
    let plan = parse(
      "## Task 1: a\n\n- [x] x\n- [x] y\n\n## Task 2: b\n\n- [x] x\n- [ ] y\n\n## Task 3: c ✅\n\ntext\n"
    )
    #expect(plan.tasks.filter { $0.form == .heading }.map(\.state) == [.done, .started, .done])
  }

  @Test(
    "a numbered heading that only holds the list is no task, nor does the last box take a label")
  func containers() {
    let plan = parse(
      "## 3. Tasks\n\n- [ ] T001 Add `a.py`\n\n**Checkpoint**: the first story works alone\n")
    #expect(plan.tasks.map(\.title) == ["Add a.py"])
    #expect(plan.tasks[0].criteria.isEmpty)
    #expect(titles("## 3. Tasks\n\n1. Add `a.py`\n") == ["Add a.py"])
  }

  @Test("a mark at the end of a line is no part of the title")
  func trailingMark() {
    let plan = parse("- [ ] 2.1 Wire it (P)\n")
    #expect(plan.tasks[0].title == "Wire it")
    #expect(plan.tasks[0].parallel)
  }

  @Test("ids repeat in the wild; ours never do")
  func uniqueIDs() {
    let plan = parse("- [ ] T001 a\n- [ ] T001 b\n- [ ] c\n")
    #expect(plan.tasks.map(\.id) == ["#1", "#2", "#3"])
    #expect(plan.tasks.map(\.authorID) == ["T001", "T001", nil])
  }
}
