import CheckModel
import Testing

@testable import RuleReviewers

@Suite("What a task or a plan does not say")
struct AbsenceTests {
  @Test(
    "the task that alone names no file is found in every style",
    arguments: [
      "- [ ] T001 Add `load()` to `src/load.ts`\n- [ ] T002 Add `save()` to the module\n- [ ] T003 Print it in `src/print.ts`",
      "1. Add `load()` to `src/load.ts`\n2. In the right place add `save()`\n3. Print it in `src/print.ts`",
      "### Task 1: Load\n\nAdd `load()` to `src/load.ts`.\n\n### Task 2: Save\n\nAdd `save()`.\n\n### Task 3: Print\n\nPrint it in `src/print.ts`.",
      "- [ ] 1.1 `src/load.ts`: `load()`\n- [ ] 1.2 the module: `save()`\n- [ ] 1.3 `src/print.ts`: `print()`\n- [ ] 1.4 `src/a.ts`: `a()`",
      "- [ ] 1. Loading\n  - Create `src/load.ts`\n- [ ] 2. Saving\n  - Write the bytes\n- [ ] 3. Printing\n  - Create `src/print.ts`",
      "| # | file | change |\n|---|---|---|\n| 1 | `src/load.ts` | add `load()` |\n| 2 | the module | add `save()` |\n| 3 | `src/print.ts` | add `print()` |",
    ])
  func alone(text: String) {
    #expect(findings(.taskNoPath, in: "# Sync\n\n## Tasks\n\n\(text)\n").count == 1)
  }

  @Test(
    "words that leave the file open are found where they stand",
    arguments: [
      "- [ ] Move `open()` to the right file", "- [ ] Update the relevant module so that it waits",
      "- [ ] the proper file: `\"wait\": 2` becomes `3`", "- [ ] Update the module to wait",
      "- In the appropriate class, wait two seconds",
      "### Task 1: Wait\n\n**Files:** the relevant place\n\nWait two seconds.",
      "### 2. Waiting\n\n- **Files**: the right files\n- **Task**: wait two seconds",
      "- [ ] 3. Waiting\n  - Add the pause in the suitable script",
      "| File | Change |\n|---|---|\n| the right file | wait two seconds |",
      "1. Create the relevant component with a pause\n2. Run `make check`",
    ])
  func unnamed(text: String) {
    #expect(findings(.taskNoPath, in: "# Sync\n\n## Tasks\n\n\(text)\n").count == 1)
  }

  @Test(
    "such words leave nothing open beside the file, or about what the program does",
    arguments: [
      "- [ ] Put it into the right file, `src/wait.ts`",
      "- [ ] In `src/wait.ts` open the relevant file of the reader",
      "- [ ] `wait()` answers with the appropriate status 409",
      "- [ ] Edit `a.ts` and `b.ts`; the relevant files are listed below",
      "- [ ] `src/menu.ts`: the badge sits at the right place of the title",
      "- [ ] Run `make check`; each test lies in the right folder",
    ])
  func named(text: String) {
    #expect(findings(.taskNoPath, in: "# Sync\n\n## Tasks\n\n\(text)\n").isEmpty)
  }

  @Test(
    "a command that only shows something wants its outcome, where the others have theirs",
    arguments: [
      ("`kubectl -n shop get pods`.", 1), ("Run `git show -M --stat HEAD`.", 1),
      ("`aws ec2 describe-vpcs --vpc-ids vpc-1`.", 1), ("`systemctl status shop`.", 1),
      ("`terraform plan -no-color`.", 1), ("`kubectl apply -f shop.yaml`.", 0),
      ("`git push origin main`.", 0), ("`kubectl rollout restart deploy/shop`.", 0),
      ("`docker compose up -d`.", 0), ("`kubectl get pods` lists two.", 0),
    ])
  func shown(step: String, count: Int) {
    let text = """
      # Sync

      ## Tasks

      1. Add `load()` to `src/load.ts`. `npm test load` prints `4 passed`.
      2. Add `save()` to `src/save.ts`. `npm test save` prints `3 passed`.
      3. \(step)

      """
    #expect(findings(.commandNoExpected, in: text).count == count)
  }

  @Test(
    "a task that changes no file needs none",
    arguments: [
      "Run `make check`, it prints 0 failures", "Commit as `Load and print`",
      "Verify the output by hand",
      "Review the change with the team", "Deploy to staging", "Update the README",
      "Open a pull request",
      "`make check` exits 0", "Restart the server", "Write the release notes",
      "After the deploy: run the command again", "`RoomList`: sort by name",
      "`Rooms.find/2`: sort by name",
    ])
  func looking(title: String) {
    let text = """
      # Sync

      ## Tasks

      - [ ] Add `load()` to `src/load.ts`
      - [ ] Add `save()` to `src/save.ts`
      - [ ] Print it in `src/print.ts`
      - [ ] \(title)

      """
    #expect(findings(.taskNoPath, in: text).isEmpty)
  }

  @Test(
    "a way back is one of the data or the release",
    arguments: [
      ("An error rolls the transaction back.", true), ("Undo restores the scroll position.", true),
      ("The window's session is restored.", true), ("No rollback is planned.", true),
      ("Rollback: run `0007_down.sql`.", false), ("Revert the release before.", false),
      ("`-- +goose Down` only raises an exception.", true),
      ("`def down` does nothing.", true), ("`-- +goose Down` adds the column again.", false),
      ("The way back is the release before.", false), ("The change is additive.", false),
      ("Restore the table from the dump.", false), ("It is undone by `make down`.", false),
    ])
  func wayBack(text: String, isFound: Bool) {
    let plan = "# Users\n\n\(text)\n\n- [ ] Drop the column `email` of the table `users`\n"
    #expect(findings(.noRollback, in: plan).isEmpty == !isFound)
  }

