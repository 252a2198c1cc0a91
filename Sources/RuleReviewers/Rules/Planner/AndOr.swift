import CheckModel

extension Rule {
  /// "Profile and/or delivery".
  static let andOr = Rule(
    id: "and-or", title: "And/or", family: .planner, class: .b, severity: .info,
    question: "clarity.3", kind: .ambiguous, zones: [.paragraph, .item, .table], lexical: true,
    detects: "The words and/or in an instruction.",
    matters: "It says three things at once: the one, the other, both.",
    consequence: "The executor builds one of them and tests that one.",
    fix: "Write: A or B, or both; or name the one that is meant.",
    examples: Examples(
      bad: [
        "# Orders\n\n- [ ] «Warn when profile and/or delivery differ»\n",
        "# Orders\n\n## Requirements\n\n- «The importer must accept CSV and / or JSON.»\n",
      ],
      good: [
        "# Orders\n\n- [ ] Warn when profile or delivery (or both) differ\n",
        "# Orders\n\n- [ ] Replace \"and/or\" by \"or\" in the texts\n",
        "# Orders\n\n## Background\n\nProfile and/or delivery differ today.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        let tokens = sentence.tokens
        let place = tokens.indices.dropLast(2).first { index in
          tokens[index].text == "and" && tokens[index + 1].text == "/"
            && tokens[index + 2].text == "or"
        }
        guard let place, !sentence.isQuoted(place..<place + 3) else { return nil }
        return Hit(sentence.span, "It can mean one, the other or both.")
      }
    })
}
