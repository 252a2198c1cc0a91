import CheckModel

extension Rule {
  /// Words that mix alphabets with letters that look alike.
  static let injHomoglyph = Rule(
    id: "inj-homoglyph", title: "Word of mixed alphabets", family: .checks, class: .a,
    severity: .minor, question: nil, kind: .injection, zones: Zone.allCases, lexical: false,
    detects: """
      A word of Latin letters with a Cyrillic or Greek letter in it that looks like a Latin one. Greek \
      letters as symbols (Δt, µs) and words that change the alphabet once in a text of that language are fine.
      """,
    matters:
      "Two names that look the same are different bytes: searches, file names and filters miss one.",
    consequence: "The executor creates a second name that nobody can tell from the first.",
    fix: "Type the word again in one alphabet.",
    examples: Examples(
      bad: [
        "# Export\n\nThe «p\u{0430}yment» table gets a column.\n",
        "# Export\n\nRun `«\u{0435}xport»` first.\n",
        "# Export\n\nThe «c\u{03BF}nfig» file.\n",
      ],
      good: [
        "# Export\n\nThe payment table gets a column.\n",
        "# Export\n\nWait Δt of 30 µs at 2 kΩ.\n",
        "# Экспорт\n\nДобавить столбец в таблицу payment.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .fires, .quoted: .fires,
        .background: .fires,
      ]),
    find: { reading in
      Disguise.words(in: reading).map { span in
        let word = reading.plan.text(of: span)
        let cyrillic = word.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
        return Hit(
          span,
          "A \(cyrillic ? "Cyrillic" : "Greek") letter that looks like a Latin one stands in this word."
        )
      }
    })
}