  @Test(
    "an endpoint is one that the plan makes when its sentence says what it takes or does",
    arguments: [
      ("`POST /refunds` takes `{\"amount\": 5}` and books it.", 1),
      ("**R1** `DELETE /refunds/{id}` cancels the booking.", 1),
      ("Today `POST /refunds` takes the amount.", 0), ("`GET /refunds` takes a limit.", 0),
    ])
  func endpoints(text: String, count: Int) {
    let plan = "# Refunds\n\n## Behavior\n\n\(text)\n\n- [ ] Write it in `src/refunds.ts`\n"
    #expect(findings(.noAuthorisation, in: plan).count == count)
  }

  @Test("a copy that nothing puts back is minor")
  func copy() {
    let plan =
      "# Users\n\n- [ ] Back up the table\n- [ ] Drop the column `email` of the table `users`\n"
    #expect(findings(.noRollback, in: plan).map(\.severity) == [.minor])
  }

  @Test(
    "who may call a new endpoint is said by words about access, and not by others",
    arguments: [
      ("Other banks are out of scope.", true), ("The author is Finance.", true),
      ("It returns a token.", true), ("The public API grows.", true),
      ("Rows whose author left stay, as the list that the public pages of the shop show.", true),
      ("Only the role `finance` may call it.", false), ("Others get 403.", false),
      ("It needs a bearer token.", false), ("Visitors who are signed in see it.", false),
      ("It is open to everybody without a token.", false), ("`requireAuth` guards it.", false),
    ])
  func access(text: String, isFound: Bool) {
    let plan = "# Refunds\n\n\(text)\n\n- [ ] Add `POST /refunds` to `routes.ts`; it answers 201\n"
    #expect(findings(.noAuthorisation, in: plan).isEmpty == !isFound)
  }

  @Test(
    "a published name that goes",
    arguments: [
      ("Rename the flag `--out` to `--output`", true),
      ("Remove the endpoint `GET /v1/orders`", true),
      ("The header `X-Old` is removed from all responses", true),
      ("Drop `OLD_API_URL` in favor of `API_URL`", true),
      ("Rename the environment variable `PORT`", true), ("Remove the webhook `order.paid`", true),
      ("The field `state` of the response is renamed to `status`", true),
      ("Rename the function `out()` to `output()`", false), ("Remove the unused import", false),
      ("Remove the blank line in the header of the file", false),
      ("Rename `a.ts` to `b.ts`", false),
      ("The user can remove an option from the list", false), ("Add the flag `--output`", false),
      ("Rename the flag `--out`; `--out` stays as an alias", false),
      ("Remove the deprecated flag `--out`", false),
    ])
  func published(title: String, isFound: Bool) {
    let plan = "# Report\n\n- [ ] \(title) in `src/cli.ts`\n"
    #expect(findings(.noCompatStatement, in: plan).isEmpty == !isFound)
  }

  @Test(
    "an anchor leads to a heading however tools spell it",
    arguments: [
      ("#limits", true), ("#Limits", true), ("#limits-and-sizes", false), ("#2-send--check", true),
      ("#2-send-check", true), ("#send-check", false), ("#part", true), ("#top", true),
      ("#limits-1", true),
      ("https://a.example/#limts", true), ("other.md#limts", true), ("#", true),
    ])
  func anchors(target: String, isThere: Bool) {
    let plan = """
      # Sync

      See [it](\(target)).

      ## Limits

      5 MB.

      ## 2. Send & check

      <a id="part"></a>

      Text.

      """
    #expect(findings(.danglingAnchor, in: plan).isEmpty == isThere)
  }

  @Test(
    "one requirement twice, and two that differ in one word",
    arguments: [
      ("The system MUST log every delivery with its payload", true),
      ("Each delivery MUST be logged by the system with its payload", true),
      ("The system MUST log every delivery with its signature", false),
      ("The system MUST NOT log every delivery with its payload", false),
      ("The worker MUST log every delivery with its payload", false),
    ])
  func doubled(text: String, isFound: Bool) {
    let plan = """
      # Webhooks

      - FR-001: The system MUST log each delivery with its payload.
      - FR-002: The system MUST send them in the order of the changes.
      - FR-003: \(text).

      """
    #expect(findings(.duplicateRequirement, in: plan).isEmpty == !isFound)
  }

  @Test(
    "a step without its outcome among steps that have one",
    arguments: [
      ("Run `npm test store`.", true),
      ("`npm test store`", true), ("Run `npm test store`; 4 passed.", false),
      ("Run the tests, all pass.", false), ("Run `npm install`.", false),
      ("`git commit -m \"Store\"`", false), ("Run `npm test load`.", false),
    ])
  func outcome(step: String, isFound: Bool) {
    let plan = """
      # Sync

      ### Task 1: Load

      - [ ] Create `src/load.ts`
      - [ ] Run `npm test load`. Expected: 4 passed.

      ### Task 2: Store

      - [ ] Create `src/store.ts`
      - [ ] \(step)

      ### Task 3: Print

      - [ ] Create `src/print.ts`
      - [ ] Run `npm test print`. Expected: 3 passed.

      """
    #expect(findings(.commandNoExpected, in: plan).isEmpty == !isFound)
  }
}
