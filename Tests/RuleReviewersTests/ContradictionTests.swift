import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Two places of a plan that do not agree")
struct ContradictionTests {
  private func found(_ rule: Rule, _ text: String) -> [String] {
    findings(
      rule, in: "# Parcel tracking\n\nGoal: carriers' states are shown in the shop.\n\n" + text
    )
    .map(\.problem)
  }

  @Test(
    "things and files that are left out and done all the same: found",
    arguments: [
      "## Non-goals\n\n- Push notifications\n- A mobile app\n\n## Tasks\n\n- [ ] Add push notifications for late parcels in `src/push.ts`\n",
      "Out of scope: bulk import, CSV export.\n\n## Tasks\n\n### Task 1: CSV export\n\nWrite `src/csv.ts`.\n",
      "## What we're NOT doing\n\n- No caching of states\n- Retrying failed webhooks\n\n## Tasks\n\n1. In `src/hook.ts`, retry failed webhooks after a minute.\n",
      "Do not touch `src/legacy/`.\n\n## Tasks\n\n- [ ] T001 Modify `src/legacy/poll.ts`: read the state\n",
      "`src/auth.ts` must not be changed.\n\n## Tasks\n\n- [ ] Update `src/auth.ts` to read the token\n",
      "`src/auth.ts` stays untouched.\n\n## Tasks\n\n- [ ] Update `src/auth.ts` to read the token\n",
      "## Boundaries\n\n- Never edit `src/auth.ts`.\n\n## Tasks\n\n- [ ] Delete `src/auth.ts`\n",
      "## Out of scope\n\n- `src/auth.ts`\n- `src/billing.ts`\n\n## Tasks\n\n- [ ] Modify `src/billing.ts`: add the carrier\n",
      "No new dependencies are added.\n\n## Tasks\n\n- [ ] `npm install axios`, then call the carrier in `src/call.ts`\n",
      "## Constraints\n\n- No new packages.\n\n## Tasks\n\n- [ ] Run `pip install httpx`\n",
      "Out of scope: schema changes.\n\n## Tasks\n\n- [ ] Create `migrations/0007_state.sql` with the column `state`\n",
      "We will not support multiple carriers per parcel.\n\n## Tasks\n\n- [ ] Support multiple carriers per parcel in `src/parcel.ts`\n",
      "Not part of this: pagination of the list.\n\n## Tasks\n\n- [ ] 2.1 Pagination of the list in `src/list.ts`, 50 a page\n",
      "Leave `src/c.c` untouched.\n\n## Tasks\n\n- [ ] Modify `src/a.c`, `src/b.c` (both small), `src/c.c`\n",
      "No changes to `src/routes.py`.\n\n## Tasks\n\n- [ ] T007 Add `GET /parcels.csv` to `src/routes.py`; it answers 200\n",
    ] as [String])
  func excludedButTasked(text: String) {
    #expect(!found(.excludedButTasked, text).isEmpty)
  }

  @Test(
    "things and files that are left out and done all the same: harmless look-alikes",
    arguments: [
      "## Non-goals\n\n- Push notifications\n\n## Tasks\n\n- [ ] In `src/push.ts` remove the push notifications flag\n",
      "Do not touch `src/legacy/`.\n\n## Tasks\n\n- [ ] Modify `src/poll.ts`: import from `src/legacy/poll.ts`\n",
      "Do not change `src/auth.ts` until Task 3 is merged.\n\n## Tasks\n\n- [ ] Modify `src/auth.ts`: add a field\n",
      "Out of scope: other carriers than the two named.\n\n## Tasks\n\n- [ ] Name the two carriers in `src/carriers.ts`\n",
      "## Non-goals\n\n- Changing the format of the API\n\n## Tasks\n\n- [ ] Return the state in the format of the API in `src/api.ts`\n",
      "No new dependencies.\n\n## Tasks\n\n- [ ] Run `npm install` and `npm ci`\n",
      "## Non-goals\n\n- Migration of old parcels\n\n## Tasks\n\n- [ ] Create `migrations/0007_state.sql` with the column `state`\n",
      "## Non-goals\n\n- Caching\n\n## Tasks\n\n- [ ] Send `Cache-Control: no-store` in `src/api.ts`\n",
      "Out of scope: authentication.\n\n## Tasks\n\n- [ ] Pass the authentication header on in `src/call.ts`\n",
      "`src/auth.ts` stays as it is; only its test moves.\n\n## Tasks\n\n- [ ] Move `test/auth.ts` to `test/unit/auth.ts`\n",
      "Leave `Makefile` untouched.\n\n## Tasks\n\n- [ ] Modify `test/Makefile`: build the new test\n",
    ] as [String])
  func noExcludedButTasked(text: String) {
    #expect(found(.excludedButTasked, text) == [])
  }

