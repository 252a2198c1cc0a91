import CheckModel

extension Rule {
  /// Four jobs in one checkbox.
  static let compoundStep = Rule(
    id: "compound-step", title: "Several jobs in one step", family: .executor, class: .c,
    severity: .info, question: "decomposition.1", kind: .ambiguous, zones: [.item],
    lexical: true,
    detects: """
      An open step in a list with four or more clauses in one sentence that each begin with another verb of \
      work. Lists behind a colon, steps with items below them, and what a script or a product does are \
      left alone. Info, because two readers of public plans accepted neither of 2 such findings.
      """,
    matters: "A step is done or not; one with four jobs is half done for a long time.",
    consequence: "The executor ticks it after the first two.",
    fix: "Make a step of each, with its own check.",
    examples: Examples(
      bad: [
        "# Orders\n\n- [ ] «Create the table, wire the API, update the page and write the docs»\n",
        "# Orders\n\n## Tasks\n\n1. «Add the column, fill it, drop the old one, then deploy the service.»\n",
      ],
      good: [
        "# Orders\n\n- [ ] Create the table\n- [ ] Wire the API\n- [ ] Update the page\n",
        "# Orders\n\n- [ ] Move the handlers: create, update, delete and list orders\n",
        "# Orders\n\n- [ ] Create the table and its index\n",
        "# Orders\n\n- [ ] Support create, update, delete and restore\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard sentence.zone == .item, sentence.wordCount >= 8,
          reading.unit(holding: sentence.span) != nil,
          jobs(sentence.tokens) >= 4,
          !(sentence.endsBlock && reading.continues(after: sentence.block))
        else { return nil }
        return Hit(
          sentence.span, "It holds \(jobs(sentence.tokens)) jobs, each with a verb of its own.")
      }
    })

  private static func isJob(_ word: Word) -> Bool {
    Vocabulary.imperatives.contains(word) || Vocabulary.orders.contains(word)
  }

  private static let joints: WordSet = [",", ";", "and", "then"]

  /// Distinct verbs of work that begin the sentence or a clause and have an object.
  private static func jobs(_ tokens: ArraySlice<Token>) -> Int {
    var verbs: Set<Word> = []
    var opens = true
    for index in tokens.indices {
      let token = tokens[index]
      if token.text == ":" || token.text == "(" { break }
      if joints.contains(token.text) {
        opens = true
        continue
      }
      guard opens, token.kind == .word else {
        if token.kind == .word || token.kind == .code { opens = false }
        continue
      }
      opens = false
      let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
      let hasObject = next.map {
        ($0.kind == .word || $0.kind == .code) && !joints.contains($0.text)
      }
      if hasObject == true, isJob(token.text) { verbs.insert(token.text) }
    }
    return verbs.count
  }
}
