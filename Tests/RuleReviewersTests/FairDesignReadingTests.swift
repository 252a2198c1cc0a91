import CheckModel
import Testing

@testable import RuleReviewers

/// Each case stands for findings on public designs and migrations that two readers, independently, did not accept.
@Suite("What a fair reader of designs would not call a fault")
struct FairDesignReadingTests {
  @Test(
    "questions of a template, of an introduction and about other work",
    arguments: [
      ("## Design\n\nWhy should we **not** do this?\n\n- One more container\n", false),
      ("## Design\n\nWhich should we build?\n\n- One more container\n", true),
      ("## Design\n\nThere are three. Can we simplify?\n\n### Do we need it?\n\nNo.\n", false),
      ("## Design\n\nThere are three. Can we simplify?\n\n### One of them\n\nText.\n", true),
      ("## Open questions\n\nWhich one is kept?\n\n### Which one goes?\n\nText.\n", true),
      ("## Open questions\n\nWhy do we keep both?\n\n- Ask the team\n", true),
      ("## Open questions\n\n- Should old pages go now or later?\n", true),
      ("## Design\n\nThere are three. Can we simplify?\n\n## Tasks\n\nText.\n", true),
      ("## Open questions\n\n- Something more?\n", false),
      ("## Open questions\n\n- Should pages be kept?\n", true),
      ("## Open questions\n\n- Should the page size be exposed later?\n", false),
    ])
  func questions(text: String, isFound: Bool) {
    let found = findings(.openQuestion, in: "# Pages\n\nText.\n\n" + text)
    #expect(found.contains { $0.severity > .info } == isFound)
  }

  @Test(
    "TODO as a state of the work",
    arguments: [
      ("| Tier | Status |\n|---|---|\n| 1 | TODO |\n", false),
      ("| Tier | Port |\n|---|---|\n| 1 | TODO |\n", true),
      ("| Statement | Port |\n|---|---|\n| 1 | TODO |\n", true),
      ("| Case | Status code |\n|---|---|\n| 1 | TODO |\n", true),
      ("Status: TODO\n", false), ("Port: TODO\n", true), ("Status: TBD\n", true),
      ("State machine timeout: TODO\n", true),
    ])
  func states(text: String, isFound: Bool) {
    let plan = "# Move\n\n## Tiers\n\n\(text)"
    #expect(findings(.placeholderMarker, in: plan).isEmpty == !isFound)
  }

  @Test("things compared in the columns of a table are counted there")
  func columns() {
    let rows = "| **Images** | 8 | 4 |\n| **Source** | a | b |\n| **Use** | c | d |\n"
    func plan(_ corner: String) -> String {
      "# Builds\n\n## Today\n\nThere are two pipelines:\n\n| \(corner) | One | Other |\n|---|---|---|\n\(rows)"
    }
    #expect(findings(.countMismatch, in: plan("")).isEmpty)
    #expect(!findings(.countMismatch, in: plan("Pipeline")).isEmpty)
    let three = plan("").replacing("two pipelines", with: "three pipelines")
    #expect(findings(.countMismatch, in: three).isEmpty)
  }

  @Test(
    "a bracket that is a tick",
    arguments: [
      ("Mark finished tasks with [x] in this file", false),
      ("Check that the page answers with [x] rows", true), ("Answer at most with [x] rows", true),
    ])
  func ticks(item: String, isFound: Bool) {
    #expect(findings(.templateResidue, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "failures whose handling the sentence names",
    arguments: [
      ("Add proper error handling using the methods of `Base`", false),
      ("Add proper error handling", true),
      ("Add proper error handling using best practices", true),
      ("Add comprehensive logging of all errors", true),
      ("Add comprehensive logging of failed uploads", false), ("Add comprehensive logging", true),
    ])
  func failures(item: String, isFound: Bool) {
    #expect(findings(.genericErrorHandling, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "words that only fill weigh beside limits and keys; terms are none",
    arguments: [
      ("Check each command for proper inheritance", Severity.info),
      ("Check each command for proper tokens", .major),
      ("Show an appropriate text", .minor),
      ("Add a graceful shutdown to the server", nil), ("Add a graceful end to the server", .info),
    ])
  func fillers(item: String, severity: Severity?) {
    let found = findings(.vagueCriterion, in: "# Sync\n\n- [ ] \(item)\n")
    #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
  }

  @Test(
    "a guess at how long it takes",
    arguments: [
      ("Run the full sync (long, probably overnight)", false), ("Probably run the full sync", true),
      ("Maybe slow the poll down", true),
    ])
  func durations(item: String, isFound: Bool) {
    #expect(findings(.hedgedInstruction, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test("flags of a build have no callers")
  func buildFlags() {
    let step = "In `Dockerfile` remove dependencies and build flags"
    #expect(findings(.noCompatStatement, in: "# Sync\n\n- [ ] \(step)\n").isEmpty)
    let flags = "In `cli.go` remove the flags `--fast` and `--slow`"
    #expect(!findings(.noCompatStatement, in: "# Sync\n\n- [ ] \(flags)\n").isEmpty)
  }

  @Test(
    "what a later task adds to a file is no sign that the file is new",
    arguments: [
      ("Add `goto` to `src/cli.rs`", false),
      ("In order to print it, create `src/cli.rs`", true),
      ("Create `src/cli.rs` with `goto`", true),
    ])
  func laterFiles(item: String, isFound: Bool) {
    let plan = "# Focus\n\n- [ ] Modify `src/cli.rs`: print the address\n- [ ] \(item)\n"
    let found = findings(.useBeforeDefine, in: plan)
    #expect(found.isEmpty == !isFound)
    #expect(found.allSatisfy { $0.problem.hasSuffix("Only this later task creates it.") })
  }

  @Test(
    "a task without a path weighs as much as readers gave it",
    arguments: [
      ("Create the profile service", Severity.info), ("Update the retry handling", .info),
      ("Change the text in the relevant file", .major),
    ])
  func places(item: String, severity: Severity) {
    let found = findings(.taskNoPath, in: "# Sync\n\n- [ ] \(item)\n")
    #expect(found.map(\.severity) == [severity])
  }
}
