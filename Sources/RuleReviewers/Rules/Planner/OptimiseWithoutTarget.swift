import CheckModel

extension Rule {
  /// "Improve the layout".
  static let optimiseWithoutTarget = Rule(
    id: "optimise-without-target", title: "Improvement without a target", family: .planner,
    class: .b, severity: .minor, question: "clarity.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      Orders to optimise, improve, enhance, minimise, maximise, streamline, tune, polish, reduce or speed up \
      something, when the sentence has no number, no code, no bracket or colon, and neither than, from, to, \
      by nor with, and nothing below it says more. Sections about the goal are left alone.
      """,
    matters: "Every change can be called an improvement, and none is the last one.",
    consequence: "The executor changes something and calls it better.",
    fix: "Say which figure it has now and which one it must have, or which change is meant.",
    examples: Examples(
      bad: [
        "# List\n\n- [ ] «Optimize for terminal width»\n",
        "# List\n\n## Tasks\n\n1. «Improve the layout of the table.»\n",
        "# List\n\n## Steps\n\nRead the rows in one query. «Then speed up the start.»\n",
        "# List\n\n## Requirements\n\n- «The client must minimize the traffic.»\n",
      ],
      good: [
        "# List\n\n- [ ] Wrap at 80 columns, cut names at 24 characters\n",
        "# List\n\n- [ ] Improve the start by reading the index first\n",
        "# List\n\n- [ ] Reduce the image from 900 MB to at most 200 MB\n",
        "# List\n\n- [ ] Enhance `render()` with the width of the terminal\n",
        "# List\n\n- [ ] Improve the empty list\n  - it shows \"Nothing here yet\"\n",
        "# List\n\n## Goal\n\nImprove the list for people with many files.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.sentences.indices.compactMap { index in
        let sentence = reading.sentences[index]
        guard sentence.has(verbs), reading.isInstruction(sentence) else {
          return nil
        }
        let continuation = reading.continuation(of: index)
        let words = WordRun(sentence.tokens)
        guard let verb = order(words), !words.texts[verb...].contains(where: targets.contains),
          !sentence.explains(after: words.positions[verb]), !isAbout(sentence, words, verb),
          !sentence.isQuoted(words.tokenRange(verb..<verb + 1)),
          !sentence.isListedWithSlash(words.tokenRange(verb..<verb + 1)),
          !reading.block(sentence.block, isIn: .goal),
          continuation != .exact
        else { return nil }
        return Hit(
          sentence.span, "It does not say when it is good enough.",
          severity: continuation == .unclear ? .info : nil)
      }
    })

  private static let verbs: WordSet = [
    "optimize", "optimise", "improve", "enhance", "minimize", "minimise", "maximize", "maximise",
    "streamline", "tune", "polish", "reduce", "speed", "boost", "modernize", "modernise",
    "beautify", "accelerate",
  ]
  private static let targets: WordSet = [
    "than", "from", "to", "by", "with", "until", "till", "so", "via", "through", "using", "instead",
    "under", "below", "above",
  ]
  /// Behind these the verb is an order as well.
  private static let openers: WordSet = [
    "and", "then", "also", "must", "should", "shall", "please", "further", "finally",
  ]

  /// `src/list.ts` - enhance …: what is done there is a list of files; and an extension is no improvement.
  private static func isAbout(_ sentence: Sentence, _ words: WordRun, _ index: Int) -> Bool {
    if index == 0, sentence.tokens[..<words.positions[0]].contains(where: { $0.kind == .code }) {
      return true
    }
    return words.texts[index] == "enhance" && words.texts[index...].contains("for")
  }

  private static func order(_ words: WordRun) -> Int? {
    words.texts.indices.first { index in
      guard verbs.contains(words.texts[index]), index + 1 < words.texts.count else { return false }
      guard index == 0 || openers.contains(words.texts[index - 1]) else { return false }
      return words.texts[index] != "speed" || words.texts[index + 1] == "up"
        || words.texts.last == "up"
    }
  }
}