  @Test(
    "tasks and requirements that are not there: found",
    arguments: [
      "### Task 1: A\n\nText.\n\n### Task 2: B\n\nNeeds the type from Task 7.\n\n### Task 3: C\n\nText.\n",
      "- [ ] T001 a in `a.ts`\n- [ ] T002 b in `b.ts` (depends on T011)\n- [ ] T003 c in `c.ts`\n",
      "- [ ] 1.1 a in `a.ts`\n- [ ] 1.2 b in `b.ts`, after task 1.9\n- [ ] 1.3 c in `c.ts`\n",
      "- FR-001: The system MUST list.\n- FR-002: The system MUST add.\n- FR-003: The system MUST drop.\n\n## Tasks\n\n- [ ] List in `a.ts` (FR-001)\n- [ ] Drop in `b.ts` (FR-008)\n",
      "### Task 1: A\n\nText.\n\n### Task 2: B\n\nText.\n\n### Task 3: C\n\nText; merge the work of tasks 2 and 5.\n",
      "## Task 1: A\n\nText.\n\n## Task 2: B\n\n- [ ] Call `load()` as written in Task 6 and print it\n\n## Task 3: C\n\nText.\n",
      "- Modify: `docs/states.md` — the new states (Task 9)\n\n### Task 1: A\n\nText.\n\n### Task 2: B\n\nText.\n\n### Task 3: C\n\nText.\n",
    ] as [String])
  func danglingTaskRef(text: String) {
    #expect(!found(.danglingTaskRef, text).isEmpty)
  }

  @Test(
    "tasks and requirements that are not there: harmless look-alikes",
    arguments: [
      "### Task 1: A\n\nText.\n\n### Task 2: B\n\nNeeds the type from Task 1.\n\n### Task 3: C\n\nText.\n",
      "### Task 1: A\n\nText.\n\n### Task 2: B\n\nAs in Task 7 of the search plan.\n\n### Task 3: C\n\nText.\n",
      "### Task 1: A\n\nSee Task 12 in `docs/plans/search.md`.\n\n### Task 2: B\n\nText.\n\n### Task 3: C\n\nText.\n",
      "### Task 1: A\n\nText.\n\n### Task 2: B\n\nRun 5 tasks at once.\n\n### Task 3: C\n\nText.\n",
      "- [ ] T001 a\n- [ ] T002 b, see JIRA T109\n- [ ] T003 c\n",
      "- [ ] T001 a in `a.ts`\n- [ ] T002 b in `b.ts` (depends on T001)\n- [ ] T003 c in `c.ts`\n",
    ] as [String])
  func noDanglingTaskRef(text: String) {
    #expect(found(.danglingTaskRef, text) == [])
  }

  @Test(
    "changes of files that belong to others: found",
    arguments: [
      "**You own only these files:**\n\n- `src/a.ts`\n- `src/b.ts`\n\n## Tasks\n\n- [ ] Create `src/c.ts`\n",
      "Change only `src/a.ts` and `src/b.ts`.\n\n## Tasks\n\n- [ ] Modify `src/a.ts`\n- [ ] Modify `src/d.ts`: add the field\n",
      "Only `src/a.ts` may be edited.\n\n## Tasks\n\n- [ ] Modify `src/d.ts`: add the field\n",
      "## Allowed files\n\n- `src/a.ts`\n- `test/`\n\n## Tasks\n\n- [ ] Modify `src/d.ts`: add the field\n",
      "### Task 1: A\n\nCreate `src/a.ts`.\n\n### Task 2: B\n\nModify `src/q.ts`; `src/q.ts` is owned by Task 2.\n\n### Task 3: C\n\nModify `src/q.ts`: add the field.\n",
      "`src/q.ts` belongs to the search team.\n\n## Tasks\n\n- [ ] Modify `src/q.ts`: add the field\n",
    ] as [String])
  func ownedFilesViolated(text: String) {
    #expect(!found(.ownedFilesViolated, text).isEmpty)
  }

