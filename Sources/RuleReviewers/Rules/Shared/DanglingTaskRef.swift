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
    if tokens[window].contains(where: { elsewhere.contains($0.text) }) { return true }
    // “Task 9 in `other.md`”, “`other.md`, Task 9”
    let behind = tokens[place.upperBound...].prefix(3).drop { leading.contains($0.text) }.first
    let before = tokens[..<place.lowerBound].suffix(2).drop { $0.text == "," }
    return [behind, before.count == 1 ? before.last : nil].contains { token in
      guard let token, token.kind == .code else { return false }
      return bytes[token.range].suffix(3).elementsEqual(".md".utf8)
    }
  }

  private static let leading: WordSet = ["in", "of", "from", "(", "see", "at"]
}
