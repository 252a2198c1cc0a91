import CheckModel
import PlanParsing
import Testing

@Suite("Whether a plan is work to do")
struct StateClassifierTests {
  @Test(
    "open, started and done by the ticked share",
    arguments: [(0, PlanState.open), (1, .started), (8, .started), (9, .done), (10, .done)])
  func ticked(count: Int, state: PlanState) {
    let boxes = (0..<10).map { "- [\($0 < count ? "x" : " ")] Add part \($0)" }
    #expect(parse("# P\n\n## Tasks\n\n" + boxes.joined(separator: "\n")).state == state)
  }

  @Test("where no task can be ticked, the acceptance boxes tell")
  func acceptanceBoxes() {
    let boxes = "- [x] a is empty\n- [x] b is empty\n- [ ] c is empty\n"
    #expect(
      parse("## Phase 1: x\n\nChange `a.py`.\n\n## Acceptance criteria\n\n\(boxes)").state
        == .started)
  }

  @Test(
    "boxes for the document, its approval or a stage of its release tell nothing of the work",
    arguments: [
      "Release Signoff Checklist", "Self-Review", "Constitution Check", "Definition of Ready",
      "Approvals", "Graduation Criteria", "PR checklist", "Quality checklist",
    ])
  func documentBoxes(heading: String) {
    let boxes = "- [x] Scope is bounded\n- [x] Nothing is left out\n- [x] Limits are written down\n"
    let plan = parse(
      "# Export\n\nThe exporter should write one line for each order.\n\n## \(heading)\n\n\(boxes)")
    #expect(plan.state == .open)
    #expect(plan.tasks.isEmpty)
  }

  @Test("a ticket of notes is a plan where it names files and how it will be judged")
  func ticket() {
    let scope = "## Scope\n\n- `Connection` gains a cached validator\n"
    let tests = "\n## Acceptance\n\n- A bad payload is rejected before it is queued\n"
    let files = "\n## References\n\n- `src/Server/Connection.cs`\n"
    #expect(parse("# Validator\n\n" + scope + tests + files).state == .open)
    #expect(parse("# Validator\n\n" + scope + files).state == .notAPlan)
  }

  @Test("criteria alone are a plan, in any language, and done when all are ticked")
  func criteriaAlone() {
    let boxes = "- [x] El archivo existe\n- [x] El comando termina\n- [x] El informe se abre\n"
    #expect(parse("# Informe\n\n## Criterios de aceptación\n\n\(boxes)").state == .done)
  }

  @Test(
    "blanks in angle brackets, in code spans too, and items that are only numbered",
    arguments: [
      "# P\n\n- [ ] 1. `<标题>`\n  - Files: `<文件>`\n  - Done: `<验收>`\n- [ ] 2. `<标题>`\n",
      "# P\n\n- `<file name>`\n- `<short title>`\n- `<your host>`\n- `<the reason>`\n",
      "# Roadmap\n\n## Phase 1\n\n- [ ] Task 1\n- [ ] Task 2\n\n## Phase 2\n\n- [ ] Task 3\n- [ ] Task 4\n",
    ])
  func blanksInCode(markdown: String) {
    #expect(parse(markdown).state == .template)
  }

  @Test("types and tags in code spans are no blanks")
  func typesInCode() {
    let items = ["Option<T>", "<div>", "<T>", "<br/>", "<K, V>"].map { "- Keep `\($0)` as it is\n" }
    #expect(parse("# P\n\n## Tasks\n\n" + items.joined()).state == .open)
  }

  @Test("a template with blanks instead of words")
  func templates() {
    let template = """
      # Plan: [FEATURE NAME]

      **Date**: [DATE]

      ## Summary

      [Describe the feature in two sentences]

      ## Storage

      [e.g., PostgreSQL or files]
      """
    #expect(parse(template).state == .template)
    #expect(
      parse("# Export\n\n## Summary\n\nExport orders as CSV, one line each, in [RFC 4180] form.\n")
        .state == .open)
  }

  @Test(
    "documents that are no plan",
    arguments: [
      "", "\n\n", "# Title\n", "Hello there, this is a nice day.\n",
      "# tool\n\nA small tool.\n\n## Installation\n\n`brew install tool`\n\n## Usage\n\n`tool run`\n\n## License\n\nMIT\n",
    ])
  func noPlan(markdown: String) {
    #expect(parse(markdown).state == .notAPlan)
  }

  @Test(
    "small, proposing and designing documents are plans",
    arguments: [
      "# Export\n\nThe exporter should write one line for each order.\n",
      "# Summary\n\nAdd a flag.\n\n# Motivation\n\nNobody sees it.\n",
      "## Why\n\nOrders get lost.\n\n## What Changes\n\n- A new file.\n",
      "- [ ] Add the flag\n", "The exporter SHALL stop at 10 lines.\n",
      "# X\n\n**Goal:** one line for each order\n",
    ])
  func plans(markdown: String) {
    #expect(parse(markdown).state == .open)
  }
}
