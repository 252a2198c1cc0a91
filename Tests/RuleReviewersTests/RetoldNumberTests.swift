import Testing

@testable import RuleReviewers

@Suite("One number in two places that are worded differently")
struct RetoldNumberTests {
  private func found(_ one: String, _ other: String) -> Int {
    let between = other.hasPrefix("- [") ? "## Tasks\n\n" : ""
    let text = "# Parcel desk\n\n## Requirements\n\n\(one)\n\n\(between)\(other)\n"
    return [Rule.contradictingNumber, .unitMismatch].reduce(0) { $0 + findings($1, in: text).count }
  }

  @Test("two values of one thing are found, whatever the words around them", arguments: differing)
  func differ(one: String, other: String) {
    #expect(found(one, other) == 1)
  }

  @Test("values of two things or of two sides of one are left alone", arguments: agreeing)
  func agree(one: String, other: String) {
    #expect(found(one, other) == 0)
  }

  private static let differing: [(String, String)] = [
    (
      "Uploads larger than 20 MB are refused with 413.",
      "- [ ] In `src/upload.ts` check that the upload's `size` is at most 60 MB before the body is read"
    ),
    (
      "| What | Value |\n|---|---|\n| Session timeout | 30 minutes |",
      "## Acceptance\n\n- After 90 minutes without a request the session has timed out, and `/me` answers 401."
    ),
    (
      "A request may return 500 rows at most.",
      "- [ ] `src/rows.ts`: requests for more than 1500 rows are answered with 400"
    ),
    (
      "The server listens on port 8081.",
      "- [ ] Run `curl -s localhost:24243/health`; it prints `ok` (the server runs on port 24243)"
    ),
    (
      "Deleted notes are kept for 30 days.",
      "- [ ] `src/purge.ts`: the nightly job removes notes that were deleted more than 90 days ago"
    ),
    (
      "Invitations expire after 48 hours.",
      "- [ ] `src/invite.ts`: an invitation that is 144 hours old can no longer be accepted"
    ),
    (
      "The search field waits 300 ms after the last keystroke.",
      "- [ ] In `src/search.ts` debounce the search field by 900 ms"
    ),
    (
      "A lock on a document lasts 10 minutes.",
      "- [ ] `src/lock.ts`: take the document's lock for 30 minutes"
    ),
    (
      "The dashboard answers within 200 ms at the 95th percentile.",
      "## Acceptance\n\n- p95 of the dashboard stays under 600 ms in the load test."
    ),
    (
      "The exchange rates are cached for 5 minutes.",
      "- [ ] In `src/rates.ts` keep the exchange rates in the cache for 15 minutes"
    ),
    (
      "The importer reads the file in batches of 200 rows.",
      "- [ ] `src/import.ts`: write each batch of 600 rows in one transaction"
    ),
    (
      "The client polls the job's state every 15 seconds.",
      "- [ ] `src/poll.ts`: `setInterval` with 45 seconds between two polls of the job's state"
    ),
    (
      "Cover images are 320 px wide.",
      "- [ ] `src/cover.ts`: resize the cover image to a width of 960 px"
    ),
    (
      "A user can have at most 10 API keys.",
      "- [ ] `src/keys.ts`: creating a key answers 409 when the user has 30 API keys already"
    ),
    (
      "Login is blocked for 15 minutes after five wrong passwords.",
      "- [ ] `src/login.ts`: after 5 wrong passwords block the login for 45 minutes"
    ),
    (
      "Backups are deleted after 14 days.",
      "- [ ] `backup.sh`: keep the backups of the last 42 days, delete older ones"
    ),
    (
      "An access token is valid for 60 minutes.",
      "- [ ] `src/token.ts`: the access token carries `exp` 180 minutes after `iat`"
    ),
    (
      "The export stops at 10,000 records.",
      "- [ ] `src/export.ts`: write no more than 30,000 records to the export"
    ),
    (
      "A reminder is sent 3 days before the due date.",
      "## Acceptance\n\n- A loan that is due in 9 days gets its reminder; the reminder goes out 9 days before the due date."
    ),
    (
      "Titles are cut after 80 characters.",
      "- [ ] `src/title.ts`: truncate titles to 240 characters"
    ),
    (
      "The search field waits 300 ms after the last keystroke.",
      "- [ ] In `src/search.ts` debounce the search field by 300 s"
    ),
    (
      "Uploads larger than 20 MB are refused.",
      "- [ ] In `src/upload.ts` refuse uploads of more than 20 KB"
    ),
    (
      "Deleted notes are kept for 30 days.",
      "- [ ] `src/purge.ts`: remove notes that were deleted more than 30 hours ago"
    ),
    (
      "The exchange rates are cached for 5 minutes.",
      "- [ ] In `src/rates.ts` the cache holds the exchange rates for 5 hours"
    ),
    (
      "A chunk has 512 KB.",
      "- [ ] `src/chunks.ts` cuts the file into chunks of 512 MB"
    ),
    (
      "Login is blocked for 15 minutes after five wrong passwords.",
      "- [ ] `src/login.ts`: after 5 wrong passwords the login is blocked for 15 seconds"
    ),
    (
      "A visitor returns some or all tickets of the order until 24 hours before the time slot.",
      "409 `too_late`: visitor only, less than 72 hours before the slot by the database clock."
    ),
    (
      "The migration begins with `SET LOCAL lock_timeout = '5s'`.",
      "- On a copy of the production database, with the lock timeout of 15 s, the migration ends in a minute."
    ),
  ]

