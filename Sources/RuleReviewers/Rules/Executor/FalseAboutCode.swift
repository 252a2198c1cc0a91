import CheckModel

extension Rule {
  /// A statement about existing code that the working tree contradicts.
  static let falseAboutCode = Rule(
    id: "false-about-code", title: "The repository has it otherwise", family: .executor, class: .b,
    severity: .major, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .table], lexical: false,
    detects: """
      With a repository: code that the plan says stands in a file which does not hold it, a value that a name has \
      otherwise, and a number of lines or tests that the file does not have. Only what the plan tells as being there \
      is compared: words such as “already” and “today”, places with a line, sections about the current state, and \
      names that are to be changed. What the plan itself brings is left alone.
      """,
    matters: """
      Who builds the plan believes it and builds upon what is not there; of all faults of a plan this one costs most.
      """,
    consequence:
      "The executor relies on code that does not exist, or does the work a second time elsewhere.",
    fix: "Say what is there now, with the file and the name as they are.",
    examples: Examples(
      bad: [
        """
        # Limits

        ## Current state

        `«readLimits()»` in `src/app.py` reads the file once.

        ## Tasks

        - [ ] Modify `src/app.py`: read the file again when it has changed

        """,
        """
        # Limits

        - [ ] In `src/app.py` replace the body of `read_limit()`; `«retries` is 5» there today

        """,
      ],
      good: [
        """
        # Limits

        ## Current state

        `read_limit()` in `src/app.py` reads the file once; `retries = 3`.

        ## Tasks

        - [ ] Add `read_again()` to `src/app.py`; `read_again()` in `src/app.py` is called by `read_limit()`
        - [ ] `retries` is 5 from now on

        """
      ],
      files: ["src/app.py": "retries = 3\n\n\ndef read_limit():\n    return retries\n"],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      reading.plan.falseClaims.map { claim in
        Hit(claim.span, claim.truth, title: claim.truth.dropLast().description, isShownByTree: true)
      }
    })
}
