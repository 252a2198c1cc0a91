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
      ("A tag matches `v1`, another is asked for, and anything else is an error", false),
      ("But rows stay stale until a deposit, a withdrawal, etc.", false),
      ("Check tags, names, and anything", true),
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
      ("- Add models sufficient to satisfy the tests of `load()`", false),
      ("- Add sufficient models", true),
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
      ("Should other files be allowed? (I suspect maybe, but another proposal can tell)", false),
      ("Should other files be allowed? (ask the support team)", true),
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

  @Test(
    "a guess at the size of a fix is no doubt about it",
    arguments: [
      ("Probably a one-line fix in the mapping.", false), ("Probably rename the mapping.", true),
    ])
  func guesses(item: String, isFound: Bool) {
    let plan = "# Sync\n\n- [ ] Patch it. \(item)\n"
    #expect(findings(.hedgedInstruction, in: plan).isEmpty == !isFound)
  }

  @Test("a parameter and the private field that keeps it are two names")
  func fields() {
    let use = "- [ ] In `a.py` read `_session_factory` twice: `_session_factory`\n"
    let plan = "# Sync\n\n- [ ] Pass `session_factory` to `Loader`\n\(use)\(use)"
    #expect(findings(.identifierVariant, in: plan).isEmpty)
  }

  @Test("tests listed for the whole check its tasks, too")
  func listed() {
    let task = "### Task 1: Change the counter\n\nIn `src/seats.php` count them.\n"
    let tests = (1...3).map { "- Case \($0): `\($0)` seats are counted\n" }.joined()
    let other = "\n### Task 2: Change the mail\n\nIn `src/mail.php` test that it is sent.\n"
    let found = findings(
      .taskNoVerification, in: "# Seats\n\n\(task)\(other)\n## Tests\n\n\(tests)")
    #expect(found.allSatisfy { $0.severity == .info })
  }

  @Test("what is said not to be live yet changes nothing that runs")
  func notLive() {
    let plan = "# Sync\n\n- [ ] Release status: not live until the tag is decided\n"
    #expect(findings(.noRollback, in: plan).isEmpty)
  }
}
