import CheckModel

extension Rule {
  /// "These three" and four of them.
  static let countMismatch = Rule(
    id: "count-mismatch", title: "Count and list differ", family: .shared, class: .b,
    severity: .minor, question: "consistency.3", kind: .contradiction,
    zones: [.paragraph, .item],
    lexical: true,
    detects: """
      A sentence that announces a number of things right before a colon (`these three commands:`), when the \
      list behind it has another number of items.
      """,
    matters: "One was added or taken out, and whoever counts does not know which is right.",
    consequence: "The executor looks for one more, or builds one too many.",
    fix: "Make the number and the list agree.",
    examples: Examples(
      bad: ["# Sync\n\nThe tool gets «these three commands:»\n\n- `list`\n- `add`\n"],
      good: [
        "# Sync\n\nThe tool gets these two commands:\n\n- `list`\n- `add`\n",
        "# Sync\n\nThe tool gets at least three commands:\n\n- `list`\n- `add`\n",
        "# Sync\n\nThe tool runs on 2 cores. It has:\n\n- `list`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .fires,
      ]),
    find: { reading in
      let plan = reading.plan
      return reading.sentences.compactMap { sentence in
        guard sentence.english, !sentence.finished, sentence.endsBlock,
          [.paragraph, .item].contains(sentence.zone),
          let (number, place) = announced(sentence),
          let count = itemsBehind(sentence.block, plan), count != number
        else { return nil }
        return Hit(sentence.span(of: place), "The list behind it has \(count) items.")
      }
    })

  private static let numbers: [Word: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
  ]
  private static let pointing: WordSet = ["these", "the", "following", "in", "has", "have", "are"]
  /// More or fewer than the number is meant.
  private static let loose: WordSet = [
    "least", "most", "about", "some", "up", "or", "than", "over", "least", "of", "one", "any",
  ]

  /// `these three commands:` at the sentence's end.
  private static func announced(_ sentence: Sentence) -> (Int, Range<Int>)? {
    let tokens = sentence.tokens
    guard let colon = tokens.last, colon.text == ":" else { return nil }
    let end = tokens.endIndex
    for index in tokens.indices.reversed().dropFirst().prefix(4) {
      guard let number = numbers[tokens[index].text], index + 1 < end - 1,
        tokens[index + 1].kind == .word, tokens[index + 1].text.last == UInt8(ascii: "s"),
        index > tokens.startIndex, pointing.contains(tokens[index - 1].text),
        !tokens[max(tokens.startIndex, index - 3)..<end].contains(where: { loose.contains($0.text) }
        )
      else { continue }
      return (number, index - 1..<end)
    }
    return nil
  }

  /// The items of the list that follows a block at once.
  private static func itemsBehind(_ block: Int, _ plan: Plan) -> Int? {
    let next = block + 1
    guard next < plan.blocks.count, case .list = plan.blocks[next].kind,
      plan.blocks[next].parent == plan.blocks[block].parent,
      plan.blocks[next].span.file == plan.blocks[block].span.file
    else { return nil }
    var count = 0
    for index in next + 1..<plan.blocks.count {
      guard plan.blocks[next].span.contains(plan.blocks[index].span) else { break }
      if plan.blocks[index].parent == next { count += 1 }
    }
    // a list that another one follows may go on there
    return count
  }
}
