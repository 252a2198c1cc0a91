import CheckModel

extension Rule {
  /// Two values for one thing.
  static let contradictingNumber = Rule(
    id: "contradicting-number", title: "Two values for one thing", family: .shared, class: .b,
    severity: .major, question: "consistency.2", kind: .contradiction,
    zones: [.paragraph, .item, .table, .heading, .fence],
    lexical: true,
    detects: """
      Two places that give one quantity two values, units converted: in prose (`times out after 30 s`, `at most 5 \
      attempts`), table rows, constants, defaults and options. They are of one quantity if their names are alike \
      (`request timeout`, `REQUEST_TIMEOUT_MS`) or their sentences say the same but for the number. Left alone are \
      sentences of a change, an example or another case (`for uploads`), lower beside upper limits, lists and \
      ranges, tests just beside a limit, names with three values or more. Info where not both are named by a \
      constant, an option or a label: on unseen plans none of 7 held.
      """,
    matters: "One of the two is wrong, and nothing says which.",
    consequence: "The executor builds one and tests the other.",
    fix: "Decide on the value, and write it once.",
    examples: Examples(
      bad: [
        """
        # Calls

        ## Design

        The request timeout is 30 s.

        ## Tasks

        - [ ] In `call.ts` set the request timeout to «10 s»

        """,
        """
        # Delivery

        ## Rules

        A failed delivery is retried three times.

        ## Tasks

        - [ ] In `deliver.ts` retry a failed delivery «5 times»

        """,
        """
        # Links

        | setting | value |
        |---|---|
        | link lifetime | 15 minutes |

        ## Tasks

        ```python
        «LINK_LIFETIME_SECONDS = 3600»
        ```

        """,
        "# List\n\n- [ ] Show a page size of 50\n- [ ] Test with a page size of «20»\n",
      ],
      good: [
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] In `call.ts` set the request timeout to 30000 ms\n",
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] Raise the request timeout from 10 s to 30 s\n",
        "# Calls\n\nThe request timeout is 30 s, the connect timeout is 5 s.\n",
        "# Calls\n\nThe request timeout is 30 s.\n\n- [ ] If the shop is slow, the request timeout is 60 s\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.amountConflicts.filter { !$0.isOfUnits }.map { conflict in
        Hit(
          conflict.second.span, reading.words(of: conflict.first.span),
          severity: conflict.isLabeled ? nil : .info)
      }
    })
}