  @Test(
    "changes of files that belong to others: harmless look-alikes",
    arguments: [
      "**You own only these files:**\n\n- `src/a.ts`\n- `test/`\n\n## Tasks\n\n- [ ] Modify `src/a.ts`\n- [ ] Create `test/a.test.ts`\n",
      "Change only `src/a.ts` and `src/b.ts`.\n\n## Tasks\n\n- [ ] Modify `src/a.ts` so that it reads `src/d.ts`\n",
      "## Files\n\n- `src/a.ts`\n\n## Tasks\n\n- [ ] Modify `src/d.ts`: add the field\n",
      "If the parcel is late, change only `src/a.ts`.\n\n## Tasks\n\n- [ ] Modify `src/d.ts`: add the field\n",
    ] as [String])
  func noOwnedFilesViolated(text: String) {
    #expect(found(.ownedFilesViolated, text) == [])
  }

  @Test(
    "counts and what they count: found",
    arguments: [
      "The command gets three options:\n\n- `--all`\n- `--json`\n\nText.\n",
      "There are four states:\n\n| state | meaning |\n|---|---|\n| new | a |\n| sent | b |\n| done | c |\n",
      "- [ ] Add 3 columns: `a`, `b` to `t` in `db.sql`\n",
      "The work is done in three phases.\n\n## Phase 1: A\n\nText.\n\n## Phase 2: B\n\nText.\n",
      "It has the following 5 fields:\n\n1. a\n2. b\n3. c\n4. d\n",
      "Two new files: `a.ts`, `b.ts` and `c.ts`.\n",
    ] as [String])
  func countMismatch(text: String) {
    #expect(!found(.countMismatch, text).isEmpty)
  }

  @Test(
    "counts and what they count: harmless look-alikes",
    arguments: [
      "The command gets three options:\n\n- `--all`\n- `--json`\n- `--raw`\n",
      "At least three options:\n\n- `--all`\n- `--json`\n",
      "Two of the three options:\n\n- `--all`\n- `--json`\n",
      "Retry after 30 seconds:\n\n- first\n- second\n",
      "Two tests: `a.ts` covers reading, `b.ts` writing, and `c.ts` is renamed.\n",
      "Phase 2 has three tasks.\n\n## Phase 1\n\nText.\n\n## Phase 2\n\n- a\n- b\n- c\n",
      "Two commands:\n\n```bash\nmake a\n```\n\n- then\n- that\n",
      "The first two steps are enough.\n\n## Step 1\n\nText.\n\n## Step 2\n\nText.\n\n## Step 3\n\nText.\n",
    ] as [String])
  func noCountMismatch(text: String) {
    #expect(found(.countMismatch, text) == [])
  }

  @Test(
    "files and functions before their task: found",
    arguments: [
      "### Task 1: Page\n\nIn `src/page.ts` call `fetchStates()` on load.\n\n### Task 2: Client\n\nCreate `src/client.ts` with `fetchStates()`.\n",
      "- [ ] T001 Modify `src/client.ts`: add the header\n- [ ] T002 Create `src/client.ts`\n",
      "### Task 1: Page\n\nUses `load()` from Task 2.\n\n### Task 2: Client\n\nAdd `load()`.\n",
      "### Task 1: Page\n\n**Consumes:** `StateStore`\n\nModify `src/page.ts`.\n\n### Task 2: Store\n\n**Produces:** `StateStore`\n\nCreate `src/store.ts`.\n",
      "### Task 1: Page\n\nModify `src/page.ts`: import `StateBadge` and show it.\n\n### Task 2: Badge\n\nCreate `src/badge.tsx`:\n\n```tsx\nexport function StateBadge() { return null }\n```\n",
    ] as [String])
  func useBeforeDefine(text: String) {
    #expect(!found(.useBeforeDefine, text).isEmpty)
  }

  @Test(
    "files and functions before their task: harmless look-alikes",
    arguments: [
      "### Task 1: Page\n\nIn `src/page.ts` call `fetchStates()` on load; a stub until Task 2.\n\n### Task 2: Client\n\nCreate `src/client.ts` with `fetchStates()`.\n",
      "### Task 1: Failing test\n\nWrite `test/client.ts`, which calls `fetchStates()`.\n\n### Task 2: Client\n\nCreate `src/client.ts` with `fetchStates()`.\n",
      "### Task 1: Client\n\nCreate `src/client.ts` with `fetchStates()`.\n\n### Task 2: Page\n\nIn `src/page.ts` call `fetchStates()`.\n\n### Task 3: Types\n\nExtend what `fetchStates()` returns; add `fetchStates()` to the docs.\n",
      "### Task 1: Page\n\nModify `src/page.ts`: call the existing `fetchStates()`.\n\n### Task 2: Client\n\nAdd a parameter to `fetchStates()`.\n",
    ] as [String])
  func noUseBeforeDefine(text: String) {
    #expect(found(.useBeforeDefine, text) == [])
  }

