import CheckModel
import Testing

@testable import RuleReviewers

/// Each case stands for findings on public requirements and plans that two readers, independently, did not accept,
/// beside one that they would.
@Suite("What a fair reader of requirements would not call a fault")
struct FairRequirementReadingTests {
  @Test(
    "a soft word is held against criteria, demands, values and short orders, and noted elsewhere",
    arguments: [
      ("## Acceptance criteria\n\n- Messages are helpful\n", Severity.minor),
      ("## Design\n\nThe page SHALL keep sufficient contrast.\n", .minor),
      ("## Tasks\n\n- [ ] Save files to appropriate directories\n", .minor),
      ("## Tasks\n\n- [ ] **Step 3:** Use a sensible format\n", .minor),
      ("## Tasks\n\n- [ ] Verify the image `base:12` is appropriate\n", .minor),
      ("## Design\n\nFailed calls must be sent again after a suitable delay.\n", .minor),
      ("## Tasks\n\n1. Set `goarch` appropriately for each block\n", .info),
      ("## Design\n\nLarge lists are shown in a suitable way.\n", .info),
    ])
  func softWords(text: String, severity: Severity) {
    let found = findings(.vagueCriterion, in: "# Pages\n\nText.\n\n" + text)
    #expect(found.map(\.severity) == [severity])
  }

  @Test(
    "equal words in another order say the same only where whole clauses moved",
    arguments: [
      ("While the dark theme is active, the viewer MUST apply light text colors to labels.", false),
      ("The viewer MUST apply dark text colors to labels while the light theme is active.", true),
      ("While the light theme is active, the viewer MUST apply text dark colors to labels.", true),
    ])
  func exchangedWords(second: String, isFound: Bool) {
    let plan = """
      # Themes

      - FR-001: While the light theme is active, the viewer MUST apply dark text colors to labels.
      - FR-002: \(second)

      """
    #expect(findings(.duplicateRequirement, in: plan).isEmpty == !isFound)
  }

  @Test(
    "numbered demands below a heading of criteria are the requirement's cases",
    arguments: [
      ("#### Acceptance criteria\n\n1. The page SHALL use the colors of `theme.css`\n", false),
      ("#### Acceptance criteria\n\n#### Notes\n\nThe page SHALL use colors.\n", true),
      ("The page SHALL use the colors of `theme.css`.\n", true),
    ])
  func listedCriteria(last: String, isFound: Bool) {
    let cases = ["Save", "List"].enumerated().map { index, name in
      """
      ### Requirement \(index + 1): \(name)

      #### Acceptance criteria

      1. WHEN it is opened THEN the page SHALL show \(index + 1) rows


      """
    }
    let plan = "# Pages\n\n" + cases.joined() + "### Requirement 3: Colors\n\n" + last
    #expect(findings(.requirementNoScenario, in: plan).isEmpty == !isFound)
  }

  @Test(
    "a denial changes no running system",
    arguments: [
      ("No deployment to production is part of this.", false),
      ("No downtime: deploy the branch to production.", true),
      ("Without downtime, migrate the users table and drop the old column.", true),
      ("Deploy the branch to production.", true),
    ])
  func denials(sentence: String, isFound: Bool) {
    #expect(findings(.noRollback, in: "# Pages\n\n- [ ] \(sentence)\n").isEmpty == !isFound)
  }

  @Test(
    "what is closed or checked when it is built is no choice",
    arguments: [
      ("The names must be closed at implementation time.", false),
      ("The format must be chosen at implementation time.", true),
      ("Leave the names to the executor at implementation time.", true),
    ])
  func laterChecks(sentence: String, isFound: Bool) {
    #expect(findings(.unresolvedChoice, in: "# Pages\n\n- [ ] \(sentence)\n").isEmpty == !isFound)
  }

  @Test(
    "a label is no makeshift",
    arguments: [
      ("**Quick fix**:\n\n```py\na = 1\n```\n", false), ("Add a quick fix to `a.py`.\n", true),
    ]
  )
  func labels(text: String, isFound: Bool) {
    let plan = "# Pages\n\n## Tasks\n\n### Task 1: Warnings\n\n" + text
    #expect(findings(.temporaryMeasure, in: plan).isEmpty == !isFound)
  }

