import CheckModel
import Testing

@testable import RuleReviewers

/// Ways in which people state what the witnesses and the rules of absence look for.
@Suite("What a plan states in its own words")
struct StatementTests {
  private static let work = """
    ## Work

    1. Add `freed_at` (timestamp, nullable) to the rows in `src/rooms/list.ts`.
    2. Let `listRooms(freeOnly: boolean)` in `src/rooms/query.ts` filter by it.
    """

  /// The answer of one witness.
  private static func answer(_ question: String, _ text: String) -> QuestionAnswer.Answer? {
    Witness.byQuestion[question]?.measure(Evidence(PlanReading(plan(text))))
      .answer(oftenNotApplicable: true)
  }

  @Test(
    "what it is for",
    arguments: [
      "We want the room list to open in under a second on the tablets in the foyer; today it takes four.",
      "Right now guests have to reload the page to see a freed room. This plan changes that: the list refreshes itself every 30 seconds.",
      "**What this gives us:** the list in `src/rooms/list.ts` shows freed rooms without a reload.",
      "**TL;DR** — freed rooms appear in the list within 30 s, without a reload.",
      "## In short\n\nFreed rooms appear in the list within 30 seconds.",
      "## What we are building\n\nA list of rooms that refreshes itself every 30 seconds.",
      "## The ask\n\nReception asked for a room list that refreshes itself every 30 seconds.",
      "> Goal: freed rooms appear in the list within 30 s.",
      "| | |\n|---|---|\n| Ticket | ROOM-81 |\n| Desired outcome | Freed rooms appear in the list within 30 s, without a reload |",
      "- Problem: guests reload the page to see freed rooms\n- Fix: poll `/rooms` every 30 s",
      "## End state\n\nOnce all steps are through, `rooms list` shows rooms that were freed within the last 30 seconds.",
      "## User value\n\nA guest standing at the tablet sees a freed room within 30 s.",
      "As a receptionist I need the list to refresh itself, so I don't hand out rooms that are taken.",
      "Ticket ROOM-81. Bug: `rooms list` prints rooms that are already taken. Expected: taken rooms are left out.",
      "`rooms list` currently prints taken rooms. It should leave them out.",
      "This change teaches `rooms list` to leave out taken rooms.",
      "Taken rooms have no place in the output of `rooms list`; that's what gets fixed here.",
      "## Symptom\n\n`rooms list` prints rooms that are already taken.",
      "The `rooms list` command grows a `--free` flag that prints only free rooms.",
      "## Deliverable\n\nA flag `--free` for `rooms list` that prints only free rooms.",
      "Motivation: support gets ten mails a week from guests who were handed a taken room. With this, `rooms list --free` prints only free ones.",
      "Goal\n----\n\nOnly free rooms in `rooms list --free`.",
      "When this is done, `rooms list --free` prints only free rooms.",
    ])
  func goal(text: String) {
    let plan = "# Room list\n\n\(text)\n\n\(Self.work)\n"
    #expect(findings(.noGoal, in: plan).isEmpty)
  }

  @Test(
    "remarks about the document are no goal",
    arguments: [
      "See `docs/rooms.md` for the numbers.", "Status: draft, second round",
      "This file tracks the tasks of the second sprint.", "Read the whole page before you start.",
      "> **For agentic workers:** use the skill for tasks.", "Last updated: Monday after lunch",
    ])
  func remark(text: String) {
    let plan = "# Room list\n\n\(text)\n\n\(Self.work)\n"
    #expect(findings(.noGoal, in: plan).count == 1)
  }

  @Test(
    "wishes for tests say not when the whole is done",
    arguments: [
      "## Testing\n\n- [ ] Write unit tests for the list\n- [ ] Add integration tests",
      "## Testing & documentation\n\n- Create component tests\n- Update the README",
      "**Tests**: No framework in place. Manual testing only.",
      "### Performance & Testing\n\n1. Implement caching\n2. Add load tests",
      "## Test plan\n\nUnit and integration tests.",
    ])
  func wishes(text: String) {
    let plan = "# Show freed rooms\n\nThe list shows freed rooms.\n\n\(Self.work)\n\n\(text)\n"
    #expect(findings(.noAcceptance, in: plan).count == 1)
  }

  @Test(
    "prose that changes files wants a check, too, though less",
    arguments: [
      ("Update `src/rooms.ts` so that it skips rooms that are taken.", 1),
      ("Create `rooms.sh`, which prints the free rooms.", 1),
      ("Edit `src/rooms.ts`: skip taken rooms. `test/rooms.ts` is tested with five.", 0),
      ("Edit `src/rooms.ts`. Verify with five rooms, two of them taken: three are listed.", 0),
      ("Rooms that are taken should not be shown.", 0),
    ])
  func prose(text: String, count: Int) {
    let found = findings(.noAcceptance, in: "# Show freed rooms\n\n\(text)\n")
    #expect(found.map(\.severity) == Array(repeating: .minor, count: count))
  }

