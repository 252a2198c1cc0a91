import CheckModel

/// Finds the sentences in which a plan says what it is for.
enum Statements {
  /// The words that state the goal; nil when there are none.
  static func goal(in reading: PlanReading) -> Sentence? {
    let plan = reading.plan
    let goalSections = Set(
      plan.sections.indices.filter { index in
        plan.sections[index].roles.contains {
          ($0.role == .goal || $0.role == .problem) && !$0.inherited && $0.weight >= 0.5
        }
      })
    let stated = reading.sentences.first { sentence in
      guard sentence.zone != .heading, let section = sentence.section,
        goalSections.contains(section)
          || plan.sections[section].parent.map(goalSections.contains) == true
      else { return false }
      return sentence.wordCount >= 4
    }
    return stated ?? tabled(reading) ?? firstOutcome(reading) ?? userStory(reading)
  }

  private static let goalCells: WordSet = [
    "goal", "result", "outcome", "objective", "aim", "purpose", "why",
  ]

  /// The cell beside `Goal` in a table that tells about the document.
  private static func tabled(_ reading: PlanReading) -> Sentence? {
    let sentences = reading.sentences
    guard
      let label = sentences.indices.dropLast().first(where: { index in
        let sentence = sentences[index]
        return sentence.zone == .table && sentence.isFirstCell && sentence.wordCount == 1
          && sentence.tokens.contains { goalCells.contains($0.text) }
      })
    else { return nil }
    let next = sentences[label + 1]
    return next.block == sentences[label].block && next.wordCount >= 4 ? next : nil
  }

  private static let outcomeWords: WordSet = [
    "add", "adds", "allow", "allows", "enable", "enables", "make", "makes", "build", "builds",
    "create", "creates", "implement", "implements", "implementing", "let", "lets", "provide",
    "provides", "fix", "fixes", "support", "supports", "replace", "replaces", "introduce",
    "introduces", "migrate", "migrates", "improve", "improves", "refactor", "refactors", "want",
    "should", "will", "propose", "proposes", "goal", "aim", "aims", "must", "need", "needs",
    "remove", "removes", "convert", "extend", "extends", "move", "moves", "describes", "defines",
    "instead", "becomes", "become", "gets", "gains", "shall", "drops", "renames", "switches",
  ]
  private static let outcomes: Phrases = [
    ["after", "this"], ["so", "that"], ["from", "now", "on"], ["no", "longer"],
  ]

  /// A sentence of the first paragraphs that says what will be different.
  private static func firstOutcome(_ reading: PlanReading) -> Sentence? {
    var paragraphs = 0
    for sentence in reading.sentences where sentence.zone == .paragraph {
      if sentence.opensBlock { paragraphs += 1 }
      if paragraphs > 3 { return nil }
      if reading.block(sentence.block, isIn: .metadata) { continue }
      guard reading.unit(holding: sentence.span) == nil else { return nil }
      if sentence.wordCount >= 6,
        sentence.tokens.contains(where: { outcomeWords.contains($0.text) })
          || outcomes.occur(in: sentence.tokens)
      {
        return sentence
      }
    }
    return nil
  }

  private static func userStory(_ reading: PlanReading) -> Sentence? {
    reading.sentences.first { sentence in
      wishes.occur(in: sentence.tokens) && sentence.tokens.contains { $0.text == "as" }
    }
  }

  private static let wishes: Phrases = [["i", "want"]]
}

extension Sentence {
  /// Words and code spans.
  var wordCount: Int { tokens.count { $0.kind == .word || $0.kind == .code } }
}
