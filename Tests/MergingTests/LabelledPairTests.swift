import CheckModel
import Merging
import Testing

/// Two findings on one plan, worded as two reviewers would, and whether they are the same gap.
struct LabelledPair: Sendable, CustomTestStringConvertible {
  let a: Finding
  let b: Finding
  let isSame: Bool
  var testDescription: String { a.problem }
}

/// A plan with enough in it to say different things about.
private let upload = plan(
  "# Goal",
  "Uploads survive a lost connection, because users on trains lose whole albums.",
  "# Requirements",
  "FR-001 An interrupted upload resumes at the last acknowledged chunk.",
  "FR-002 Uploads are fast.",
  "FR-003 At most 5 files upload at once.",
  "# Tasks",
  "Task 1: Add a queue in `src/upload/queue.ts` that stores chunks in IndexedDB.",
  "Task 2: Retry failed chunks with backoff.",
  "Task 3: Show progress and handle errors properly.",
  "Task 4: Migrate the old `pending` table and drop it.",
  "# Verification",
  "Run the tests. Add tests for the queue.",
  "# Rollout",
  "Enable the flag for all users on Monday.")

private func pair(
  same: Bool, _ quoteA: String?, _ problemA: String, _ fixA: String, _ criterionA: String,
  _ quoteB: String?, _ problemB: String, _ fixB: String, _ criterionB: String
) -> LabelledPair {
  LabelledPair(
    a: finding(problemA, quote: quoteA, criterion: criterionA, fix: fixA, in: upload),
    b: finding(problemB, quote: quoteB, criterion: criterionB, fix: fixB, in: upload),
    isSame: same)
}

private let samePairs = [
  pair(
    same: true, "Retry failed chunks with backoff",
    "How often and how long to retry is not stated; the first delay, the factor and the last "
      + "attempt are all open.",
    "Give the delays and the number of attempts, for example 1, 2, 4, 8 s and then fail.",
    "clarity", "Retry failed chunks with backoff.",
    "The backoff has no numbers: neither the initial delay nor the maximum number of attempts.",
    "State initial delay, factor and maximum attempts.", "contracts"),
  pair(
    same: true, "Uploads are fast.", "“Fast” is not measurable; no speed or size is named.",
    "Name a throughput, for example 90 % of the line's speed for files over 10 MB.", "clarity",
    "FR-002 Uploads are fast.",
    "The requirement cannot be checked, since there is no number for how fast an upload must be.",
    "Give a measurable speed.", "verification"),
  pair(
    same: true, "Migrate the old `pending` table and drop it.",
    "Dropping the `pending` table cannot be undone and no backup is taken before.",
    "Export the table first and keep it for one release.", "reversibility",
    "drop it",
    "The old `pending` table is dropped with no way back if the migration loses rows.",
    "Keep a backup of the table, drop it one release later.", "reversibility"),
  pair(
    same: true, "handle errors properly",
    "Which errors can occur and what the user sees for each is not said.",
    "List the errors (offline, quota exceeded, 4xx, 5xx) with message and action.", "coverage",
    "Show progress and handle errors properly.",
    "“Properly” leaves open what happens on a full quota, on 4xx and on 5xx.",
    "For each error name the message shown and whether the upload is retried.", "clarity"),
  pair(
    same: true, "Add tests for the queue",
    "The tests are not named: no file, no case, no behavior to pin down.",
    "Name `queue.test.ts` and its cases: resume, full quota, two tabs.", "verification",
    "Run the tests. Add tests for the queue.",
    "No test case is listed for the queue and no test file is named.",
    "List the cases and the file they go to.", "verification"),
  pair(
    same: true, "Run the tests.",
    "No command and no expected result is given for running the tests.",
    "Give the command, for example `npm test -- upload`, and that it must end with 0 failures.",
    "verification", "Run the tests.",
    "Which command runs the tests, and what output counts as passed, is missing.",
    "State the exact command with its expected output.", "verification"),
  pair(
    same: true, "Enable the flag for all users on Monday.",
    "The flag goes to everybody at once; nothing tells when to switch it off again.",
    "Roll out in steps and name the error rate at which the flag is switched off.",
    "reversibility", "Enable the flag for all users",
    "There is no signal that would show that the rollout failed, and no step to switch the flag off.",
    "Name a metric, a limit and the command that disables the flag.", "reversibility"),
  pair(
    same: true, "stores chunks in IndexedDB",
    "The shape of a stored chunk is not given: keys, size, checksum.",
    "Write out the record: upload id, index, bytes, checksum.", "contracts",
    "Add a queue in `src/upload/queue.ts`",
    "The schema of the IndexedDB store is missing, so two people would store chunks differently.",
    "Define the object store, its key and the fields of a chunk record.", "contracts"),
  pair(
    same: true, nil, "Nothing says what is out of scope.",
    "Add a section with what is not to be done, such as downloads.", "intent", nil,
    "The plan has no statement of what is out of scope.", "Say what will not be done.", "intent"),
  pair(
    same: true, "FR-003 At most 5 files upload at once.",
    "No task implements FR-003: the limit of 5 parallel files appears nowhere below.",
    "Add the limit to Task 1 or make it a task.", "coverage", "At most 5 files",
    "FR-003 is not covered by any task.", "Add a task for the limit of 5 files.", "coverage"),
]