  @Test(
    "when the whole is done",
    arguments: [
      "Done means: `rooms list --free` prints only free rooms and exits 0.",
      "We're finished once `rooms list --free` prints 3 rooms for the fixture.",
      "We can close the ticket when `npm test` is green and `rooms list --free` prints 3 rooms.",
      "## How we know it works\n\n- `rooms list --free` prints 3 rooms for `fixtures/week.json`\n- `rooms list` prints 5",
      "## You're done when\n\n- `rooms list --free` prints 3 rooms",
      "## Proof\n\n- `rooms list --free` prints 3 rooms",
      "## Exit criteria\n\n1. `rooms list --free` prints 3 rooms",
      "## What good looks like\n\n- `rooms list --free` prints 3 rooms",
      "## Final check\n\nRun `npm test`; all 41 tests pass. Then run `rooms list --free`; it prints 3 rooms.",
      "## Finish line\n\n`rooms list --free` prints 3 rooms for `fixtures/week.json`.",
      "## Observable results\n\n- `rooms list --free` prints 3 rooms",
      "## After this change\n\n- `rooms list --free` prints 3 rooms\n- `rooms list` prints 5",
      "## Expected\n\n- `rooms list --free` prints 3 rooms",
      "## Demo\n\n1. Start the server with `npm start`.\n2. `curl localhost:3000/rooms?free=1` answers 3 rooms.",
      "The change is complete as soon as `rooms list --free` prints 3 rooms for `fixtures/week.json`.",
      "To accept this, reviewers run `rooms list --free` and see 3 rooms.",
      "| Check | Result |\n|---|---|\n| `rooms list --free` | 3 rooms |\n| `rooms list` | 5 rooms |",
      "## Behaviour to confirm\n\n- With `fixtures/week.json`, `rooms list --free` prints 3 rooms.",
      "Merge only if `npm test` passes with 41 tests and `rooms list --free` prints 3 rooms.",
      "## Then\n\nGiven five rooms of which two are taken, when I run `rooms list --free`, then 3 rooms are printed.",
    ])
  func acceptance(text: String) {
    let plan = "# Show freed rooms\n\nThe list shows freed rooms.\n\n\(Self.work)\n\n\(text)\n"
    #expect(findings(.noAcceptance, in: plan).isEmpty)
    #expect(Self.answer("verification.4", plan) != .no)
  }

  @Test(
    "what the product calls done is no end of the work",
    arguments: [
      "A row is accepted if its price is above zero.", "The connection is closed when it idles.",
      "A booking is complete once the guest has paid.",
      "The server is ready when the port is open.",
    ])
  func product(text: String) {
    let plan = "# Show freed rooms\n\nThe list shows freed rooms.\n\n\(Self.work)\n\n\(text)\n"
    #expect(Self.answer("verification.4", plan) == .no)
  }

  @Test(
    "what a command shows",
    arguments: [
      "Run `npm test -- list` and you should see `4 passing`.",
      "`npm test -- list` must be green (4 passing).",
      "`npm test -- list` → 4 passing",
      "`npm test -- list` ends with `4 passing`.",
      "`npm test -- list` now says `4 passing`.",
      "After that `npm test -- list` is green with 4 tests.",
      "With `npm test -- list`, 4 tests pass.",
      "`npm test -- list` gives `4 passing`.",
      "`npm test -- list` comes back with 4 passing.",
      "```bash\nnpm test -- list\n```\n\nYou get `4 passing`.",
      "```bash\n$ npm test -- list\n4 passing\n```",
      "```bash\nnpm test -- list   # 4 passing\n```",
      "`curl -s localhost:3000/rooms` answers with status 200 and 3 rooms.",
      "`curl -s localhost:3000/rooms` has to come back with a 200.",
      "`grep -c free src/rooms/list.ts` is 2.",
      "`grep -rn oldName src` finds nothing any more.",
      "`git status --short` lists exactly two files.",
      "Check: `npm test -- list`. Result: 4 passing.",
      "`npm test -- list` (4 tests, all pass)",
      "`npm test -- list` exits with 0.",
      "`npm run lint` has nothing to say.",
      "`npm run lint` stays silent.",
      "`npm run build` goes through without a warning.",
      "Make sure `npm test -- list` still reports 41 passing.",
      "```console\n$ rooms list --free\nA1\nB2\nC3\n```",
      "Run `npm test -- list`.\n\nThe four tests of `list.test.ts` pass.",
    ])
  func outcome(text: String) {
    let plan = """
      # Show freed rooms

      ### Task 1: Add the column

      Add `freed_at` (timestamp, nullable) to the rows in `src/rooms/list.ts`.

      \(text)

      """
    #expect(Self.answer("verification.2", plan) == .yes)
  }