  @Test(
    "cases that are mapped to names are criteria",
    arguments: [
      ("- No account → `NotConnected`\n- On denial → `PermissionDenied`\n", false),
      ("- No account → an error\n- On denial → another\n", true),
      ("1. Move the helpers for tokens → `src/t.rs`\n2. Move those for ids → `src/i.rs`\n", true),
    ])
  func mappedCases(text: String, isFound: Bool) {
    let plan = "# Ids\n\n- [ ] Add `userID()` to `src/ids.rs`\n\n## Behavior\n\n" + text
    #expect(findings(.noAcceptance, in: plan).isEmpty == !isFound)
  }

  @Test(
    "a blank that says what to see is half filled",
    arguments: [
      ("- Place: TBD (see open decisions)\n", Severity.minor), ("- Place: TBD\n", .major),
      ("- Place: TBD until people see it\n", .major),
    ])
  func referredBlanks(text: String, severity: Severity) {
    let found = findings(.placeholderMarker, in: "# Move\n\n## Constraints\n\n" + text)
    #expect(found.map(\.severity) == [severity])
  }

  @Test(
    "doubts that point at something are no orders",
    arguments: [
      ("Maybe this example helps with the tool", false), ("Maybe cache the result", true),
      ("Maybe the tool should be cached", true), ("Perhaps the whole cache is deleted", true),
    ])
  func pointers(item: String, isFound: Bool) {
    #expect(findings(.hedgedInstruction, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "what is only to be considered is no order, and what is to be kept in mind is no doubt",
    arguments: [
      ("Consider explicit start confirmation after the game", true),
      ("Consider snapshot cleanup", true), ("Consider the case of no rows", false),
      ("Consider rows older than 3 days as stale", false), ("Consider only open rows", false),
      ("Consider negative amounts invalid", false),
    ])
  func considered(item: String, isFound: Bool) {
    #expect(findings(.hedgedInstruction, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "two orders of which only one can be carried out",
    arguments: [
      ("Remove or gate any fast paths", true), ("Delete or archive the old rows", true),
      ("Keep or drop the legacy flag", true), ("T012 Remove or update `old_test`", true),
      ("Add or update the tests", false), ("Create or replace the view `v`", false),
      ("Remove or delete both rows", false), ("Remove or keep rows as the table says", false),
      ("Remove or archive rows if they are older than 3 days", false),
      ("Enable or disable the toggle", false), ("Remove or keep the users table", true),
      ("Archive or delete notes from the list", false),
    ])
  func opposedOrders(item: String, isFound: Bool) {
    #expect(findings(.unresolvedChoice, in: "# Sync\n\n- [ ] \(item)\n").isEmpty == !isFound)
  }

  @Test(
    "pages and later changes are done when they stand there",
    arguments: [
      ("Create the start page", "In `ml/index.html` list both papers.", false),
      ("Change the retry loop (future work)", "In `src/retry.rs` wait.", false),
      ("Change the retry loop", "In `src/retry.rs` wait.", true),
      ("Change the parser of future dates", "In `src/retry.rs` wait.", true),
      ("Change the form", "In `src/login.component.html` call `login`.", true),
    ])
  func pages(title: String, text: String, isFound: Bool) {
    let plan = """
      # Site

      ### Task 1: \(title)

      \(text)

      ### Task 2: Print the count

      In `src/print.rs`. Run `cargo test print`.

      """
    #expect(findings(.taskNoVerification, in: plan).isEmpty == !isFound)
  }

  @Test(
    "an edit that is undone at once needs no place in the list of files",
    arguments: [
      ("Temporarily modify `src/b.ts`, see it fail, then restore it", false),
      ("Modify `src/b.ts`: print the port", true),
      ("Create `src/b.ts` so that users can undo a label", true),
    ])
  func undoneEdits(item: String, isFound: Bool) {
    let plan = """
      # Labels

      **Files you own (do not create or change others):**
      - `src/a.ts`

      ## Tasks

      - [ ] Modify `src/a.ts`: open the port
      - [ ] \(item)

      """
    #expect(findings(.ownedFilesViolated, in: plan).isEmpty == !isFound)
  }
}
