import CheckModel

/// Tells sections that say what must come out from those that only wish for tests.
enum CheckSections {
  /// Whether a section of criteria or tests says something that can be seen.
  static func any(in reading: PlanReading) -> Bool {
    let sections = reading.plan.sections
    let accepting = marks(.acceptance, from: 0.5, sections)
    let testing = marks(.tests, from: 0.8, sections)
    let isShown = reading.sentences.contains { sentence in
      guard sentence.zone != .heading, let section = sentence.section else { return false }
      return accepting[section] && sentence.wordCount > 0
        || testing[section] && !isWish(sentence)
    }
    return isShown
      || reading.plan.blocks.contains { block in
        block.isFence && (block.section.map { accepting[$0] || testing[$0] } ?? false)
      }
  }

  private static func marks(
    _ role: SectionRole, from weight: Double, _ sections: [Section]
  ) -> [Bool] {
    sections.map { section in
      section.roles.contains { $0.role == role && $0.weight >= weight }
    }
  }

  private static let wishing: WordSet = [
    "write", "add", "create", "implement", "update", "set", "extend", "perform", "conduct",
    "manual", "unit", "integration", "e2e", "end-to-end", "performance", "load", "regression",
    "document", "fix", "improve", "prepare", "develop", "setup", "increase",
  ]
  private static let outcomes: WordSet = [
    "returns", "return", "shows", "show", "fails", "fail", "passes", "pass", "rejects", "rejected",
    "is", "are", "equals", "exits", "prints", "contains", "gives", "answers", "stays", "must",
    "when", "then", "if", "without", "no", "not", "never", "→", "->", ":", "=", "after",
    "before", "throws", "raises", "that", "does", "has", "have", "still", "can", "cannot", "given",
  ]

  /// “Write unit tests for the calculations”: nothing of it could fail.
  private static func isWish(_ sentence: Sentence) -> Bool {
    guard sentence.english else { return false }
    // behind the label that opens the section
    let label =
      sentence.tokens.prefix(4).firstIndex { $0.text == ":" } ?? sentence.tokens.startIndex
    let words = sentence.tokens[label...].filter { $0.kind != .symbol }
    guard let first = words.first, first.kind == .word else { return words.isEmpty }
    if ["no", "none"].contains(first.text) { return true }
    return wishing.contains(first.text) && sentence.wordCount <= 14 && !sentence.has(outcomes)
      && !sentence.tokens.contains { $0.kind == .number }
  }
}
