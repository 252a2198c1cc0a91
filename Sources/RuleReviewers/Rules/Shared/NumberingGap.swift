import CheckModel

extension Rule {
  /// Task 2, then Task 4.
  static let numberingGap = Rule(
    id: "numbering-gap", title: "Number left out", family: .shared, class: .a, severity: .minor,
    question: "consistency.3", kind: .wrong, zones: [.heading, .item],
    lexical: false,
    detects: """
      Headings `Task N`, or checkboxes and items with ids such as `T012` or `FR-3`, of which one file has at \
      least three and that leave a number out or go back. Numbers that a sentence mentions as removed, \
      and gaps of more than ten, are left alone.
      """,
    matters: "Something was taken out or never written, and what pointed there may point wrong.",
    consequence: "The executor builds a plan with a hole and does not notice it.",
    fix: "Add what is missing, or number anew and mend the references.",
    examples: Examples(
      bad: [
        "# Sync\n\n### Task 1: Parse\n\nA.\n\n### Task 2: Print\n\nB.\n\n### «Task 4»: Test\n\nC.\n",
        "# Sync\n\n- [ ] T001 Add `a.swift`\n- [ ] T002 Add `b.swift`\n- [ ] «T004» Add `c.swift`\n",
      ],
      good: [
        "# Sync\n\n### Task 1: Parse\n\nA.\n\n### Task 2: Print\n\nB.\n\n### Task 3: Test\n\nC.\n",
        "# Sync\n\n- [ ] T010 Add `a.swift`\n- [ ] T020 Add `b.swift`\n- [ ] T030 Add `c.swift`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .fires,
      ]),
    find: { reading in
      var series: [Series: [(number: Int, span: Span)]] = [:]
      for sentence in reading.sentences where sentence.opensBlock && sentence.zone != .quote {
        guard let id = SerialNumber(sentence, reading), !mentions(sentence, id) else { continue }
        series[id.series, default: []].append((id.number, id.span))
      }
      return series.compactMap { series, members -> Hit? in
        guard members.count >= 3 else { return nil }
        let steps = zip(members, members.dropFirst()).map { $1.number - $0.number }
        if let late = onlyDescent(members.map(\.number), steps) {
          return Hit(members[late].span, "It follows number \(members[late - 1].number).")
        }
        // numbered in tens on purpose, or by something else than order
        // a number that comes twice is no place to count from
        var highest = members[0].number
        let jumps = zip(members.dropFirst(), steps).map { member, step in
          defer { highest = max(highest, member.number) }
          return step > 1 ? member.number - highest : step
        }
        guard steps.count(where: { $0 == 1 }) * 2 >= steps.count,
          let broken = jumps.firstIndex(where: { isGap($0, in: series.zone) })
        else { return nil }
        let (before, after) = (members[broken], members[broken + 1])
        return Hit(after.span, "It follows number \(before.number).")
      }.sorted {
        ($0.span ?? Span(file: 0, range: 0..<0)) < ($1.span ?? Span(file: 0, range: 0..<0))
      }
    })

  private static let joints: WordSet = ["and", "or", "to", "then", ",", "→", "–", "/", "&", "+"]

  /// `T004 and T005 may run side by side` speaks of tasks and is none.
  private static func mentions(_ sentence: Sentence, _ id: SerialNumber) -> Bool {
    guard sentence.zone == .item else { return false }
    let next = sentence.tokens.first {
      $0.range.lowerBound >= id.span.range.upperBound && $0.text != "*" && $0.text != "**"
    }
    return next.map { joints.contains($0.text) } ?? false
  }

  /// Where two neighbors changed places: every number is there once, and one of them is smaller than that before it.
  private static func onlyDescent(_ numbers: [Int], _ steps: [Int]) -> Int? {
    guard let descent = steps.firstIndex(where: { $0 < 0 }), steps.count(where: { $0 < 0 }) == 1,
      Set(numbers).count == numbers.count,
      (numbers.max() ?? 0) - (numbers.min() ?? 0) + 1 == numbers.count
    else { return nil }
    return descent + 1
  }

  /// Items are also listed by priority or by date, headings are not.
  private static func isGap(_ step: Int, in zone: Zone) -> Bool {
    zone == .heading ? step != 0 && step != 1 && abs(step) <= 10 : (2...10).contains(step)
  }

  fileprivate struct Series: Hashable {
    let prefix: Word
    let zone: Zone
    let file: Int
    let level: Int
  }

  fileprivate struct SerialNumber {
    let series: Series
    let number: Int
    let span: Span

    /// `Task 3` in a heading, `T012` or `FR-3` at the start of an item.
    init?(_ sentence: Sentence, _ reading: PlanReading) {
      let tokens = sentence.tokens
      guard sentence.zone == .heading || sentence.zone == .item,
        let first = tokens.firstIndex(where: { $0.kind != .symbol }), tokens[first].kind == .word,
        sentence.zone == .heading ? tokens[first].text == "task" : tokens[first].text.last.isDigit
      else { return nil }
      let text = reading.plan.text(of: sentence.span(of: first..<first + 1))
      var level = 0
      let digits: Substring
      let end: Int
      if sentence.zone == .heading {
        guard tokens[first].text == "task", first + 1 < tokens.endIndex,
          tokens[first + 1].kind == .number
        else { return nil }
        digits = reading.plan.text(of: sentence.span(of: first + 1..<first + 2))[...]
        end = first + 2
        level = sentence.section.map { reading.plan.sections[$0].level } ?? 0
      } else {
        guard sentence.zone == .item else { return nil }
        digits = text.drop { !$0.isNumber }
        let prefix = text.prefix { $0.isLetter && $0.isUppercase }
        guard !prefix.isEmpty, prefix.count <= 4,
          text.count - prefix.count - digits.count <= 1,
          prefix == "T" || digits.count < text.count - prefix.count
        else { return nil }
        end = first + 1
      }
      guard let number = Int(digits), number < 1000 else { return nil }
      self.number = number
      span = sentence.span(of: first..<end)
      series = Series(
        prefix: Word(text.utf8.prefix { !$0.isDigit }), zone: sentence.zone, file: sentence.file,
        level: level)
    }
  }
}
