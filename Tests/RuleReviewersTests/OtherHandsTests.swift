import CheckModel
import Testing

@testable import RuleReviewers

/// Ways of writing that are no faults, as plans of many hands have them, beside the fault that is alike.
@Suite("What other people write, and what they forget")
struct OtherHandsTests {
  @Test(
    "a line that speaks of tasks does not define them",
    arguments: [
      ("- T004 and T005 can run in parallel\n- T008 and T009 can run in parallel", false),
      ("- T004, T005 first\n- T008 → T009", false), ("- [ ] T004 Sort\n- [ ] T008 Print", true),
    ])
  func mentions(text: String, isFound: Bool) {
    let plan = """
      # Rooms

      - [ ] T001 Read
      - [ ] T002 Parse
      - [ ] T003 Count
      \(isFound ? text : "- [ ] T004 Sort\n- [ ] T005 Print\n\n## Order\n\n- T001 and T002 first\n\(text)")

      """
    #expect(findings(.numberingGap, in: plan).isEmpty == !isFound)
  }

  @Test("a number that comes twice is reported once, and not as a gap too")
  func twice() {
    let plan = "# Rooms\n\n" + [1, 2, 3, 4, 5, 3, 6].map { "- [ ] T00\($0) Step\n" }.joined()
    #expect(findings(.numberingGap, in: plan).isEmpty)
  }

  @Test(
    "a range of requirements names all of them",
    arguments: [
      ("1.1-1.3", true), ("1.1–1.3", true), ("1.1 - 1.3", true), ("1.1, 1.3", false), ("1", true),
    ])
  func range(mention: String, isTraced: Bool) {
    let criteria = (1...3).map { "\($0). WHEN a room is \($0) THEN it SHALL be shown" }
    let plan = """
      # Rooms

      ### Requirement 1: Rooms

      #### Acceptance Criteria

      \(criteria.joined(separator: "\n"))

      ## Tasks

      - [ ] 1. Show the rooms in `src/list.ts`
        - _Requirements: \(mention)_

      """
    #expect(findings(.requirementUntraced, in: plan).isEmpty == isTraced)
  }

  @Test(
    "a comment that says none is an answer",
    arguments: [
      ("<!-- None. Nothing else changes. -->", false), ("<!-- Describe it -->", true), ("", true),
    ])
  func none(comment: String, isFound: Bool) {
    let plan =
      "# Rooms\n\n## What changes\n\nThe list.\n\n## Other parts\n\n\(comment)\n\n## Notes\n\nNone.\n"
    #expect(findings(.emptySection, in: plan).isEmpty == !isFound)
  }

  @Test(
    "a list is closed by what stands around it",
    arguments: [
      ("Show it in all views (chat, tools, etc.).", false),
      ("Pass it on, and so on up the three callers: `a`, `b`, `c`.", false),
      ("Show it in the views (chat, tools, etc.).", true),
      ("Strip blanks, tabs and so on from names.", true),
    ])
  func lists(sentence: String, isFound: Bool) {
    #expect(
      findings(.openEndedList, in: "# Rooms\n\n- [ ] \(sentence)\n").isEmpty == !isFound)
  }

  @Test(
    "a home on another machine is no home here",
    arguments: [
      ("git remote add dev ec2-user@host:/home/ec2-user/rooms.git", false),
      ("scp rooms.json me@host:/home/me/", false), ("cp /home/anna/rooms.json .", true),
    ])
  func homes(command: String, isFound: Bool) {
    #expect(
      findings(.absoluteHomePath, in: "# Rooms\n\n- [ ] Run `\(command)`\n").isEmpty == !isFound)
  }

  @Test(
    "code that says where it belongs places its task",
    arguments: [
      ("// src/list.ts\nsort();", false), ("# list.py, line 12\nsort()", false),
      ("// sort the rooms first\nsort();", true), ("sort();", true),
    ])
  func fences(code: String, isFound: Bool) {
    let plan = "# Rooms\n\n### Task 1: Update the list\n\nSort it:\n\n```\n\(code)\n```\n"
    #expect(findings(.taskNoPath, in: plan).isEmpty == !isFound)
  }

  @Test("steps that are checked together need no check of their own")
  func together() {
    let steps = (1...3).map {
      "### Task \($0): Change the list\n\nIn `src/list\($0).ts` sort the rooms.\n"
    }.joined(separator: "\n")
    let whole = "\n## Verification\n\n- `npm test` passes\n"
    #expect(findings(.taskNoVerification, in: "# Rooms\n\n" + steps + whole).isEmpty)
    #expect(findings(.taskNoVerification, in: "# Rooms\n\n" + steps).isEmpty == false)
  }

  @Test(
    "what is seen, and what nobody can see",
    arguments: [
      ("Create a room, filter by it, verify it appears", false),
      ("All pages render correctly without client-side routing errors", false),
      ("Filtering works correctly", true), ("The page renders correctly without errors", true),
      ("Verify it works", true),
    ])
  func seen(sentence: String, isFound: Bool) {
    let plan = "# Rooms\n\n## Acceptance criteria\n\n- \(sentence)\n"
    #expect(findings(.vagueVerification, in: plan).isEmpty == !isFound)
  }

  @Test(
    "the next order of a sentence explains nothing of the one before",
    arguments: [
      ("Give up after a reasonable number of tries and set `failed`", true),
      ("Give up after a reasonable number of tries and set it to 3", false),
      ("Give up after a reasonable number of tries (`3`)", false),
    ])
  func clauses(sentence: String, isFound: Bool) {
    #expect(
      findings(.vagueCriterion, in: "# Rooms\n\n- [ ] \(sentence)\n").isEmpty == !isFound)
  }

  @Test("a letter without a heading is cut into the paragraphs that begin a piece of work")
  func letter() {
    let text = """
      Hi, the room list is slow, see the numbers below.

      First add an index in `db/0007.sql`; it takes 6 minutes.

      It blocks nobody.

      Then change the query in `src/list.go` to use it, 9 ms are expected.

      Thanks!

      """
    let pieces = Evidence(PlanReading(plan(text))).pieces
    #expect(pieces.map(\.paths) == [1, 1])
  }

  @Test("what follows below a heading takes nothing from work that stands under none")
  func letterWithHeading() {
    let text = """
      First add an index in `db/0007.sql`; it takes 6 minutes.

      Then change the query in `src/list.go` to use it, 9 ms are expected.

      ## Background

      The region has a long story.

      """
    let pieces = Evidence(PlanReading(plan(text))).pieces
    #expect(pieces.map(\.paths) == [1, 1])
  }
}