  @Test(
    "a command without its outcome",
    arguments: [
      "Run `npm test -- list`.", "`npm test -- list` runs the tests of the list.",
      "Use `npm test -- list` for this.", "`npm test -- list` in the folder of the server",
      "Start with `npm test -- list` and go on.",
    ])
  func silent(text: String) {
    let plan = "# Rooms\n\n### Task 1: Add the column\n\nAdd it to `src/list.ts`.\n\n\(text)\n"
    #expect(Self.answer("verification.2", plan) != .yes)
  }

  @Test(
    "the way back",
    arguments: [
      "If it goes wrong, redeploy the previous tag `v2.3.1`; the column does no harm.",
      "To get back: drop the column again with `ALTER TABLE rooms DROP COLUMN freed_at`.",
      "Should the job misbehave, set `ROOMS_BACKFILL=off` and redeploy.",
      "Switch the flag `rooms.freed` off and the old list is back within a minute.",
      "In case of trouble `alembic downgrade -1` brings the old schema back.",
      "The old code can live with the new column, so deploying the previous release is enough.",
      "Undoing it: `git revert` the commit and run `migrations/0007_down.sql`.",
      "If the numbers are off we put the dump from step 1 back with `pg_restore`.",
      "Recovery: load `rooms-before.sql`.",
      "The migration has a reverse: `migrations/0007.down.sql`.",
      "Backing out means deploying the previous image.",
      "## If something breaks\n\nDeploy the previous image; the column stays, nobody reads it.",
      "## Abort\n\nStop the job. The rows written so far are harmless and can stay.",
      "## Plan B\n\nPoint the service back at the old table.",
      "Until step 4 nothing is lost: switching `ROOMS_TABLE` back to `rooms_old` is enough.",
      "Both tables are kept for two weeks so that we can switch back.",
      "`bin/rails db:rollback` takes the column away.",
      "The change is one commit; reverting that commit removes it.",
    ])
  func wayBack(text: String) {
    let plan = """
      # Room list

      The list shows when a room was freed.

      ## Work

      1. Migration `migrations/0007.sql`: `ALTER TABLE rooms ADD COLUMN freed_at timestamptz;`
      2. Backfill `freed_at` from `bookings` with `scripts/backfill.py` in production.

      \(text)

      """
    #expect(findings(.noRollback, in: plan).isEmpty)
    #expect(Self.answer("reversibility.1", plan) == .yes)
  }

  @Test(
    "what comes back in the product is no way back of the release",
    arguments: [
      "The user gets the old list back with the back button.", "The answer comes back in 2 s.",
      "The previous room is shown first.", "The page goes back to the top.",
      "Old rows are kept for a year.", "## Rollback\n\nTBD",
    ])
  func noWayBack(text: String) {
    let plan = """
      # Room list

      The list shows when a room was freed.

      - [ ] Backfill `freed_at` from `bookings` with `scripts/backfill.py`

      \(text)

      """
    #expect(findings(.noRollback, in: plan).count == 1)
  }

  @Test(
    "what happens when it goes wrong",
    arguments: [
      "If the server answers 500, the list keeps its last rows and shows `offline`.",
      "A server that does not answer within 5 s counts as offline: the last rows stay.",
      "With no rooms at all the list says `No rooms`.",
      "For an empty file `rooms list` prints nothing and exits 0.",
      "A broken line in `rooms.csv` is skipped and counted in `skipped`.",
      "An id that does not exist gives 404 with `{\"error\":\"no such room\"}`.",
      "Anything other than a number → exit 2 and `not a number: X`.",
      "`rooms list --limit 0` → usage error, exit 64.",
      "Two receptionists pressing at once: the second one gets 409.",
      "No network: the button is gray and the tooltip says `No connection`.",
      "When the token has run out, the client asks for a new one once, then gives up with `login needed`.",
      "Wrong password: 401, nothing is stored.",
      "Disk full: the half-written `rooms.tmp` is deleted and the job ends with 1.",
      "Names over 80 characters are cut at 80.",
      "The file may be absent; then the defaults of `config.ts` hold.",
      "| Input | Answer |\n|---|---|\n| unknown room | 404 |\n| taken room | 409 |",
      "Garbage in the `since` parameter is answered with 400.",
      "Nothing found? `rooms list` prints `none` and exits 1.",
    ])
  func failure(text: String) {
    let plan = """
      # Show freed rooms

      ## Work

      1. Fetch `GET /rooms` from the booking API every 30 s in `src/rooms/client.ts`.
      2. Write what came to `rooms.json` through the queue `rooms-in`.

      \(text)

      """
    #expect(findings(.noFailurePath, in: plan).isEmpty)
    #expect(Self.answer("coverage.1", plan) != .no)
  }
}
