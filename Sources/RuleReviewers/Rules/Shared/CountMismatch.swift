import CheckModel

extension Rule {
  /// "These three" and four of them.
  static let countMismatch = Rule(
    id: "count-mismatch", title: "Count and list differ", family: .shared, class: .b,
    severity: .minor, question: "consistency.3", kind: .contradiction,
    zones: [.paragraph, .item, .heading],
    lexical: true,
    detects: """
      A number of things that a sentence announces and that does not come: before a colon with a list, a table or \
      names in code behind it (`these three commands:`, `two columns: `a`, `b` and `c``), or of the plan's own tasks, \
      phases or steps (“the work is split into four tasks” above three Task headings). “At least”, “up to” and the \
      like are left alone, and lists that another list goes on.
      """,
    matters: "One was added or taken out, and whoever counts does not know which is right.",
    consequence: "The executor looks for one more, or builds one too many.",
    fix: "Make the number and the list agree.",
    examples: Examples(
      bad: [
        "# Sync\n\nThe tool gets «these three commands:»\n\n- `list`\n- `add`\n",
        "# Sync\n\n- [ ] Add «two columns:» `name`, `size` and `owner` to `files` in `db/files.sql`\n",
        """
        # Sync

        The work is split into «four tasks».

        ## Task 1: List

        Text.

        ## Task 2: Add

        Text.

        ## Task 3: Remove

        Text.

        """,
      ],
      good: [
        "# Sync\n\nThe tool gets these two commands:\n\n- `list`\n- `add`\n",
        "# Sync\n\nThe tool gets at least three commands:\n\n- `list`\n- `add`\n",
        "# Sync\n\nThe tool runs on 2 cores. It has:\n\n- `list`\n",
        "# Sync\n\n- [ ] Add two columns: `name` (text) and `size` with `0` as default in `db/files.sql`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .fires,
      ]),
    find: { reading in
      let headings = AnnouncedCount.numberedHeadings(reading)
      return reading.sentences.compactMap { sentence in
        guard sentence.english, !sentence.finished,
          [.paragraph, .item, .heading].contains(sentence.zone),
          let (number, place) = AnnouncedCount.announced(sentence)
        else { return nil }
        let words = sentence.tokens[place]
        if words.last?.text == ":", sentence.zone != .heading {
          let isLast = sentence.endsBlock && place.upperBound == sentence.tokens.endIndex
          let listed =
            isLast
            ? AnnouncedCount.itemsBehind(sentence.block, announced: number, reading)
            : AnnouncedCount.names(behind: place.upperBound, sentence)
          guard let listed, listed.count != number else { return nil }
          return Hit(
            sentence.span(of: place),
            "\(isLast ? "The list behind it has" : "Behind it stand") \(listed.count) \(listed.what)."
          )
        }
        guard let noun = words.last?.text, let own = headings[AnnouncedCount.singular(noun)],
          own.count != number,
          own.count >= 2, AnnouncedCount.splits(sentence, before: place.lowerBound)
        else { return nil }
        return Hit(
          sentence.span(of: place), "The plan has \(own.count). \(reading.words(of: own.last))")
      }
    })
}
