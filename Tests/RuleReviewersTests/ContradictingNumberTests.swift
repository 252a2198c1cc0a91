import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Two values for one thing")
struct ContradictingNumberTests {
  private func found(_ design: String, _ task: String) -> [String] {
    let text = "# Parcel tracking\n\n## Design\n\n\(design)\n\n## Tasks\n\n\(task)\n"
    return [Rule.contradictingNumber, .unitMismatch].flatMap { findings($0, in: text) }.map(
      \.problem)
  }

  @Test("a value that a design and a task state differently is found once", arguments: differing)
  func differ(design: String, task: String) {
    #expect(found(design, task).count == 1)
  }

  @Test(
    "values of two things, of two cases, or of one in other units are left alone",
    arguments: agreeing)
  func agree(design: String, task: String) {
    #expect(found(design, task) == [])
  }

  @Test("the other place is told with its line and its words, and in a folder with its file")
  func places() {
    #expect(
      found("The request timeout is 30 s.", "- [ ] Set the request timeout to 10 s in `a.ts`")
        == ["Line 5 says “30 s”."])
  }

  @Test("the same number in another unit is a mismatch of units")
  func units() {
    let text =
      "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] In `call.ts` set `REQUEST_TIMEOUT_MS = 30`\n"
    #expect(findings(.unitMismatch, in: text).map(\.severity) == [.major])
    #expect(findings(.contradictingNumber, in: text).isEmpty)
    let close =
      "# Parts\n\nA part has a size of 64 KB.\n\n- [ ] Cut parts with a size of 64 KiB in `a.ts`\n"
    #expect(findings(.unitMismatch, in: close).map(\.severity) == [.minor])
  }

  @Test("what has three values is a listing")
  func listing() {
    #expect(
      found(
        "- Pool A: the request timeout is 5 s.\n- Pool B: the request timeout is 10 s.",
        "- [ ] The request timeout is 20 s in `c.ts`") == [])
  }

  private static let differing: [(String, String)] = [
    (
      "The request timeout is 30 s.",
      "- [ ] In `src/call.ts` set the request timeout to 10 s"
    ),
    (
      "Requests to the carrier time out after 30 seconds.",
      "### Task 1: Client\n\nWrite `src/client.ts` with a request timeout of 10 seconds."
    ),
    (
      "The client makes at most 3 attempts per call.",
      "- [ ] T001 Set `maxAttempts = 5` in `src/client.ts`"
    ),
    (
      "A failed call is retried three times.",
      "1. Add `retry()` in `src/retry.ts`; it retries a failed call 5 times."
    ),
    (
      "Links expire after 15 minutes.",
      "- [ ] 1.1 `src/links.ts`: a link expires after 45 minutes"
    ),
    (
      "| setting | value |\n|---|---|\n| page size | 50 |\n| poll interval | 60 s |",
      "- [ ] Show states in `src/list.ts` with a page size of 20"
    ),
    (
      "| setting | value |\n|---|---|\n| page size | 50 |\n| poll interval | 60 s |",
      "- [ ] Poll in `src/poll.ts` with a poll interval of 5 minutes"
    ),
    (
      "The poll interval is 60 s.",
      "```yaml\npoll_interval: 10s\n```"
    ),
    (
      "The poll interval is 60 s.",
      "```ts\nconst POLL_INTERVAL_MS = 10_000;\n```"
    ),
    (
      "Uploads of up to 10 MB are accepted.",
      "- [ ] In `src/upload.ts` answer 413 for uploads over 5 MB"
    ),
    (
      "**Limits:** a 10 MB upload limit.",
      "- [ ] In `src/upload.ts` enforce the upload limit of 5 MB"
    ),
    (
      "Sessions are kept for 30 days.",
      "- [ ] `src/session.ts`: sessions are kept for 14 days"
    ),
    (
      "Results are cached for 5 minutes.",
      "- [ ] Results are cached for 10 minutes in `src/cache.ts`"
    ),
    (
      "The worker polls the queue every 5 seconds.",
      "- [ ] `src/worker.ts` polls the queue every 10 seconds"
    ),
    (
      "FR-003: The system MUST keep audit entries for 90 days.",
      "- [ ] T004 `src/audit.ts`: delete audit entries older than 30 days (FR-003)"
    ),
    (
      "WHEN a token is older than 60 minutes THEN the system SHALL refuse it.",
      "- [ ] 2. Token check\n  - Refuse a token that is older than 30 minutes\n  - _Requirements: 1.1_"
    ),
    (
      "At most 5 deliveries run in parallel.",
      "### Task 2\n\nStart up to 10 deliveries in parallel in `src/deliver.ts`."
    ),
    (
      "Passwords have at least 12 characters.",
      "- [ ] `src/password.ts` refuses passwords with fewer than 8 characters"
    ),
    (
      "The server listens on port 8080.",
      "```yaml\nport: 9090\n```"
    ),
    (
      "The default timeout is 30 s.",
      "```python\ndef fetch(url: str, timeout: int = 10) -> bytes:\n```"
    ),
    (
      "A 30-second timeout applies to each request.",
      "- [ ] Each request has a timeout of 60 seconds (`src/http.ts`)"
    ),
    (
      "The cache holds 500 entries.",
      "- [ ] `src/cache.ts`: the cache holds at most 200 entries"
    ),
    (
      "Test coverage stays above 80 %.",
      "## Done when\n\n- test coverage is above 90 %"
    ),
    (
      "- Retry limit: 3\n- Backoff: 2 s",
      "- [ ] `src/retry.ts`: retry limit 5"
    ),
    (
      "The lock timeout is 5 s.",
      "- [ ] Run `flock --timeout 60 x`\n- [ ] Set `LOCK_TIMEOUT=60` in `.env`"
    ),
    (
      "Thumbnails are 200 px wide.",
      "- [ ] `src/thumb.ts` makes thumbnails 300 px wide"
    ),
    (
      "The rate limit is 100 requests per minute.",
      "- [ ] `src/limit.ts`: rate limit of 60 requests per minute"
    ),
  ]

  private static let agreeing: [(String, String)] = [
    (
      "The connect timeout is 5 s.",
      "- [ ] In `src/call.ts` set the read timeout to 30 s"
    ),
    (
      "The request timeout is 30 s.",
      "- [ ] In `src/call.ts` set `REQUEST_TIMEOUT_MS = 30000`"
    ),
    (
      "The request timeout is 30 s.",
      "- [ ] Raise the request timeout from 10 s to 30 s in `src/call.ts`"
    ),
    (
      "The request timeout was 10 s and is 30 s now.",
      "- [ ] Set the request timeout to 30 s"
    ),
    (
      "The client makes at most 3 attempts.",
      "- [ ] `src/client.ts`: 2 retries after the first call"
    ),
    (
      "It waits 1, 2 and 4 s between attempts.",
      "- [ ] `src/client.ts`: wait 1 s before attempt 2, wait 2 s before attempt 3"
    ),
    (
      "Passwords have at least 12 characters.",
      "- [ ] `src/password.ts`: passwords have at most 72 characters"
    ),
    (
      "Uploads of up to 10 MB are accepted.",
      "- [ ] Test in `test/upload.ts`: a file of 9 MB is accepted, a file of 11 MB gives 413"
    ),
    (
      "Links expire after 15 minutes.",
      "- [ ] Test in `test/links.ts`: a link opened after 14 minutes works, after 16 minutes it is refused"
    ),
    (
      "Links expire after 15 minutes.",
      "- [ ] The clean-up job runs every 60 minutes in `src/clean.ts`"
    ),
    (
      "The request timeout is 30 s.",
      "- [ ] If the carrier is slow, the request timeout is 60 s"
    ),
    (
      "The request timeout is 30 s.",
      "- [ ] For uploads the request timeout is 120 s"
    ),
    (
      "The client retries the upload 3 times.",
      "- [ ] `src/client.ts`: the client retries the download 5 times"
    ),
    (
      "The login page allows 5 attempts.",
      "- [ ] `src/deliver.ts`: delivery of a webhook is given up after 8 attempts"
    ),
    (
      "| plan | limit |\n|---|---|\n| free | 10 |\n| team | 100 |",
      "- [ ] `src/limit.ts`: read the limit from the table"
    ),
    (
      "The free plan has a limit of 10 projects.",
      "- [ ] `src/limit.ts`: the team plan has a limit of 100 projects"
    ),
    (
      "The server listens on port 8080.",
      "```yaml\nports:\n  - 5432:5432\n```\n\nPostgres listens on port 5432."
    ),
    (
      "Task 3 takes 2 hours.",
      "## Estimate\n\nTask 4 takes 5 hours."
    ),
    (
      "The page size is 50.",
      "- [ ] Test in `test/list.ts`: with 120 parcels there are pages of 50, 50 and 20"
    ),
    (
      "The page size is between 10 and 100.",
      "- [ ] The default page size is 50"
    ),
    (
      "```json\n{\"id\": 1, \"size\": 10}\n```",
      "```json\n{\"id\": 2, \"size\": 20}\n```"
    ),
    (
      "```sql\nname varchar(40)\n```",
      "```sql\ncity varchar(80)\n```"
    ),
    (
      "Messages in the queue are kept for 7 days.",
      "- [ ] Logs are kept for 30 days"
    ),
    (
      "The spinner appears after 300 ms.",
      "- [ ] The spinner disappears after 5 s"
    ),
    (
      "P95 latency is below 200 ms.",
      "- [ ] P99 latency is below 500 ms"
    ),
  ]
}
