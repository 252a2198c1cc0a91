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
