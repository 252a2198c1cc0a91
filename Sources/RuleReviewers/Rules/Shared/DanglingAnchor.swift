import CheckModel

extension Rule {
  /// A link into the plan that leads nowhere.
  static let danglingAnchor = Rule(
    id: "dangling-anchor", title: "Link to nothing", family: .shared, class: .a, severity: .minor,
    question: "consistency.3", kind: .wrong, zones: [.paragraph, .item, .table, .heading],
    lexical: false,
    detects: """
      A link to `#part` of the plan, or of another file of the same plan, that no heading or HTML id answers to; a \
      `[text][label]` whose label is defined nowhere; a footnote mark without its footnote. Spellings of one heading \
      by different tools are taken for equal.
      """,
    matters: "What it leads to was renamed, moved or never written.",
    consequence: "The executor works without the part that the author had in mind.",
    fix: "Name the heading as it is spelled, or write what the link promises.",
    examples: Examples(
      bad: [
        "# Sync\n\nSizes are in [the limits](#«limts»).\n\n## Limits\n\n5 MB.\n",
        "# Sync\n\nIt waits two seconds.«[^wait]»\n",
        "# Sync\n\nAs [the old format][«old format»] says.\n\n[new format]: https://a.example/new\n",
      ],
      good: [
        "# Sync\n\nSizes are in [the limits](#limits).\n\n## Limits\n\n5 MB.\n",
        "# Sync\n\nSee [step two](#2-send--check).\n\n## 2. Send & check\n\nText.\n",
        "# Sync\n\nSee [it](#part-two).\n\n<a id=\"part-two\"></a>\n\nText.\n",
        "# Sync\n\nIt waits two seconds.[^wait]\n\n[^wait]: The server asks for it.\n",
        "# Sync\n\n- [ ] T001 [P][US1] Add `a.swift`\n",
        "# Sync\n\nThe pattern is `[^/]+`, and `rows[0][name]` is read.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .fires,
      ]),
    find: { reading in
      let targets = LinkTargets(reading)
      return reading.plan.blocks.indices.flatMap { index -> [Hit] in
        let block = reading.plan.blocks[index]
        guard block.isLeaf, !block.inlines.isEmpty, reading.zones[index] != .quote else {
          return []
        }
        return targets.missed(by: block)
      }
    })
}
