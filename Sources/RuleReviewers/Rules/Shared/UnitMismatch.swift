import CheckModel

extension Rule {
  /// One number in two units.
  static let unitMismatch = Rule(
    id: "unit-mismatch", title: "One number in two units", family: .shared, class: .b,
    severity: .major, question: "consistency.2", kind: .contradiction,
    zones: [.paragraph, .item, .table, .heading, .fence],
    lexical: true,
    detects: """
      A quantity that two places name alike and give the same number in two units that do not agree: 30 s and \
      30 ms, 64 KB and 64 KiB. Found as `contradicting-number` is, in prose, tables, constants and options.
      """,
    matters: "Somebody took the number over and the unit not; the two values lie factors apart.",
    consequence: "The executor builds one of them, a thousand times too long or too small.",
    fix: "Write the quantity with one unit everywhere, or convert the number as well.",
    examples: Examples(
      bad: [
        """
        # Calls

        ## Design

        The request timeout is 30 s.

        ## Tasks

        - [ ] In `call.ts` set the request timeout to «30 ms»

        """,
        """
        # Upload

        ## Limits

        Chunks have a size of 512 KB.

        ## Tasks

        ```go
        const «chunkSizeMB = 512»
        ```

        """,
      ],
      good: [
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] In `call.ts` set the request timeout to 30,000 ms\n",
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] In `call.ts` log each 30 ms\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.amountConflicts.filter(\.isOfUnits).map { conflict in
        let (one, other) = (conflict.first.value, conflict.second.value)
        // a thousand or 1,024: the result differs by little
        let isClose = max(one, other) < 1.2 * min(one, other)
        return Hit(
          conflict.second.span, reading.words(of: conflict.first.span),
          severity: isClose ? .minor : nil)
      }
    })
}
