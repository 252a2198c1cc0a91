import CheckModel
import Testing

@Suite("Inputs that the fuzzer found, made small")
struct FuzzFindTests {
  @Test("a heading that looks like the numbered id of another keeps an id of its own")
  func sectionIDs() {
    let plan = parse("# P\n## Phase\n## Phase\n## Phase 2\n## Phase 2\n## Phase-2-2\n")
    #expect(plan.sections.count == 6)
    #expect(Set(plan.sections.map(\.id)).count == 6)
  }

  @Test("a long heading is not repeated in full by every section below it")
  func longHeading() throws {
    let plan = parse("# " + String(repeating: "word ", count: 2_000) + "\n## a\n## b\n")
    #expect(plan.sections[0].title.count > 9_000)
    #expect(plan.sections.dropFirst().allSatisfy { $0.id.utf8.count < 300 })
  }
}
