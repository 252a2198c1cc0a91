import CheckModel
import Testing

@testable import RuleReviewers

/// A sentence as somebody might put it into a plan, for one rule of words.
struct Wording: Sendable, CustomTestStringConvertible {
  let rule: String
  let sentence: String
  var testDescription: String { "\(rule): \(sentence)" }

  static func all(_ sentences: [String: [String]]) -> [Wording] {
    sentences.sorted { $0.key < $1.key }.flatMap { rule, sentences in
      sentences.map { Wording(rule: rule, sentence: $0) }
    }
  }
}

@Suite("Rules of words, in other people's words")
struct WordingTests {
  /// Plans of several styles with a place for the sentence.
  static let frames: [String: String] = [
    "checkbox": "# Rooms\n\n- [ ] First\n- [ ] X\n",
    "T-numbered checkbox": "# Rooms\n\n## Phase 1\n\n- [ ] T001 First\n- [ ] T002 Second. X\n",
    "Task N": "# Rooms\n\n### Task 1: Sort the rooms\n\nRead the list once. X\n",
    "numbered step": "# Rooms\n\n## Steps\n\n1. Read the list.\n2. Sort it. X\n",
    "Kiro": "# Plan\n\n- [ ] 1. Rooms\n  - Sort the rooms\n  - X\n",
    "OpenSpec": "## ADDED Requirements\n\n### Requirement: Rooms\n\nRooms SHALL be sorted. X\n",
    "acceptance": "# Rooms\n\n## Acceptance criteria\n\n- The rooms are sorted. X\n",
    "table": "# Rooms\n\n## Tasks\n\n| file | change |\n|---|---|\n| list | Sort. X |\n",
    "prose": "# Rooms\n\nThe list is read and sorted. X\n",
  ]

