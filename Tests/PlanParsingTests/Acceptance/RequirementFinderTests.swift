import CheckModel
import PlanParsing
import Testing

@Suite("Requirements and the criteria that belong to them")
struct RequirementFinderTests {
  @Test("headings with the criteria below, each of which tasks can name")
  func headings() {
    let plan = parse(
      """
      ### Requirement 2: Export

      **User Story:** As a clerk I want a file.

      #### Acceptance Criteria

      1. WHEN there are no orders THE exporter SHALL write a header
      2. WHEN the disk is full THE exporter SHALL exit with 4
      """)
    #expect(plan.requirements.map(\.id) == ["Requirement 2", "2.1", "2.2"])
    #expect(plan.requirements.map(\.criteria) == [[0, 1], [0], [1]])
  }

  @Test("named headings hold their own sentence and scenarios")
  func namedHeadings() {
    let plan = parse(
      "### Requirement: Export\n\nThe exporter SHALL write UTF-8.\n\n#### Scenario: umlaut\n\n- **WHEN** ü\n- **THEN** two bytes\n"
    )
    #expect(plan.requirements.count == 1)
    #expect(plan.requirements[0].criteria.count == 2)
  }

  @Test("items, rows and paragraphs with an id")
  func ids() {
    let plan = parse(
      "- **FR-001**: The file MUST be UTF-8\n- FR-002: no header\n\n| id | text |\n|---|---|\n| NFR-1 | under 1 s |\n"
    )
    #expect(plan.requirements.map(\.id) == ["FR-001", "FR-002", "NFR-1"])
  }

  @Test("an id of the author's own kind counts in a requirements section")
  func ownIDs() {
    #expect(parse("## Requirements\n\n- LH-01: x\n").requirements.map(\.id) == ["LH-01"])
    #expect(parse("## Notes\n\n- UTF-8 is used\n").requirements.isEmpty)
  }

  @Test("binding sentences without an id")
  func sentences() {
    let plan = parse("The exporter SHALL stop.\n\nYou must be kind.\n\n- It MUST NOT print\n")
    #expect(plan.requirements.map(\.id) == [nil, nil])
  }

  @Test("a criterion that names the id belongs to it")
  func named() {
    let plan = parse(
      "## Requirements\n\n- FR-001: export\n\n## Acceptance criteria\n\n- FR-001: three lines\n")
    #expect(plan.requirements.first?.criteria == [0])
  }

  @Test("a task that names a requirement does not define it")
  func tasks() {
    #expect(parse("## Tasks\n\n- [ ] FR-001 write the exporter\n").requirements.isEmpty)
  }
}