  @Test(
    "rules and their examples: found",
    arguments: [
      "`state` is one of `new`, `sent` or `done`.\n\n```json\n{ \"state\": \"lost\" }\n```\n",
      "| field | type |\n|---|---|\n| `weight` | integer, grams |\n| `city` | string |\n\n```json\n{ \"weight\": \"12.5\", \"city\": \"Oslo\" }\n```\n",
      "All timestamps are RFC 3339 in UTC.\n\n```json\n{ \"created_at\": 1749549600 }\n```\n",
      "Times are Unix seconds.\n\n```json\n{ \"createdAt\": \"2026-01-01T00:00:00Z\" }\n```\n",
      "JSON keys are camelCase.\n\n- [ ] `GET /parcels` in `a.ts` answers `{\"parcel_id\": 4}`\n",
      "`days` is an integer from 1 to 31.\n\n```json\n{ \"days\": 45 }\n```\n",
      "- `priority` can be `low`, `normal` or `high`\n\n```json\n{ \"priority\": \"urgent\" }\n```\n",
      "- `urgent` (boolean)\n\nAn answer:\n\n```json\n{ \"urgent\": \"yes\" }\n```\n",
    ] as [String])
  func contradictingExample(text: String) {
    #expect(!found(.contradictingExample, text).isEmpty)
  }

  @Test(
    "rules and their examples: harmless look-alikes",
    arguments: [
      "`state` is one of `new`, `sent` or `done`.\n\n```json\n{ \"state\": \"sent\" }\n```\n",
      "`state` is one of `new`, `sent` or `done`.\n\nAn unknown state gives 422:\n\n```json\n{ \"state\": \"lost\" }\n```\n",
      "All timestamps are RFC 3339 in UTC.\n\n```json\n{ \"created_at\": \"2026-01-01T00:00:00Z\", \"count\": 174954960 }\n```\n",
      "`weight` is an integer or null.\n\n```json\n{ \"weight\": null }\n```\n",
      "`state` may be empty.\n\n```json\n{ \"state\": \"\" }\n```\n",
      "Keys are camelCase in the answer and snake_case in the database, not the other way.\n\n```json\n{ \"parcel_id\": 1 }\n```\n",
    ] as [String])
  func noContradictingExample(text: String) {
    #expect(found(.contradictingExample, text) == [])
  }

  @Test(
    "questions and decisions: found",
    arguments: [
      "## Decisions\n\n- Tokens rotate every 24 hours.\n\n## Open questions\n\n- Should tokens rotate?\n",
      "## Design\n\nWe use Postgres for the queue.\n\n## Open questions\n\n1. Redis or Postgres for the queue?\n",
      "## Decision 1: store states in SQLite\n\nStates are stored in SQLite, one row each.\n\n## Unresolved questions\n\n- Where are states stored?\n",
    ] as [String])
  func decidedButOpen(text: String) {
    #expect(!found(.decidedButOpen, text).isEmpty)
  }

  @Test(
    "questions and decisions: harmless look-alikes",
    arguments: [
      "## Decisions\n\n- Tokens rotate every 24 hours.\n\n## Open questions\n\n- Who is told when a token is stolen?\n",
      "## Decisions\n\n- Tokens rotate every 24 hours.\n\n## Open questions\n\n- Should tokens rotate? Yes, see above.\n",
      "## Decisions\n\n- The state is shown in the list.\n\n## Open questions\n\n- Does the list need a filter by carrier?\n",
    ] as [String])
  func noDecidedButOpen(text: String) {
    #expect(found(.decidedButOpen, text) == [])
  }

  @Test(
    "demands and bans: found",
    arguments: [
      "- The worker MUST delete the temporary file.\n\n## Notes\n\nThe worker must never delete the temporary file.\n",
      "- Always send the password in the mail.\n\n## Security\n\n- Do not send the password.\n",
    ] as [String])
  func contradictingModal(text: String) {
    #expect(!found(.contradictingModal, text).isEmpty)
  }

  @Test(
    "demands and bans: harmless look-alikes",
    arguments: [
      "- The worker MUST delete the temporary file.\n\n## Notes\n\nThe worker must not delete the source file.\n",
      "- The worker MUST delete the file when done.\n\n## Notes\n\nThe worker must not delete the file before the upload.\n",
    ] as [String])
  func noContradictingModal(text: String) {
    #expect(found(.contradictingModal, text) == [])
  }

