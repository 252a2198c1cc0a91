import Testing

@testable import RuleReviewers

@Suite("Where a plan stops")
struct BoundaryTests {
  private static let tasks = """

    ## Tasks

    - [ ] Add `a.swift` with the type `Line`
    - [ ] Add `b.swift` with `parse()`
    - [ ] Add `c.swift` with `print()`
    - [ ] Run `make check`, it prints 0 failures

    """

  private func isFound(_ text: String) -> Bool {
    !findings(.noScopeBoundary, in: "# Sync\n\n\(text)\n\(Self.tasks)").isEmpty
  }

  @Test(
    "a line about the work is a limit, whatever its words",
    arguments: [
      "## Non-goals\n\n- Other formats.", "## Out of scope\n\nOther formats, the web page.",
      "## What we are not doing\n\n- No new page.", "**Out of bounds:** the public names.",
      "**Not included:** other formats.", "Do not change the flags of the command line.",
      "Don't touch `d.swift`.", "The table `a` is not edited.", "`d.swift` must not be changed.",
      "Messages and exit statuses stay as they are.", "The flags stay unchanged.",
      "`d.swift` is left untouched.", "No changes to `d.swift`.",
      "Not part of this: other formats.",
      "Other formats are out of scope.", "The web page gets its own ticket.",
      "Nothing about the web page belongs to this change.",
      "This plan does not cover other formats.",
      "We will not support other formats.", "## Constraints\n\n- No new dependency.",
      "| | |\n|---|---|\n| Limits | no new tool, no change of `src/` |",
      "Other formats are left for another day.", "## Scope\n\nOnly the command `sync`.",
      "We are leaving the web page alone.", "The web page stays how it is today.",
      "Nothing in `d.swift` needs to move for this.", "Keep your hands off `d.swift`.",
      "Please resist the urge to clean up `d.swift`.", "## What stays the same\n\n- The web page",
      "## Explicitly skipped\n\n- The web page", "## Not now\n\n- The web page",
      "## Leave these alone\n\n- `d.swift`", "Only `a.swift` and its test change.",
      "Edits are limited to `src/sync`; anything else is a different ticket.",
      "The web page comes in a later release.", "We won't be redesigning the web page.",
      "| In | Out |\n|---|---|\n| sync | web page |", "- ❌ No new dependencies",
      "The format of the answer must remain identical.", "The public API does not change.",
      "This deliberately does not fix the web page.", "**Hands off:** `d.swift`.",
      "No schema changes, no new packages.", "Avoid touching `d.swift`.",
      "The scope ends at the command: the web page isn't part of it.",
      "Existing callers of `parse()` must keep working without edits.",
      "- Goal: sync by lines\n- Non-goals: the web page", "Out of scope: the web page.",
      "- **Not included** — the web page",
      "| Goal | sync |\n|---|---|\n| Out of scope | web page |",
    ])
  func limited(text: String) {
    #expect(!isFound(text))
  }

  @Test(
    "what the product must not do, and what is not needed, is no limit of the work",
    arguments: [
      "", "The answer must not contain a password.", "A line never holds a tab.",
      "No queue is needed.", "The parser does not change its input.",
      "An error is not printed twice.",
      "Do not print empty lines.", "Nobody waits longer than 2 s.",
      "The limit is not reached today.",
      "A second call changes nothing.", "Without a file nothing happens.",
      "No new file is written.", "No more than 5 lines are shown.", "Without new lines it sleeps.",
      "Keep the two lists in the same order.", "The total does not change when a line is hidden.",
      "Only `admin` changes the price.", "The server speaks a different version.",
      "The next change of the file starts it again.", "Nothing is printed for an empty file.",
      "It keeps the line until the next call.", "No other line holds a tab.",
    ])
  func unlimited(text: String) {
    #expect(isFound(text))
  }

  @Test(
    "the same in other languages",
    arguments: [
      ("## Nicht Gegenstand\n\nAndere Formate.", false), ("Die Tabelle bleibt unverändert.", false),
      ("Die Datei wird mit Semikolon getrennt und enthält alle Zeilen.", true),
    ])
  func german(text: String, isFound: Bool) {
    let plan = """
      # Abgleich der Zeilen mit dem Server

      \(text)

      ## Aufgaben

      - [ ] Die Datei `a.swift` mit dem Typ `Line` wird angelegt und an der Wurzel geprüft
      - [ ] In `b.swift` liest die Funktion `parse()` jede Zeile und gibt sie der Reihe nach zurück
      - [ ] In `c.swift` schreibt die Funktion `print()` die Zeilen mit einem Leerzeichen dazwischen
      - [ ] Der Aufruf `make check` endet mit dem Status 0, und die Ausgabe nennt keinen Fehler

      """
    #expect(findings(.noScopeBoundary, in: plan).isEmpty == !isFound)
  }
}
