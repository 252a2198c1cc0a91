import CheckModel

extension Rule {
  /// Do not touch it, then: change it.
  static let excludedButTasked = Rule(
    id: "excluded-but-tasked", title: "Excluded and yet to be done", family: .shared, class: .b,
    severity: .major, question: "consistency.4", kind: .contradiction,
    zones: [.paragraph, .item, .heading],
    lexical: true,
    detects: """
      A file that the plan says not to change or lists as out of scope and that an open task creates, modifies or \
      deletes; something that is out of scope and that a task's sentence asks for in the same words (`parallel \
      chunks`: two chunks in parallel); a migration where the schema stays, a package where none is to be added.
      """,
    matters: "Following either sentence breaks the other.",
    consequence: "The executor follows the task, and the limit was meant.",
    fix: "Take it out of the one or of the other.",
    examples: Examples(
      bad: [
        """
        # Login

        Do not change `src/auth.ts`.

        ## Tasks

        - [ ] Modify `«src/auth.ts»`: add the field `expires`

        """,
        """
        # Search

        ## Out of scope

        - Filters
        - Parallel requests to the index

        ## Tasks

        - [ ] «Filter chips for color above the results in `web/search.ts»`
        - [ ] «In `web/client.ts` send two requests to the index in parallel.»

        """,
        """
        # Search

        No new dependencies.

        ## Tasks

        - [ ] «Run `npm install fuse.js`, then search with it in `web/search.ts»`

        """,
      ],
      good: [
        """
        # Login

        Do not change `src/auth.ts`.

        ## Tasks

        - [ ] Modify `src/login.ts`: add the field `expires`

        """,
        """
        # Login

        Do not change the signature in `src/auth.ts`.

        ## Tasks

        - [ ] Modify `src/auth.ts`: add the field `expires`

        """,
        """
        # Search

        ## Out of scope

        - Filters
        - Parallel requests to the index

        ## Tasks

        - [ ] Send one request to the index, without parallel ones, in `web/client.ts`
        - [ ] Pass the results through in `web/search.ts`

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let exclusions = Exclusions(reading)
      guard !exclusions.isEmpty else { return [] }
      return (exclusions.changedFiles(reading) + exclusions.builtThings(reading)).map {
        Hit($0.place, reading.words(of: $0.exclusion))
      }
    })
}