private let differentPairs = [
  pair(
    same: false, "Retry failed chunks with backoff",
    "How often and how long to retry is not stated; the first delay, the factor and the last "
      + "attempt are all open.",
    "Give the delays and the number of attempts.", "clarity", "Retry failed chunks with backoff.",
    "The task names no file, so an executor has to search for where chunks are sent.",
    "Name the file and function that sends a chunk.", "grounding"),
  pair(
    same: false, "Show progress and handle errors properly.",
    "Which errors can occur and what the user sees for each is not said.",
    "List the errors with message and action.", "coverage",
    "Show progress and handle errors properly.",
    "Progress could mean bytes, chunks or files, and nobody says where it is displayed.",
    "Say that a bar below each thumbnail counts acknowledged bytes.", "clarity"),
  pair(
    same: false, "Migrate the old `pending` table and drop it.",
    "Dropping the `pending` table cannot be undone and no backup is taken before.",
    "Export the table first and keep it for one release.", "reversibility",
    "Migrate the old `pending` table",
    "The mapping from old columns to the new record is not written down.",
    "Give a list of old columns with their new fields.", "contracts"),
  pair(
    same: false, "Run the tests.", "No command is given for running the tests.",
    "Give the command with its expected output.", "verification",
    "Add tests for the queue.", "It is open which behavior of the queue the new cases pin down.",
    "List resume, full quota and two tabs.", "verification"),
  pair(
    same: false, "Uploads are fast.", "“Fast” is not measurable; no speed or size is named.",
    "Name a throughput.", "clarity", "At most 5 files upload at once.",
    "What happens to the sixth file is open: does it wait, or is it refused?",
    "Say that it waits in the queue.", "coverage"),
  pair(
    same: false, "stores chunks in IndexedDB",
    "The shape of a stored chunk is not given: keys, size, checksum.",
    "Write out the record: upload id, index, bytes, checksum.", "contracts",
    "stores chunks in IndexedDB.",
    "Browsers evict this storage under pressure, and the plan does not say what happens then.",
    "Decide whether an evicted upload starts again or fails with a message.", "coverage"),
  pair(
    same: false, "Enable the flag for all users on Monday.",
    "The flag goes to everybody at once; nothing tells when to switch it off again.",
    "Roll out in steps and name the error rate at which it ends.", "reversibility",
    "Enable the flag for all users", "The flag has no name, and no task creates it.",
    "Name the flag and add it in Task 1.", "grounding"),
  pair(
    same: false, nil, "Nothing says what is out of scope.", "Say what will not be done.", "intent",
    nil, "No version of Node or of the browsers is stated.", "State the versions to support.",
    "selfcontained"),
  pair(
    same: false, "resumes at the last acknowledged chunk",
    "How the server acknowledges a chunk is not described; there is no endpoint.",
    "Give the endpoint and its reply.", "contracts", "because users on trains lose whole albums",
    "Whether an album resumes as a whole or file by file is open.",
    "Say that each file resumes by itself.", "clarity"),
  pair(
    same: false, "Task 2: Retry failed chunks with backoff.",
    "The task has no check of its own.", "Add a test with a server that fails twice.",
    "verification", "Task 3: Show progress and handle errors properly.",
    "The task has no check of its own.", "Name what a tester sees for each error.",
    "verification"),
]

@Suite("Pairs that a person has labelled")
struct LabelledPairTests {
  private func isMatched(_ pair: LabelledPair) -> Bool {
    Merger.merge(plan: upload, a: [pair.a], b: [pair.b], checks: []).matched == 1
  }

  @Test("the same gap in two reviewers' words is one finding", arguments: samePairs)
  func matches(pair: LabelledPair) {
    #expect(isMatched(pair))
  }

  @Test("two gaps at one place, or in the same words elsewhere, are two; one in ten may slip")
  func keepsApart() {
    let wrong = differentPairs.filter(isMatched)
    #expect(wrong.count <= differentPairs.count / 10, "matched: \(wrong.map(\.a.problem))")
  }

  @Test("all of them together: each finds its own partner")
  func together() {
    let merged = Merger.merge(
      plan: upload, a: samePairs.map(\.a), b: samePairs.map(\.b), checks: [])
    let partners = Dictionary(
      samePairs.map { ($0.a.problem, $0.b.problem) }, uniquingKeysWith: { first, _ in first })
    let right = merged.findings.count { finding in
      let a = finding.everyMember.first { $0.finder == .a }?.finding.problem
      let b = finding.everyMember.first { $0.finder == .b }?.finding.problem
      return a != nil && a.flatMap { partners[$0] } == b
    }
    #expect(right == samePairs.count)
    #expect(merged.matched == samePairs.count)
  }
}
