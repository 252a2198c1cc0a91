import CheckModel
import PlanParsing
import Testing

@Suite("What the first words of a block announce")
struct AnnouncedRolesTests {
  private func announced(_ text: String) -> Set<SectionRole> {
    Set(parse("# Rooms\n\n\(text)\n").blocks.compactMap(\.announces))
  }

  @Test(
    "as a heading of those words would, wherever they stand",
    arguments: [
      ("Rollback: deploy the release before.", SectionRole.rollback),
      ("**Rollback.** Deploy the release before.", .rollback),
      ("**Rollback** — deploy the release before.", .rollback),
      ("- **Rollback**: deploy the release before", .rollback),
      ("- Rollback: deploy the release before", .rollback),
      ("1. Rollback: deploy the release before", .rollback),
      (
        "| Rollback | deploy the release before |\n|---|---|\n| Out of scope | the form |",
        .outOfScope
      ),
      ("Out of scope:\n\n- the form", .outOfScope), ("Out of scope\n- the form", .outOfScope),
      ("> Goal: a list of rooms", .goal), ("**Done when:** all is green", .acceptance),
      ("Goal：部屋の一覧", .goal), ("回滚：部署上一个版本", .rollback),
    ])
  func roles(text: String, role: SectionRole) {
    #expect(announced(text).contains(role))
  }

  @Test(
    "other words, code and addresses announce nothing",
    arguments: [
      "The rollback of the transaction is told to the caller.", "`goal:` is a key of the file.",
      "See https://example.org/goal for more.", "goal:3 is the third one.",
      "A sentence that goes on for a while and then has a colon: like this one.",
      "- Rooms: sort them by name", "Run: `make check`",
    ])
  func none(text: String) {
    #expect(announced(text).isEmpty)
  }

  @Test("what stands in the item, or in the list that a line introduces, belongs to it")
  func inherited() {
    let plan = parse(
      "# Rooms\n\n- **Out of scope**:\n  - the form\n  - the page\n- Sort the rooms\n\nNon-goals:\n\n- the form\n\nThe rest.\n"
    )
    let items = plan.blocks.filter { if case .item = $0.kind { true } else { false } }
    #expect(
      items.map(\.announces) == [.outOfScope, .outOfScope, .outOfScope, nil, .outOfScope])
    #expect(plan.blocks.last?.announces == nil)
  }
}
