import CheckModel
import Testing

@testable import PlanParsing

@Suite("Work that is done")
struct DoneWorkTests {
  private func state(_ text: String) -> PlanState {
    PlanParser.parse(PlanInput(path: "plan.md", bytes: Array(text.utf8))).state
  }

  @Test("a plan that is done is known in every style", arguments: done)
  func isDone(style: String, text: String) {
    #expect(state(text) == .done)
  }

  @Test("a plan with work left is not taken to be done", arguments: open)
  func isOpen(style: String, text: String) {
    #expect(state(text) != .done)
  }

  private static let done: [(String, String)] = [
    (
      "[x]",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [x] Create `src/state.ts` with `parseState(x)`\n- [x] Show the state in `src/list.ts`\n- [x] Test both in `test/state.test.ts`; `npm test` passes\n- [x] Log unknown states in `src/log.ts`\n"
    ),
    (
      "[X] T-ids",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [X] T001 Create `src/state.ts` with `parseState(x)`\n- [X] T002 Show the state in `src/list.ts`\n- [X] T003 Test both in `test/state.test.ts`; `npm test` passes\n- [X] T004 Log unknown states in `src/log.ts`\n"
    ),
    (
      "[x] nested",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: State\n\n- [x] **Step 1: test**\n- [x] **Step 2: code**\n\n### Task 2: List\n\n- [x] **Step 1: test**\n- [x] **Step 2: code**\n"
    ),
    (
      "[✓]",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [✓] Create `src/state.ts` with `parseState(x)`\n- [✓] Show the state in `src/list.ts`\n- [✓] Test both in `test/state.test.ts`; `npm test` passes\n- [✓] Log unknown states in `src/log.ts`\n"
    ),
    (
      "[✔] ",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [✔] Create `src/state.ts` with `parseState(x)`\n- [✔] Show the state in `src/list.ts`\n- [✔] Test both in `test/state.test.ts`; `npm test` passes\n- [✔] Log unknown states in `src/log.ts`\n"
    ),
    (
      "[✅]",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [✅] Create `src/state.ts` with `parseState(x)`\n- [✅] Show the state in `src/list.ts`\n- [✅] Test both in `test/state.test.ts`; `npm test` passes\n- [✅] Log unknown states in `src/log.ts`\n"
    ),
    (
      "✅ bullets",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- ✅ Create `src/state.ts` with `parseState(x)`\n- ✅ Show the state in `src/list.ts`\n- ✅ Test both in `test/state.test.ts`; `npm test` passes\n- ✅ Log unknown states in `src/log.ts`\n"
    ),
    (
      "✅ numbered",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. ✅ Create `src/state.ts` with `parseState(x)`\n2. ✅ Show the state in `src/list.ts`\n3. ✅ Test both in `test/state.test.ts`; `npm test` passes\n4. ✅ Log unknown states in `src/log.ts`\n"
    ),
    (
      "✅ at the end",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)` ✅\n2. Show the state in `src/list.ts` ✅\n3. Test both in `test/state.test.ts`; `npm test` passes ✅\n4. Log unknown states in `src/log.ts` ✅\n"
    ),
    (
      "✅ headings",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### ✅ Task 1: Create `src/state.ts` with `parseState(x)`\n\nText about it.\n\n### ✅ Task 2: Show the state in `src/list.ts`\n\nText about it.\n\n### ✅ Task 3: Test both in `test/state.test.ts`; `npm test` passes\n\nText about it.\n\n### ✅ Task 4: Log unknown states in `src/log.ts`\n\nText about it.\n\n"
    ),
    (
      "heading (done)",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)` (done)\n\nText about it.\n\n### Task 2: Show the state in `src/list.ts` (done)\n\nText about it.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes (done)\n\nText about it.\n\n### Task 4: Log unknown states in `src/log.ts` (done)\n\nText about it.\n\n"
    ),
    (
      "heading - DONE",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)` - DONE\n\nText about it.\n\n### Task 2: Show the state in `src/list.ts` - DONE\n\nText about it.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes - DONE\n\nText about it.\n\n### Task 4: Log unknown states in `src/log.ts` - DONE\n\nText about it.\n\n"
    ),
    (
      "heading [DONE]",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)` [DONE]\n\nText about it.\n\n### Task 2: Show the state in `src/list.ts` [DONE]\n\nText about it.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes [DONE]\n\nText about it.\n\n### Task 4: Log unknown states in `src/log.ts` [DONE]\n\nText about it.\n\n"
    ),
    (
      "struck numbered",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. ~~Create `src/state.ts` with `parseState(x)`~~\n2. ~~Show the state in `src/list.ts`~~\n3. ~~Test both in `test/state.test.ts`; `npm test` passes~~\n4. ~~Log unknown states in `src/log.ts`~~\n"
    ),
    (
      "struck bullets",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- ~~Create `src/state.ts` with `parseState(x)`~~\n- ~~Show the state in `src/list.ts`~~\n- ~~Test both in `test/state.test.ts`; `npm test` passes~~\n- ~~Log unknown states in `src/log.ts`~~\n"
    ),
    (
      "struck + done",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- ~~Create `src/state.ts` with `parseState(x)`~~ done\n- ~~Show the state in `src/list.ts`~~ done\n- ~~Test both in `test/state.test.ts`; `npm test` passes~~ done\n- ~~Log unknown states in `src/log.ts`~~ done\n"
    ),
    (
      "struck checkbox",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [x] ~~Create `src/state.ts` with `parseState(x)`~~\n- [x] ~~Show the state in `src/list.ts`~~\n- [x] ~~Test both in `test/state.test.ts`; `npm test` passes~~\n- [x] ~~Log unknown states in `src/log.ts`~~\n"
    ),
    (
      "Status: done per task",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)`\n\n**Status:** Done\n\nText about it.\n\n### Task 2: Show the state in `src/list.ts`\n\n**Status:** Done\n\nText about it.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes\n\n**Status:** Done\n\nText about it.\n\n### Task 4: Log unknown states in `src/log.ts`\n\n**Status:** Done\n\nText about it.\n\n"
    ),
    (
      "Status: ✅ Completed",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)`\n\n- **Status**: ✅ Completed\n- **Files**: `a.ts`\n\n### Task 2: Show the state in `src/list.ts`\n\n- **Status**: ✅ Completed\n- **Files**: `a.ts`\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes\n\n- **Status**: ✅ Completed\n- **Files**: `a.ts`\n\n### Task 4: Log unknown states in `src/log.ts`\n\n- **Status**: ✅ Completed\n- **Files**: `a.ts`\n\n"
    ),
    (
      "Status plain",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Phase 1: Create `src/state.ts` with `parseState(x)`\n\nStatus: complete\n\nText about it.\n\n### Phase 2: Show the state in `src/list.ts`\n\nStatus: complete\n\nText about it.\n\n### Phase 3: Test both in `test/state.test.ts`; `npm test` passes\n\nStatus: complete\n\nText about it.\n\n### Phase 4: Log unknown states in `src/log.ts`\n\nStatus: complete\n\nText about it.\n\n"
    ),
    (
      "front matter",
      "---\nstatus: completed\n---\n# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "document status",
      "# Parcel states\n\n**Status:** Completed\n\n**Goal:** the shop shows states.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "Implemented status",
      "# Parcel states\n\nStatus: Implemented\nDate: 2026-01-01\n\n## Goal\n\nThe shop shows states.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "table",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n| id | task | status |\n|---|---|---|\n| 1 | Create `src/state.ts` with `parseState(x)` | Done |\n| 2 | Show the state in `src/list.ts` | Done |\n| 3 | Test both in `test/state.test.ts`; `npm test` passes | Done |\n| 4 | Log unknown states in `src/log.ts` | Done |\n"
    ),
    (
      "table ✅",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n| id | task | status |\n|---|---|---|\n| 1 | Create `src/state.ts` with `parseState(x)` | ✅ |\n| 2 | Show the state in `src/list.ts` | ✅ |\n| 3 | Test both in `test/state.test.ts`; `npm test` passes | ✅ |\n| 4 | Log unknown states in `src/log.ts` | ✅ |\n"
    ),
    (
      "Completed section",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Completed\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "kiro",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Implementation plan\n\n- [x] 1. State\n  - [x] 1.1 Create `src/state.ts` with `parseState(x)`\n  - [x] 1.2 Show the state in `src/list.ts`\n- [x] 2. Tests\n  - [x] 2.1 Test both in `test/state.test.ts`; `npm test` passes\n"
    ),
    (
      "title done",
      "# [DONE] Parcel states\n\n**Goal:** the shop shows states.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "title completed",
      "# Parcel states (completed)\n\n**Goal:** the shop shows states.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
  ]

  private static let open: [(String, String)] = [
    (
      "[ ]",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [ ] Create `src/state.ts` with `parseState(x)`\n- [ ] Show the state in `src/list.ts`\n- [ ] Test both in `test/state.test.ts`; `npm test` passes\n- [ ] Log unknown states in `src/log.ts`\n"
    ),
    (
      "half",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [x] Create `src/state.ts` with `parseState(x)`\n- [x] Show the state in `src/list.ts`\n- [ ] Test both in `test/state.test.ts`; `npm test` passes\n- [ ] Log unknown states in `src/log.ts`\n"
    ),
    (
      "criteria ✅",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n- [ ] Create `src/state.ts` with `parseState(x)`\n- [ ] Show the state in `src/list.ts`\n- [ ] Test both in `test/state.test.ts`; `npm test` passes\n- [ ] Log unknown states in `src/log.ts`\n\n## Acceptance\n\n- ✅ states are shown\n- ✅ unknown ones are logged\n"
    ),
    (
      "Status: draft",
      "# Parcel states\n\n**Status:** Draft\n\n**Goal:** the shop shows states.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "Done when",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)`\n\n**Done when:** it works on `x`.\n\n### Task 2: Show the state in `src/list.ts`\n\n**Done when:** it works on `x`.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes\n\n**Done when:** it works on `x`.\n\n### Task 4: Log unknown states in `src/log.ts`\n\n**Done when:** it works on `x`.\n\n"
    ),
    (
      "Status field",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n\nStatus: done is written to the column when the parcel arrives.\n"
    ),
    (
      "one struck",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Tasks\n\n1. ~~Create `src/state.ts` with `parseState(x)`~~\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "status done but open boxes",
      "# Parcel states\n\n**Status:** Done\n\n**Goal:** the shop shows states.\n\n## Tasks\n\n- [ ] Create `src/state.ts` with `parseState(x)`\n- [ ] Show the state in `src/list.ts`\n- [ ] Test both in `test/state.test.ts`; `npm test` passes\n- [ ] Log unknown states in `src/log.ts`\n"
    ),
    (
      "✅ decisions",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n## Options\n\n- ✅ Postgres\n- ❌ Redis\n\n## Tasks\n\n1. Create `src/state.ts` with `parseState(x)`\n2. Show the state in `src/list.ts`\n3. Test both in `test/state.test.ts`; `npm test` passes\n4. Log unknown states in `src/log.ts`\n"
    ),
    (
      "Status per task open",
      "# Parcel states\n\n**Goal:** the shop shows the carrier's state of each parcel, so that nobody calls.\n\n### Task 1: Create `src/state.ts` with `parseState(x)`\n\n**Status:** Not started\n\nText about it.\n\n### Task 2: Show the state in `src/list.ts`\n\n**Status:** Not started\n\nText about it.\n\n### Task 3: Test both in `test/state.test.ts`; `npm test` passes\n\n**Status:** Not started\n\nText about it.\n\n### Task 4: Log unknown states in `src/log.ts`\n\n**Status:** Not started\n\nText about it.\n\n"
    ),
  ]
}
