import CheckModel

extension Rule {
  /// "For now".
  static let temporaryMeasure = Rule(
    id: "temporary-measure", title: "Makeshift without an end", family: .planner, class: .b,
    severity: .minor, question: "selfcontained.1", kind: .risk,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "For now", "temporary fix", "quick hack", "as a workaround" in an instruction that does not say when it \
      ends: until, once, a task that removes it. Temporary files and folders are no makeshift.
      """,
    matters: "What nobody is told to take out stays.",
    consequence: "The executor builds it for good.",
    fix: "Say when it ends and which task takes it out, or build the real thing.",
    examples: Examples(
      bad: [
        "# Users\n\n- [ ] «Skip the access check for now»\n",
        "# Users\n\n- [ ] «Add a quick hack to `users.ts»`\n",
      ],
      good: [
        "# Users\n\n- [ ] Skip the access check for now; Task 9 takes the switch out\n",
        "# Users\n\n- [ ] Write the list into a temporary file\n",
        "# Users\n\n- [ ] Skip the check for now, until `DEV` is gone\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.judgedSentences.compactMap { sentence in
        guard reading.isInstruction(sentence) || opensForNow(sentence, reading),
          sentence.has(hasty) || sentence.has(present),
          !endsIt(sentence)
        else { return nil }
        let words = WordRun(sentence.tokens)
        // a label alone: what stands below it may stay
        guard words.texts.count > 2, let place = makeshift(words),
          !sentence.mentions(words.tokenRange(place))
        else {
          return nil
        }
        return Hit(sentence.span, "Nothing says when this ends.")
      }
    })

  private static let ends: WordSet = [
    "until", "till", "once", "task", "remove", "removed", "removes", "later", "then", "replaced",
    "only",
    "not", "never", "don't", "unchanged", "out",
  ]
  /// `Task 9 takes it out`, but not "comment it out".
  private static func endsIt(_ sentence: Sentence) -> Bool {
    let comments = sentence.has(["comment", "comments"])
    return sentence.tokens.contains { ends.contains($0.text) && !(comments && $0.text == "out") }
  }

  private static let present: WordSet = ["now", "being"]
  private static let hasty: WordSet = [
    "temporary", "quick", "dirty", "interim", "stopgap", "temporarily", "makeshift", "provisional",
  ]
  private static let makeshifts: WordSet = [
    "hack", "fix", "workaround", "patch", "shim", "solution", "bypass", "hacks", "fixes",
  ]
  /// What is switched off or held fixed "temporarily".
  private static let relaxing: WordSet = [
    "disable", "disables", "skip", "skips", "comment", "hard-code", "hardcode", "bypass", "ignore",
    "turn", "switch", "allow", "relax", "mute", "silence", "disabled", "skipped", "remove",
  ]

  /// `For now, hard-code the limit`, in a plan that neither numbers its steps nor ticks them.
  private static func opensForNow(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let words = sentence.tokens.filter { $0.kind == .word }.map(\.text)
    guard words.count > 3, words[0] == "for", words[1] == "now",
      [.paragraph, .item, .table].contains(sentence.zone), !reading.explains(sentence.block)
    else { return false }
    return relaxing.contains(words[2]) || Vocabulary.imperatives.contains(words[2])
      || Vocabulary.orders.contains(words[2])
  }

  private static func makeshift(_ words: WordRun) -> Range<Int>? {
    if words.texts.last == "temporarily", relaxing.contains(words.texts[0]) {
      return words.texts.count - 1..<words.texts.count
    }
    for index in words.texts.indices.dropLast() {
      let next = words.texts[index + 1]
      if words.texts[index] == "for", next == "now" { return index..<index + 2 }
      if words.texts[index] == "for",
        ["the", "time", "being"].elementsEqual(
          words.texts[(index + 1)...].prefix(3))
      {
        return index..<index + 4
      }
      if words.texts[index] == "temporarily", relaxing.contains(next) { return index..<index + 2 }
      if hasty.contains(words.texts[index]), makeshifts.contains(next) { return index..<index + 2 }
    }
    return nil
  }
}
