import CheckModel

extension Rule {
  /// A published name goes, and nobody is told.
  static let noCompatStatement = Rule(
    id: "no-compat-statement", title: "Published name changes without a word on its users",
    family: .planner, class: .b, severity: .major, question: "contracts.4", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A sentence that renames, removes or replaces a flag, an endpoint, a header, an event, an environment variable, \
      a setting or a field of answers, in an open plan that nowhere speaks of compatibility, breaking changes, \
      deprecation, an alias, a version, or of those who use the old name.
      """,
    matters: "Programs and people outside the plan call it by the old name.",
    consequence:
      "The executor takes the old name away, and its callers fail on the day of the release.",
    fix:
      "Say whether the old name stays, for how long and with which warning, or that nobody uses it.",
    examples: Examples(
      bad: [
        "# Report\n\n- [ ] «Rename the flag `--out` to `--output` in `src/cli.ts»`\n",
        "# Orders\n\n- «FR-006: The field `state` of orders is renamed to `status` in all answers.»\n",
        "# Orders\n\n- [ ] «Remove `GET /v1/orders` from `src/routes.ts»`\n",
      ],
      good: [
        "# Report\n\n- [ ] Rename the flag `--out` to `--output`; `--out` stays as an alias for one release\n",
        "# Orders\n\nBreaking: clients move to `status` before version 3.\n\n- FR-006: The field `state` of orders is renamed to `status` in all answers.\n",
        "# Report\n\n- [ ] Rename the function `out()` to `output()` in `src/cli.ts`\n",
        "# Report\n\n- [ ] Remove the trailing blank from the header of `src/cli.ts`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state) else { return [] }
      let changing = reading.judgedSentences.filter { sentence in
        [.paragraph, .item, .table].contains(sentence.zone) && !reading.explains(sentence.block)
          && PublishedNames.isChanged(in: sentence, plan.files[sentence.file].source.bytes)
      }
      guard let first = changing.first,
        !reading.sentences.contains(where: PublishedNames.mindsUsers)
      else { return [] }
      return [
        Hit(
          first.span,
          changing.count == 1
            ? "What becomes of those who use the old name is not said."
            : "It is one of \(changing.count) such changes, and nothing is said about those who use the old names."
        )
      ]
    })
}