  static let faults = Wording.all([
    "vague-criterion": [
      "Split `read()` so that it is easier to follow.",
      "Robust parsing goes into `src/list.ts`.",
      "Choose a sensible size for `page`.",
      "Show an appropriate message.", "Choose a suitable page size.", "Use a reasonable timeout.",
      "Give it adequate contrast.", "The dialog must be user-friendly.", "Pick sensible defaults.",
      "The importer must be performant.", "The log lines must be helpful.",
      "Make the form easy to use.", "The switch should feel seamless.", "Follow best practices.",
      "Users get a meaningful error text.", "The API should be robust and easy to extend.",
    ],
    "unquantified-quality": [
      "Rooms move naturally when the list is filtered.",
      "Keep a pool large enough for normal use.",
      "The search must be fast.", "The page must load quickly.", "Keep the startup time short.",
      "Memory use must stay low.", "Use an efficient algorithm.", "The list should look nice.",
      "Give the page a modern look.", "The animation must be smooth.", "Keep the module flexible.",
      "The service must be scalable and reliable.", "Handle large files efficiently.",
      "Provide a lightweight export.", "The list is refreshed periodically.",
    ],
    "escape-clause": [
      "Best effort: keep the old order.",
      "Drop the flag unless there is some reason to keep it.",
      "Update the driver if it isn't too much work.",
      "Unless it proves too difficult, read it lazily.",
      "Schedule permitting, sort the names too.",
      "Optionally add a second column.",
      "If possible, keep the old name.", "Where feasible, reuse the helper.",
      "Log the outcome as needed.", "Keep the order stable wherever practical.",
      "Support the old form as far as possible.", "Cover the rest to the extent feasible.",
      "Time permitting, sort the names too.", "Update the callers as appropriate.",
      "Add an index if it seems useful.", "Drop the old column if you can.",
      "Use the helper unless that is impractical.", "Use the fallback when appropriate.",
      "Drop the flag if it turns out to be useless.", "Sort the rest if need be.",
      "Merge duplicates as you see fit.",
      "Reuse `parse()` if at all possible.", "Whenever possible, avoid a second query in `load()`.",
    ],
    "open-ended-list": [
      "Among others, the fields name, size and floor are shown.",
      "Accept csv, tsv plus a few more.",
      "Escape tabs, quotes and any similar characters in the name.",
      "Show name, size, floor, you name it.",
      "Accept csv, tsv, etc.", "Record name, date, size and so on.",
      "Strip blanks, tabs and the like.", "Show title, author, and so forth.",
      "Support PDF, DOCX and similar.", "Clear the cookies, the cache and more.",
      "Check length, charset, …", "Remove quotes/commas/etc.",
      "Accept dates, including but not limited to ISO forms.", "Hide mail, phone, among others.",
      "Show name, price, and other relevant fields.", "Convert dates, numbers, et cetera.",
      "Handle line breaks etc.",
    ],
    "placeholder-marker": [
      "The limit is TBD.", "The limit is tbd.", "Wait TBD seconds.", "The name (tbd) is shown.",
      "TODO: decide on the name.", "TODO what happens on a full disk.", "Wait ??? seconds.",
      "The key is XXX.", "Keep the files [NEEDS CLARIFICATION].", "The color is [TBD].",
      "FIXME: the wording is wrong.", "Use port TODO.", "Set the width to TODO.", "Details TBD.",
    ],
    "deferred-work": [
      "The port is to be determined.", "The wording is not decided yet.",
      "The format needs to be decided.", "The color is yet to be decided.",
      "Details to follow.", "The limit will be filled in later.", "Error handling comes later.",
      "Validation will be added later.", "It is unclear whether the old client calls it.",
      "The limit is up for discussion.", "To be clarified: who owns the key.",
      "We have not decided whether to keep the old list.", "The format is not yet defined.",
      "We will decide on the format during development.", "The details will be worked out later.",
    ],
    "open-question": [
      "Open question: who owns the key?", "Should we also drop the old table?",
      "Do we want soft deletes here?", "Which queue do we use for this?",
      "Should the list be sorted as well?",
    ],
    "unresolved-choice": [
      "Use a map or something similar.", "Store it in a file, whatever is easier.",
      "The format is up to you.", "Use Kafka or Pulsar for the queue.",
    ],
    "temporary-measure": [
      "For now, hard-code the limit.", "Temporarily disable the check.",
      "Skip the edge cases for now.", "Use a quick hack here.",
      "Skip the login for the time being.",
      "Comment out the check for the time being.",
    ],
    "vague-verification": [
      "Double-check the exported rooms.",
      "Sanity-check the totals of the report.",
      "Check whether the list looks right.",
      "Confirm the import went through as expected.",
      "Ensure the list is still fine after the change.",

      "Check the room list manually on a phone.",
      "Verify that everything works.", "Make sure it works as expected.",
      "Check that nothing broke.", "Ensure there are no regressions.", "Manually test the change.",
      "Test it in the browser.", "Verify it works.", "Sanity-check the result.",
      "Make sure this does not break anything.", "Check everything is fine.",
      "Try it out manually.", "Double-check everything.",
      "Confirm that the list behaves correctly.",
    ],
    "generic-error-handling": [
      "The import must cope with broken rows.",
      "Make the reader resilient against invalid rooms.",
      "Network failures should be handled in the client.",
      "All edge cases of the reader have to be dealt with.",
      "Validate the input thoroughly.",
      "Implement the import, including error handling.",
      "Handle errors gracefully in `readRooms()`.",
      "Add proper error handling.", "Add error handling.", "Handle errors appropriately.",
      "Errors are handled gracefully.", "Add validation.", "Take care of all failure cases.",
      "Handle edge cases.", "Deal with unexpected errors.", "Also implement input validation.",
      "All exceptions must be caught.", "Handle all possible edge cases.",
      "Deal with network errors.",
    ],
    "external-knowledge": [
      "As discussed in the meeting, use the second option.", "Follow the usual conventions.",
      "Use the format we agreed on last week.", "Per our call, drop the column.",
      "As Peter suggested, keep the old name.", "Ask Maria for the password.",
      "See Slack for the details.", "Use the colors from the whiteboard.",
    ],
    "tests-unspecified": [
      "Every new list gets integration tests.",
      "Implement the import and its tests.",
      "Raise the coverage by adding more tests.",
      "Cover the reader with pytest tests.",
      "Add tests.", "Write unit tests for it.", "Cover it with tests.", "Tests should be added.",
      "Add appropriate tests for the new code.", "Ensure good test coverage.",
      "Make sure everything is tested.", "Update the tests.", "Don't forget the tests.",
      "Test it thoroughly.", "There must be tests for it.", "Add a test for this.",
      "Test all edge cases.", "Add tests as needed.", "Run the tests.", "Run the full test suite.",
      "Make sure all tests pass.", "Verify by running the tests.",
    ],
    "optimise-without-target": [
      "Optimize the query.", "Improve the layout.", "Enhance the error output.",
      "Minimize the memory footprint.", "Speed up the start.", "Streamline the code.",
      "Reduce the load on the database.", "Then polish the page.",
    ],
    "copy-by-reference": [
      "Handle the second list analogously to step 1.",
      "For the phone, proceed like in task 1.",
      "The reader follows the procedure of task 1.",
      "Step 1 again, this time for the floors.",
      "Use the approach described earlier for the floors.",
      "And then the same procedure once more for the floors.",
      "Same as Task 1.", "Repeat Task 1 for the other file.", "Proceed as in Task 1.",
      "Similar to Task 1.", "Follow the steps of Task 1 for the other module.", "Same as above.",
      "Analogous to Task 1.", "Do the same as in Task 1.", "Like Task 1, with the other name.",
      "Do this for the other tables too.", "Same procedure for the second list.",
      "Apply the same approach as in the first step.",
      "Do the same for the admin page.", "Likewise for the other handlers.",
      "Same as T016 but for rooms.",
      "Same as the previous step, but for the other file.",
      "Make the same change in the other views.",
    ],
    "negated-exception": [
      "Do not skip it unless it is not cached.", "Never close it unless no reader is left.",
      "Delete nothing except what is not listed.",
    ],
    "and-or": ["Warn when name and/or date differ.", "Accept the key and / or the card."],
  ])

