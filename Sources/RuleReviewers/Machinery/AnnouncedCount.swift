import CheckModel

/// Numbers of things that a sentence announces, and how many come.
enum AnnouncedCount {
  private static let numbers: WordMap<Int> = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8,
    "9": 9, "10": 10, "11": 11, "12": 12,
  ]
  /// More or fewer than the number is meant, or others than those that follow.
  private static let loose: WordSet = [
    "least", "most", "about", "some", "up", "or", "than", "over", "of", "one", "any", "other",
    "more", "first", "last", "next", "every", "each", "another", "per", "within", "after", "for",
    "remaining", "additional", "to", "~", "around", "all",
  ]
  private static let units: WordSet = [
    "seconds", "minutes", "hours", "days", "weeks", "months", "years", "times", "characters",
    "bytes", "pixels", "lines", "passes", "was", "is", "has", "does", "ways", "people", "us",
    "this", "as", "its",
  ]

  /// `these three commands` with the colon behind them, where there is one.
  static func announced(_ sentence: Sentence) -> (Int, Range<Int>)? {
    let tokens = sentence.tokens
    for index in tokens.indices {
      guard let number = numbers[tokens[index].text],
        tokens[index].spaceBefore || index == tokens.startIndex
      else { continue }
      // up to two words between number and noun
      guard
        let noun = tokens[(index + 1)...].prefix(3).firstIndex(where: {
          $0.kind == .word && $0.text.last == UInt8(ascii: "s") && !units.contains($0.text)
        }), tokens[(index + 1)..<noun].allSatisfy({ $0.kind == .word && !units.contains($0.text) }),
        !tokens[max(tokens.startIndex, index - 3)...noun].contains(where: {
          loose.contains($0.text)
        })
      else { continue }
      let start =
        index > tokens.startIndex && pointing.contains(tokens[index - 1].text) ? index - 1 : index
      guard noun + 1 < tokens.endIndex, tokens[noun + 1].text == ":" else {
        if headed.contains(tokens[noun].text) { return (number, index..<noun + 1) }
        continue
      }
      return (number, start..<noun + 2)
    }
    return nil
  }

  private static let pointing: WordSet = ["these", "the", "following"]

  // MARK: Lists

  /// The items of the list that follows a block at once, or the rows of a table; nil for neither, and for a table
  /// that compares as many things in its columns as were announced.
  static func itemsBehind(_ block: Int, announced number: Int, _ reading: PlanReading) -> (
    count: Int, what: String
  )? {
    let plan = reading.plan
    let next = block + 1
    guard next < plan.blocks.count, plan.blocks[next].parent == plan.blocks[block].parent,
      plan.blocks[next].span.file == plan.blocks[block].span.file
    else { return nil }
    let isTable = plan.blocks[next].kind == .table
    if case .list = plan.blocks[next].kind {} else if !isTable { return nil }
    // a table whose corner is empty may compare what stands in its columns
    if isTable, next + 1 < plan.blocks.count,
      case .tableRow(header: true, let cells) = plan.blocks[next + 1].kind,
      cells.first?.isEmpty == true, cells.count - 1 == number
    {
      return nil
    }
    var count = 0
    var index = next + 1
    while index < plan.blocks.count, plan.blocks[next].span.contains(plan.blocks[index].span) {
      if plan.blocks[index].parent == next {
        if case .tableRow(header: true, _) = plan.blocks[index].kind {} else { count += 1 }
      }
      index += 1
    }
    // a list that another one follows may go on there
    if !isTable, index < plan.blocks.count, plan.blocks[index].parent == plan.blocks[block].parent {
      switch plan.blocks[index].kind {
      case .list, .fence: return nil
      default: break
      }
    }
    return (count, isTable ? "rows" : "items")
  }

  /// Names in code with nothing but commas and brackets between them, to the sentence's end or the next preposition.
  static func names(behind start: Int, _ sentence: Sentence) -> (count: Int, what: String)? {
    var count = 0
    var depth = 0
    var isFirst = true
    for token in sentence.tokens[start...] {
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      guard depth == 0, token.text != ")" else { continue }
      if token.kind == .code {
        // `a` `b` is one thing with a remark
        if isFirst { count += 1 }
        isFirst = false
      } else if [",", "and", ";", "&"].contains(token.text) {
        isFirst = true
      } else if token.kind == .word {
        // anything but bare names: the names are not the whole list
        return ["to", "in", "of", "from", "into", "for", "at", "on"].contains(token.text)
          && count > 1
          ? (count, "names") : nil
      } else if token.text != "." {
        return nil
      }
    }
    return count > 1 ? (count, "names") : nil
  }

  // MARK: Tasks

  private static let headed: WordSet = [
    "tasks", "phases", "steps", "milestones", "stages", "parts",
  ]

  static func singular(_ noun: Word) -> Word {
    switch noun {
    case "tasks": "task"
    case "phases": "phase"
    case "steps": "step"
    case "milestones": "milestone"
    case "stages": "stage"
    default: "part"
    }
  }

  private static let splitting: WordSet = [
    "split", "splits", "divided", "in", "into", "consists", "has", "contains", "comprises", "the",
    "these", "following", "takes", "plan",
  ]

  /// It speaks of the whole: before the first task, with a word that divides.
  static func splits(_ sentence: Sentence, before place: Int) -> Bool {
    sentence.zone != .heading
      && sentence.tokens[..<place].suffix(4).contains { splitting.contains($0.text) }
  }

  /// How many headings number tasks, phases and so on, when they count from one without a gap; and the last of them.
  static func numberedHeadings(_ reading: PlanReading) -> [Word: (count: Int, last: Span)] {
    var found: [Word: [(number: Word, span: Span)]] = [:]
    for sentence in reading.sentences where sentence.zone == .heading && sentence.opensBlock {
      let words = sentence.tokens.filter { $0.kind == .word || $0.kind == .number }.prefix(2)
      guard words.count == 2, let noun = words.first?.text, let number = words.last,
        number.kind == .number
      else { continue }
      found[noun, default: []].append((number.text, sentence.span))
    }
    return found.compactMapValues { headings in
      let expected = headings.indices.map { Word(String($0 + 1).utf8) }
      guard let last = headings.last, headings.map(\.number) == expected else { return nil }
      return (headings.count, last.span)
    }
  }
}
