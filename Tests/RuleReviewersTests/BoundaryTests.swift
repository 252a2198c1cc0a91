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