  @Test("a fault is found in plans of every style", arguments: faults)
  func found(wording: Wording) throws {
    let rule = try #require(RuleCatalogue.standard.rule(wording.rule))
    let silent = Self.frames.filter { _, frame in
      findings(rule, in: frame.replacing("X", with: wording.sentence)).isEmpty
    }
    #expect(silent.keys.sorted() == [])
  }

  static let harmless = Wording.all([
    "vague-criterion": [
      "Add models sufficient to satisfy `npm test`.",
      "Call the most appropriate handler.", "Show \"an appropriate message\" nowhere.",
      "Use a suitable page size: 50.", "Its proper place is the header.",
      "When no suitable room is free, answer 404.", "One lock is sufficient.",
      "Choose a sensible default (20 rows).",
    ],
    "unquantified-quality": [
      "The search answers within 300 ms.", "Use the fast-forward merge.", "Add a simple test case.",
      "The page must load quickly: under 2 s.", "Open the quick start guide.",
      "The process exits cleanly.", "Skip frequently changing rows.", "Is it fast?",
      "Keep the `low` value.", "Read the short name of the room.",
    ],
    "escape-clause": [
      "Answer 413 if the list has too many rows.",
      "The best effort of the solver is 3 rounds.",
      "Create the folder if needed.", "Parse it only when needed.",
      "Reuse it if possible, otherwise open a new one.", "Read the keys as needed by the loader.",
      "Answer as fast as possible.", "Show \"if possible\" in italics.",
      "It is the room if the door is open.", "Reuse it where possible (on Linux).",
    ],
    "open-ended-list": [
      "Accept csv and tsv.", "Store it in /etc/rooms.", "Accept 1, 2, …, 12.",
      "Print more than one row, and more slowly.",
      "Personal data (such as name, mail, etc.) is hidden.",
      "Sort by name, then by date.",
    ],
    "placeholder-marker": [
      "No TBD is left.", "Read `TODO.md`.", "The linter flags \"TBD\".", "Is it so???",
      "A TBD marker is an error.", "No [NEEDS CLARIFICATION] markers remain.",
      "The todo is shown below the room.", "Reject names that contain XXX.",
      "Remove the last TODO.", "Print every TODO.",
    ],
    "deferred-work": [
      "The type needs to be defined in `types.ts`.", "Refuse the room if it is not decided yet.",
      "Later rows win.", "Rows that were added later come first.",
      "The total is computed later in Task 3.",
      "Show the format that was defined by the user later.",
      "It can be added later without a migration.",
    ],
    "open-question": [
      "The dialog asks \"Should we delete the room?\".", "The button says `Really?`.",
      "Ask the user: are you sure?", "Do we need two keys? No, one is enough.",
    ],
    "temporary-measure": [
      "Write the list into a temporary file.", "Skip the check for now, until `DEV` is gone.",
      "From now on the price holds.", "Being sorted, the list is searched by halves.",
    ],
    "vague-verification": [
      "Check the list manually: the third row is red.",
      "Double-check that `sort()` is called once.",
      "No default is fine for the list.",
      "Verify that the build works.", "Check out the branch `rooms`.",
      "Test the change in the browser: the third row is red.", "Check the result of `sort()`.",
      "Ensure there are no regressions in `list.test.ts`.", "Verify the 3 rows by hand.",
      "Test the empty list, then one room.",
    ],
    "generic-error-handling": [
      "The import copes with broken rows by skipping them.",
      "Validate the input: names have 3 letters.",
      "Errors should be handled by `report()`.",
      "Handle errors by answering 404.", "Add validation: names have 3 letters.",
      "An unknown room is answered with 404.", "Take care of the order of the rows.",
      "Errors are handled by `report()`.", "Render the page to catch syntax errors.",
      "Catch `KeyError` and return an empty list.",
      "Add input validation to `parse()`.",
    ],
    "external-knowledge": [
      "As discussed in section 2, the key is short.", "The server starts as usual.",
      "The link in the email opens the room.", "Ask Claude for a summary.",
      "Rows are agreed by both sides.",
    ],
    "tests-unspecified": [
      "Add a test that an empty list prints nothing.", "The tests of `list.py` stay.",
      "Add tests for dates (past ones are refused).", "Run `npm test`.",
      "Write contract tests in tests/contract/test_list.py.", "Test cases: empty list, one room.",
      "The room was tested before.", "Rows without tests are shown.",
      "Add a column for the tests of a patient.",
    ],
    "optimise-without-target": [
      "Improve it by reading the index first.", "Reduce the image to 200 MB.",
      "Enhance `render()` with the width.", "The improved list is sorted.",
      "Reduce the rows with `sum`.",
    ],
    "copy-by-reference": [
      "As in Task 1, an unknown id is answered with an empty list.",
      "Repeat step 2 until it passes.",
      "Repeat for each room.", "Do the same for `admin.ts`.",
      "It uses `parse()` from Task 1.", "The same room is shown twice.",
      "After Task 1 the list is sorted.",
    ],
    "negated-exception": [
      "Do not overwrite the file unless `--force` is given.", "Do not deploy without a backup.",
      "Unless the door is open, ring.", "Every room except the hall is listed.",
    ],
    "and-or": ["Warn when name or date (or both) differ.", "Write \"and/or\" nowhere."],
  ])

