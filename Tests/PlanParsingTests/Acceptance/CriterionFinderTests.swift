import CheckModel
import PlanParsing
import Testing

@Suite("Acceptance in all the forms that people write it")
struct CriterionFinderTests {
  private func forms(_ markdown: String) -> [AcceptanceCriterion.Form] {
    parse(markdown).criteria.map(\.form)
  }

  @Test(
    "one criterion of each form",
    arguments: [
      ("## Acceptance criteria\n\n- prints 3 lines\n", .item),
      ("- Given a full disk, when the export runs, then it exits with 4\n", .scenario),
      ("- **WHEN** the disk is full\n- **THEN** exit 4\n- **AND** print the path\n", .scenario),
      ("#### Scenario: full disk\n\n- **WHEN** full\n- **THEN** exit 4\n", .scenario),
      ("1. WHEN the disk is full THE exporter SHALL exit with 4\n", .ears),
      ("1. If ディスクが満杯の場合, then the exporter shall 終了する\n", .ears),
      ("The exporter SHALL write UTF-8.\n", .shall),
      ("Run: `make test`\nExpected: 0 failures\n", .runExpected),
      ("Done when `wc -l out.csv` prints 3.\n", .doneWhen),
      ("**Independent Test**: export two orders and count the lines\n", .doneWhen),
      ("- Verify: the file has 3 lines\n", .doneWhen),
    ] as [(String, AcceptanceCriterion.Form)])
  func form(markdown: String, form: AcceptanceCriterion.Form) {
    #expect(forms(markdown) == [form])
  }

  @Test("scenarios in one list are told apart, and their items are not counted again")
  func scenariosInAList() {
    let plan = parse("- GIVEN a\n- WHEN b\n- THEN c\n- WHEN d\n- THEN e\n")
    #expect(plan.criteria.map { plan.lines(of: $0.span) } == [1...3, 4...5])
  }

  @Test("groups such as automated and manual are no criteria, their items are")
  func groups() {
    let plan = parse(
      "## Success Criteria\n\n- **Automated:**\n  - `make test` passes\n- **Manual:**\n  - the list is empty\n"
    )
    #expect(plan.criteria.count == 2)
    #expect(plan.criteria.map(\.concrete) == [true, false])
  }

  @Test("rows of a table below an acceptance heading")
  func tables() {
    #expect(
      forms("## Acceptance criteria\n\n| id | must hold |\n|---|---|\n| 1 | empty list |\n") == [
        .item
      ])
  }

  @Test("Gherkin in a fence")
  func gherkin() {
    #expect(
      forms("```gherkin\nFeature: a\nScenario: b\n  Given c\nScenario: d\n  Given e\n```\n") == [
        .scenario, .scenario,
      ])
  }

  @Test(
    "what only looks like acceptance",
    arguments: [
      "- When in doubt, ask\n- And be kind\n", "- [ ] CASE WHEN a THEN b END\n",
      "## Out of scope\n\n- The exporter SHALL not print\n",
      "Run: `git add .`\nExpected: nothing\n",
      "## Tasks\n\n- [ ] Add the flag\n", "Then we go home.\n",
    ])
  func noCriteria(markdown: String) {
    #expect(forms(markdown).isEmpty)
  }

  @Test("concrete means a number, code or a literal")
  func concrete() {
    let plan = parse(
      "## Acceptance criteria\n\n1. works well\n2. exits with 4\n3. prints \"none\"\n")
    #expect(plan.criteria.map(\.concrete) == [false, true, true])
  }
}
