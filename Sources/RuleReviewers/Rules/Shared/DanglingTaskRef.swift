import CheckModel

extension Rule {
  /// A task or requirement that is not there.
  static let danglingTaskRef = Rule(
    id: "dangling-task-ref", title: "Points to a task that is not there", family: .shared,
    class: .a, severity: .major, question: "consistency.3", kind: .wrong,
    zones: [.paragraph, .item, .table],
    lexical: false,
    detects: """
      `Task 9`, `T042` or `FR-012` in a plan that numbers at least three tasks or requirements in that way and \
      has none of that number. Left alone are references beside the name of another document.
      """,
    matters: "What the other task should bring never comes, or the number means another task.",
    consequence: "The executor takes the task that looks nearest, or does without.",
    fix: "Name the task or requirement that is meant, or add it.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: Parse

        Text.

        ### Task 2: Print

        Uses the type `Row` from «Task 9».

        ### Task 3: Test

        Text.

        """,
        """
        # Sync

        - [ ] T001 Create `src/parse.ts`
        - [ ] T002 Create `src/print.ts`
        - [ ] T003 Test both in `test/sync.ts`; needs «T012»

        """,
      ],
      good: [
        """
        # Sync

        ### Task 1: Parse

        Text.

        ### Task 2: Print

        Uses the type from Task 1, and that of Task 9 in `docs/other.md`.

        ### Task 3: Test

        Text.

        """,
        """
        # Sync

        Follows T090 of the plan for the parser.

        - [ ] T001 Create `src/parse.ts`
        - [ ] T002 Create `src/print.ts`
        - [ ] T003 Test both in `test/sync.ts`; needs T001

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let known = NumberedIDs(reading)
      return reading.sentences.lazy
        .filter { !$0.finished && [.paragraph, .item, .table].contains($0.zone) }
        .flatMap { sentence in
          known.missing(in: sentence).compactMap { place, what -> Hit? in
            guard !namesDocument(sentence, around: place, reading) else { return nil }
            return Hit(sentence.span(of: place), "No \(what) of this plan has that number.")
          }
        }
    })

  private static let elsewhere: WordSet = [
    "plan", "plan's", "spec", "issue", "pr", "document", "sprint", "previous", "jira", "other",
    "milestone", "epic", "ticket", "project", "backlog", "board", "another", "example", "e.g",
  ]

  /// Six words around the reference name another document.
  private static func namesDocument(
    _ sentence: Sentence, around place: Range<Int>, _ reading: PlanReading
  ) -> Bool {
    let tokens = sentence.tokens
    let window =
      max(
        tokens.startIndex, place.lowerBound - 6)..<min(
        tokens.endIndex, place.upperBound + 6)
    let bytes = reading.plan.files[sentence.file].source.bytes
    return tokens[window].contains { token in
      elsewhere.contains(token.text)
        || token.kind == .code && bytes[token.range].suffix(3).elementsEqual(".md".utf8)
    }
  }
}

/// The numbers that a plan gives its tasks and requirements, by how they are written.
private struct NumberedIDs {
  /// Of `Task 3`, `### 3.` and `- [ ] 1.2`.
  private let tasks: Set<String>
  /// By what stands before the digits: `t`, `fr-`, `sc-`.
  private let byPrefix: [String: Set<String>]
  /// `1.2` of requirements.
  private let criteria: Set<String>
  private let plan: Plan

  init(_ reading: PlanReading) {
    var tasks: Set<String> = []
    var byPrefix: [String: Set<String>] = [:]
    var criteria: Set<String> = []
    func read(_ id: String, isTask: Bool) {
      let id = id.lowercased()
      let digits = id.drop { !$0.isNumber }
      let prefix = String(id.prefix(id.count - digits.count).filter { $0 != " " && $0 != "#" })
      guard !digits.isEmpty else { return }
      if prefix.isEmpty || prefix.count > 3 {
        if isTask { tasks.insert(String(digits)) } else { criteria.insert(String(digits)) }
      } else {
        byPrefix[prefix, default: []].insert(prefix + digits)
      }
    }
    for task in reading.plan.tasks { task.authorID.map { read($0, isTask: true) } }
    for requirement in reading.plan.requirements { requirement.id.map { read($0, isTask: false) } }
    self.tasks = tasks
    self.byPrefix = byPrefix
    self.criteria = criteria
    plan = reading.plan
  }

  /// The references of a sentence that lead nowhere.
  func missing(in sentence: Sentence) -> [(place: Range<Int>, what: String)] {
    let tokens = sentence.tokens
    return tokens.indices.flatMap { index -> [(place: Range<Int>, what: String)] in
      let text = tokens[index].text
      if text == "task" || text == "tasks" {
        return unknownNumbers(behind: index, sentence, tasks, isList: text == "tasks")
          .map { (text == "task" ? index..<$0 + 1 : $0..<$0 + 1, "task") }
      }
      if text == "requirements", index + 1 < tokens.endIndex, tokens[index + 1].text == ":" {
        return unknownNumbers(behind: index + 1, sentence, criteria, isList: true)
          .map { ($0..<$0 + 1, "requirement") }
      }
      guard tokens[index].kind == .word, tokens[index].text.last.isDigit else { return [] }
      let id = self.text(index, sentence)
      let prefix = String(id.prefix { !$0.isNumber })
      guard let known = byPrefix[prefix], known.count >= 3, !known.contains(id),
        known.first?.count == id.count, id.dropFirst(prefix.count).allSatisfy(\.isNumber)
      else { return [] }
      return [(index..<index + 1, prefix == "t" ? "task" : "requirement")]
    }
  }

  private func text(_ token: Int, _ sentence: Sentence) -> String {
    plan.text(of: sentence.span(of: token..<token + 1)).lowercased()
  }

  /// Numbers written as the plan writes its own, and not among them.
  private func unknownNumbers(
    behind word: Int, _ sentence: Sentence, _ known: Set<String>, isList: Bool
  ) -> [Int] {
    let tokens = sentence.tokens
    guard known.count >= 3 else { return [] }
    var unknown: [Int] = []
    for index in (word + 1)..<max(word + 1, tokens.endIndex) {
      let token = tokens[index]
      if token.kind == .number {
        // Task 3's
        let number = String(text(index, sentence).prefix { $0.isNumber || $0 == "." })
        let isDecimal = number.contains(".")
        // a plan of plain numbers may speak of the decimals of another one
        if number.count <= 4, !known.contains(number), token.spaceBefore || index > word + 1,
          known.contains(where: { $0.contains(".") == isDecimal })
        {
          unknown.append(index)
        }
      } else if !isList || ![",", "and", "or", "-", "–", "to", "&"].contains(token.text) {
        break
      }
      if !isList { break }
    }
    return unknown
  }
}