  @Test("a look-alike is left alone", arguments: harmless)
  func leftAlone(wording: Wording) throws {
    let rule = try #require(RuleCatalogue.standard.rule(wording.rule))
    let loud = Self.frames.filter { _, frame in
      !findings(rule, in: frame.replacing("X", with: wording.sentence)).isEmpty
    }
    #expect(loud.keys.sorted() == [])
  }

  @Test(
    "a fault in other words, in a section that explains, or in another language is none",
    arguments: [
      "# Rooms\n\n## Why\n\nThe page must load quickly, if possible. Add tests. Wait TBD seconds.\n",
      "# Rooms\n\n## Risks\n\nRooms, doors, etc. may be slow. We should add an appropriate message.\n",
      """
      # Zimmer

      ## Aufgaben

      - [ ] Die Zimmer werden sortiert, und die Liste bleibt dabei so kurz wie möglich, etc.
      - [ ] Die Tests werden ergänzt, falls das sinnvoll ist, und die Seite muss schnell laden.
      - [ ] Der Name des Zimmers ist noch offen, und der Wert wird später mit allen geklärt.

      """,
    ])
  func elsewhere(text: String) {
    let rules: Set = [
      "vague-criterion", "unquantified-quality", "escape-clause", "open-ended-list",
      "tests-unspecified", "optimise-without-target", "copy-by-reference",
    ]
    let found = RuleCatalogue.standard.rules.filter { rules.contains($0.id) }
      .flatMap { findings($0, in: text) }
    #expect(found.map(\.rule) == [])
  }
}