  private static let agreeing: [(String, String)] = [
    (
      "A field of 20 bytes still gives five characters.",
      "- [ ] Cover a field with a two-byte character and padding"
    ),
    (
      "The connect timeout of the mail client is 5 s.",
      "- [ ] `src/mail.ts`: reading an answer of the mail server times out after 30 s"
    ),
    (
      "Sessions of administrators last 8 hours.",
      "- [ ] `src/session.ts`: sessions of members last 30 minutes"
    ),
    (
      "Photos may have 20 MB.",
      "- [ ] `src/avatar.ts`: an avatar may have 5 MB"
    ),
    (
      "The disk alarm warns at 80 % usage.",
      "- [ ] `src/disk.ts`: at 95 % usage uploads to the disk are refused"
    ),
    (
      "A mail is retried 3 times.",
      "- [ ] `src/hooks.ts`: a webhook is retried 5 times"
    ),
    (
      "Links expire after 60 seconds.",
      "## Acceptance\n\n- A link is refused 61 seconds after it was made."
    ),
    (
      "The list has 25 orders per page.",
      "- [ ] `src/orders.ts`: `?limit=` takes at most 100 orders"
    ),
    (
      "Sessions expire after 30 days.",
      "- [ ] `src/purge.ts`: rows of expired sessions are deleted after 90 days"
    ),
    (
      "Each test runs for 5 seconds at most.",
      "The whole test suite runs for 10 minutes at most."
    ),
    (
      "The backup is kept for 7 days.",
      "- [ ] The access log is kept for 30 days"
    ),
    (
      "A page holds 10 items.",
      "## Acceptance\n\n- With 12 items the second page holds 2 items."
    ),
    (
      "A name has at least 3 letters.",
      "- [ ] `src/name.ts`: a name has at most 50 letters"
    ),
    (
      "The browser caches the logo for 60 s.",
      "- [ ] `cdn.tf`: the CDN caches the logo for 5 minutes"
    ),
    (
      "Importing 100,000 rows takes 4 minutes.",
      "Importing 300,000 rows takes 12 minutes."
    ),
    (
      "A reservation is held for 10 minutes.",
      "- [ ] `src/hold.ts`: 2 minutes before a reservation ends, the page shows a warning"
    ),
    (
      "A login code has 6 digits and is valid for 10 minutes.",
      "- [ ] `src/code.ts`: a new login code can be asked for after 60 seconds"
    ),
    (
      "The job runs every 5 minutes.",
      "- [ ] `src/job.ts`: a job that runs for longer than 20 minutes is stopped"
    ),
    (
      "The dashboard must answer within 300 ms.",
      "Today the dashboard answers within 900 ms."
    ),
    (
      "The first retry comes after 2 seconds.",
      "- [ ] `src/retry.ts`: the second retry comes after 8 seconds"
    ),
    (
      "Tokens older than 15 minutes are refused.",
      "- [ ] Test: a token of 14 minutes is accepted, a token of 16 minutes is refused"
    ),
    (
      "Deleted notes are kept for 30 days.",
      "- [ ] `src/notes.ts`: deleted notes can be restored for 7 days"
    ),
    (
      "The worker handles 4 jobs at once.",
      "- [ ] `src/pool.ts`: the pool keeps 16 connections for the workers"
    ),
    (
      "A visitor may return tickets until 24 hours before the slot.",
      "- [ ] Send the visitor a reminder 48 hours before the slot"
    ),
    (
      "A ticket in the free plan has a limit of 5 files.",
      "- [ ] `src/files.ts`: a ticket in the paid plan has a limit of 50 files"
    ),
  ]
}