  @Test(
    "spellings of code names: found",
    arguments: [
      "### Task 1: A\n\nCreate `a.ts` with `renderStateList(x)`.\n\n### Task 2: B\n\nCall `renderStateList(x)` in `b.ts`.\n\n### Task 3: C\n\nCall `renderStateLsit(x)` in `c.ts`.\n",
      "### Task 1: A\n\n**Produces:** `StateCache`\n\nCreate `a.ts`.\n\n### Task 2: B\n\n**Consumes:** `ParcelStateCache` (Task 1)\n\nModify `b.ts`.\n",
      "### Task 1: A\n\nCreate `a.ts` with `getUserById(x)`.\n\n### Task 2: B\n\nCall `getUserById(x)` in `b.ts`.\n\n### Task 3: C\n\nCall `getUserByID(x)` in `c.ts`.\n",
      "### Task 1: A\n\nCreate `a.py` with `load_state_rows()`.\n\n### Task 2: B\n\nCall `load_state_rows()` in `b.py`.\n\n### Task 3: C\n\nCall `loadStateRows()` in `c.py`.\n",
    ] as [String])
  func identifierVariant(text: String) {
    #expect(!found(.identifierVariant, text).isEmpty)
  }

  @Test(
    "spellings of code names: harmless look-alikes",
    arguments: [
      "Create `a.ts` with `parseRow()` and `parseRows()`; `parseRows()` calls `parseRow()`.\n",
      "Create `a.ts` with the class `StateCache`; `stateCache` is its one instance. `StateCache` has `get`.\n",
      "The columns `parcel_id`, `carrier_id` are `parcelId`, `carrierId` in TypeScript. `parcelId` is a string, `carrierId` too.\n",
      "### Task 1: A\n\nCreate `a.ts` with `saveState()`.\n\n### Task 2: B\n\nCall `loadState()` and `saveState()` (Task 1).\n",
    ] as [String])
  func noIdentifierVariant(text: String) {
    #expect(found(.identifierVariant, text) == [])
  }

  @Test(
    "spellings of paths: found",
    arguments: [
      "- [ ] Create `src/user-service.ts`\n- [ ] Modify `src/user-service.ts`\n- [ ] Modify `src/userService.ts`: log\n",
      "- [ ] Create `src/components/List.tsx`\n- [ ] Create `src/components/Row.tsx`\n- [ ] Modify `src/component/Cell.tsx`\n",
      "- [ ] Create `src/parcels.ts`\n- [ ] Test `src/parcels.ts`\n- [ ] Modify `src/pracels.ts`: log\n",
    ] as [String])
  func pathVariant(text: String) {
    #expect(!found(.pathVariant, text).isEmpty)
  }

  @Test(
    "spellings of paths: harmless look-alikes",
    arguments: [
      "- [ ] Create `src/parse.ts`\n- [ ] Modify `src/parse.ts`\n- [ ] Modify `src/parser.ts`: log\n",
      "- [ ] Create `src/test.ts`\n- [ ] Modify `src/test.ts`\n- [ ] Modify `src/text.ts`: log\n",
      "- [ ] Create `src/v1/a.ts`\n- [ ] Modify `src/v1/a.ts`\n- [ ] Modify `src/v2/a.ts`: log\n",
      "- [ ] Create `docs/readme.md`\n- [ ] Modify `src/docs/`\n- [ ] Modify `src/docs`\n",
    ] as [String])
  func noPathVariant(text: String) {
    #expect(found(.pathVariant, text) == [])
  }

  @Test(
    "each finding about two places names the line and the words of the other one",
    arguments: [
      (Rule.excludedButTasked, "Do not change `src/a.ts`.\n\n- [ ] Modify `src/a.ts`: log\n"),
      (.ownedFilesViolated, "Change only `src/a.ts`.\n\n- [ ] Modify `src/b.ts`: log\n"),
      (.useBeforeDefine, "- [ ] Modify `src/b.ts`: log\n- [ ] Create `src/b.ts`\n"),
      (
        .decidedButOpen,
        "Decided: tokens rotate every day.\n\n## Open questions\n\n- Should tokens rotate?\n"
      ),
    ])
  func places(rule: Rule, text: String) throws {
    let problem = try #require(found(rule, text).first)
    #expect(problem.hasPrefix("Line ") && problem.contains(" says “"))
  }
}
