import CheckModel
import Testing

@testable import RuleReviewers

/// Each case stands for findings on public plans that two readers, independently, did not accept.
@Suite("What a fair reader would not call a fault")
struct FairReadingTests {
  @Test(
    "heading without text",
    arguments: [
      ("## Bugs\n\n## P0 - Tree\n\nText.\n\n## P1 - Crash\n\nText.\n", false),
      ("## Tests (mandatory)\n\n## 1) Unit\n\nText.\n\n## 2) Manual\n\nText.\n", false),
      ("## Bugs\n\n## Tests\n\nText.\n\n## 2) Manual\n\nText.\n", true),
      ("## Answered questions\n\n## Rollout\n\nText.\n", false),
      ("## Rollback\n\n## Rollout\n\nText.\n", true),
    ])
  func headings(text: String, isFound: Bool) {
    #expect(findings(.emptySection, in: "# Sync\n\nText.\n\n" + text).isEmpty == !isFound)
  }

  @Test(
    "lists that end openly",
    arguments: [
      (
        "Keep working what does not modify data: functions that only read it (`len`, `get`, etc.)",
        false
      ),
      ("✓ Map the classes (Event, Todo, etc.)", false),
      ("Map the classes (Event, Todo, etc.)", true),
      ("Move the constants `A`, `B`, etc. to `config.rs`", true),
    ])
  func lists(item: String, isFound: Bool) {
    #expect(findings(.openEndedList, in: "# Sync\n\n- \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "words that decide nothing, and those that need not",
    arguments: [
      ("- Run `make gpu`: all tests pass (they skip gracefully without a card)", false),
      ("- `MAX` (default: 20) limits the calls\n- Both have sensible defaults", false),
      ("- `MAX` limits the calls\n- Both have sensible defaults", true),
      ("- Let the tests skip gracefully without a card", true),
    ])
  func words(items: String, isFound: Bool) {
    #expect(findings(.vagueCriterion, in: "# Sync\n\n## Tasks\n\n\(items)\n").isEmpty == !isFound)
  }

  @Test(
    "ways out",
    arguments: [
      ("Run `bundle install` (and `yarn install` if needed)", false),
      ("Adapt the helpers (and the mocks if needed)", true),
      ("Adapt the helpers if needed", true),
    ])
  func excuses(item: String, isFound: Bool) {
    #expect(findings(.escapeClause, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "questions",
    arguments: [
      ("Was this fixed since? The agent should check `git log -- a.ts` to see it.", false),
      ("Was this fixed since? The audit was in May.", true),
    ])
  func questions(item: String, isFound: Bool) {
    let plan = "# Sync\n\n## Open questions\n\n1. \(item)\n"
    #expect(findings(.openQuestion, in: plan).isEmpty == !isFound)
  }

  @Test("tests that are there already are kept", arguments: ["Maintain", "Preserve", "Keep"])
  func kept(verb: String) {
    let plan = "# Sync\n\n- [ ] \(verb) all existing test coverage\n"
    #expect(findings(.testsUnspecified, in: plan).allSatisfy { $0.severity == .info })
  }

  @Test(
    "when it is done",
    arguments: [
      ("Run cargo test and verify all 46 tests pass", false),
      ("`npm test`: the suite is green", false),
      ("Write more of it", true),
    ])
  func done(task: String, isFound: Bool) {
    let plan = "# Sync\n\n- [ ] Add `a()` to `a.rs`\n- [ ] \(task)\n"
    #expect(findings(.noAcceptance, in: plan).isEmpty == !isFound)
  }

  @Test("two methods joined by a slash are no endpoint")
  func methods() {
    let plan = "# Sync\n\n- [ ] Add a guard so that forms (POST/PUT) complete after navigation\n"
    #expect(findings(.noAuthorisation, in: plan).isEmpty)
  }

  @Test("what is listed as forbidden is no change")
  func forbidden() {
    let plan = """
      # Sync

      Only change these files: `src/a.ts`.

      ## Tasks

      - [ ] Modify `src/a.ts`: add `a()`

      ## 2. Do not

      - Change `src/config.ts`

      """
    #expect(findings(.ownedFilesViolated, in: plan).isEmpty)
  }

  @Test("a table that only some fill in holds no decision")
  func hints() {
    let table = "| a | b |\n|---|---|\n| [e.g., 4th project] | [current need] |\n"
    let own = findings(.templateResidue, in: "# Sync\n\n## Choices\n\n\(table)")
    #expect(own.contains { $0.severity > .info })
    let others = findings(
      .templateResidue,
      in: "# Sync\n\n## Choices\n\n> Fill ONLY if there are violations\n\n\(table)")
    #expect(others.allSatisfy { $0.severity == .info })
  }
}
