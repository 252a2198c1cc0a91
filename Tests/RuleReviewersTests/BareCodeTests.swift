import Testing

@testable import RuleReviewers

@Suite("Names of code without marks")
struct BareCodeTests {
  @Test(
    "what is a name, and what is a word",
    arguments: [
      ("Move render_banner into banner.rs", 1), ("Call load() twice", 1),
      ("LatencyConfig and maxRetries go along", 2), ("MIN_REFRESH_MS is 50", 1),
      ("GitHub and TypeScript are known", 0), ("macOS only", 0), ("file(s) and item (s)", 0),
      ("Read the README and the API", 0), ("PostgreSQL needs no JavaScript", 0),
      ("Users, roles and 3 PRs", 0),
    ])
  func names(text: String, count: Int) {
    let evidence = Evidence(PlanReading(plan("# Sync\n\n\(text)\n")))
    let names = evidence.prose.map(\.traits.codeSpans).reduce(0, +)
    #expect(names == count)
  }

  @Test(
    "what goes in and what comes out",
    arguments: [
      ("`parse(raw: string): Mode` is new", true), ("`id` → `row` is the order", true),
      ("`load()` is new", false), ("`parse(raw)` is new", false), ("`(id) -> Row` is new", true),
    ])
  func flows(text: String, isTold: Bool) {
    let evidence = Evidence(PlanReading(plan("# Sync\n\n\(text)\n")))
    #expect(evidence.prose.contains { $0.traits.speaksOfFlow } == isTold)
  }
}

@Suite("What stands beside the work and tells about it")
struct BesideWorkTests {
  private static let steps = """
    ## Steps

    1. Add `EnvEditor` to the form
    2. Add `DiskEditor` to the form

    """

  private func pieces(_ text: String) -> [WorkPiece] {
    Evidence(PlanReading(plan("# Editors\n\n" + Self.steps + text))).pieces
  }

  @Test("a check of each step is one of all", arguments: ["each step", "every task", "per step"])
  func each(part: String) {
    let told = pieces("\nVerify \(part): `npm test` prints 0 failures.\n")
    #expect(told.map(\.isCheckedElsewhere) == [true, true])
    let untold = pieces("\nVerify once: it is seen by 3 people.\n")
    #expect(untold.map(\.isCheckedElsewhere) == [false, false])
  }

  @Test("a name beside a path is looked for there")
  func placed() {
    let pieces = pieces("\n## Parts\n\n- `src/env.ts` gets the new `EnvEditor`\n")
    #expect(pieces.map(\.isPlacedElsewhere) == [true, false])
  }

  @Test("steps that only name what sections describe are not the work")
  func terse() {
    let description = String(repeating: "The form `F` shows 3 fields and saves them. ", count: 20)
    #expect(pieces("\n## Form\n\n\(description)\n").map(\.words).max() ?? 0 > 100)
    #expect(pieces("\n## Form\n\nThe form shows 3 fields.\n").map(\.words).max() ?? 0 < 20)
  }

  @Test("a pause to look at the work before it is no piece of it")
  func checkpoints() {
    let text = "# Sync\n\n- [ ] 1. Add `a()` to `a.rs`\n- [ ] 2. Checkpoint - all tests pass\n"
    #expect(Evidence(PlanReading(plan(text))).pieces.count == 1)
  }

  @Test("commands to run at the end say a little about when it is done")
  func last() {
    let commands = "\n## Verification\n\n- `npm test`\n- `npm run lint`\n"
    let text = "# Editors\n\n" + Self.steps
    #expect(Evidence(PlanReading(plan(text + commands))).lastCommands.count == 2)
    #expect(Evidence(PlanReading(plan(text))).lastCommands.isEmpty)
  }

  @Test("the steps of the only task are the work")
  func only() {
    let text = "# Task 1.3: Editors\n\n## Steps\n\n1. Add `a()` to `a.rs`\n2. Add `b()` to `b.rs`\n"
    #expect(Evidence(PlanReading(plan(text))).pieces.map(\.paths) == [1, 1])
  }

  @Test(
    "what is not needed leaves nothing open",
    arguments: [("No change of `a()` is needed", 0), ("Change `a()` as needed", 1)])
  func needed(text: String, hedges: Int) {
    let text = "# Sync\n\n- [ ] \(text)\n"
    let pieces = Evidence(PlanReading(plan(text))).pieces
    #expect(pieces.map(\.hedges).max().map { min($0, 1) } == hedges)
  }
}
