import CheckModel

extension Rule {
  /// A task that is not there.
  static let danglingTaskRef = Rule(
    id: "dangling-task-ref", title: "Points to a task that is not there", family: .shared,
    class: .a, severity: .major, question: "consistency.3", kind: .wrong,
    zones: [.paragraph, .item, .table],
    lexical: false,
    detects: """
      `Task 9` in a plan whose headings number at least three tasks and no Task 9. Sentences that name \
      another document are left alone.
      """,
    matters: "What the other task should bring never comes, or the number means another task.",
    consequence: "The executor takes the task that looks nearest, or does without.",
    fix: "Name the task that is meant, or add it.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: Parse

        Text.

        ### Task 2: Print

        Uses the type from «Task 9».

        ### Task 3: Test

        Text.

        """
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

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let known = headedTasks(reading)
      guard known.count >= 3 else { return [] }
      var hits: [Hit] = []
      for sentence in reading.sentences
      where !sentence.finished && [.paragraph, .item, .table].contains(sentence.zone) {
        guard !namesDocument(sentence) else { continue }
        let tokens = sentence.tokens
        for index in tokens.indices.dropLast() where tokens[index].text == "task" {
          let number = tokens[index + 1]
          guard number.kind == .number, number.spaceBefore, number.text.count <= 2,
            !known.contains(number.text)
          else { continue }
          let span = sentence.span(of: index..<index + 2)
          hits.append(Hit(span, "No heading of this plan has that number."))
        }
      }
      return hits
    })

  private static func headedTasks(_ reading: PlanReading) -> Set<Word> {
    var numbers: Set<Word> = []
    for sentence in reading.sentences where sentence.zone == .heading && sentence.opensBlock {
      let tokens = sentence.tokens
      for index in tokens.indices.dropLast() where tokens[index].text == "task" {
        if tokens[index + 1].kind == .number { numbers.insert(tokens[index + 1].text) }
      }
    }
    return numbers
  }

  private static let elsewhere: WordSet = [
    "plan", "spec", "issue", "pr", "document", "sprint", "phase", "previous", "earlier", "jira",
    "other", "milestone",
  ]

  private static func namesDocument(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { $0.kind == .code || elsewhere.contains($0.text) }
  }
}
