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
      guard sentence.zone != .heading, sentence.wordCount >= 4 else { return false }
      if announcesGoal(plan.blocks[sentence.block]) {
        return reading.unit(holding: sentence.span) == nil
      }
      guard let section = sentence.section else { return false }
      return goalSections.contains(section)
        || plan.sections[section].parent.map(goalSections.contains) == true
    }
    return stated ?? opening(reading) ?? firstOutcome(reading) ?? userStory(reading)
  }

  private static func announcesGoal(_ block: Block) -> Bool {
    block.announces == .goal || block.announces == .problem
  }

  /// What opens a file before its first heading of the second level, work and remarks about the document left out.
  private static func opening(_ reading: PlanReading) -> Sentence? {
    let plan = reading.plan
    var titles: Set<Int> = []
    for (index, section) in plan.sections.enumerated() {
      let isTitle = index == 0 || plan.sections[index - 1].span.file != section.span.file
      let isLabelOfTitle =
        section.parent.map(titles.contains) == true && !isHeading(section, plan)
      if isTitle && isHeading(section, plan) || isLabelOfTitle {
        titles.insert(index)
      }
    }
    return reading.sentences.first { sentence in
      guard ![.heading, .html, .frontMatter].contains(sentence.zone), sentence.wordCount >= 5,
        sentence.section.map(titles.contains) ?? true,
        reading.unit(holding: sentence.span) == nil
      else { return false }
      return !isAboutDocument(sentence, reading)
    }
  }

  private static func isHeading(_ section: Section, _ plan: Plan) -> Bool {
    if case .heading = plan.blocks[section.heading].kind { true } else { false }
  }

  private static let remarks: Set<SectionRole> = [
    .metadata, .references, .notes, .progress, .estimate, .dependenciesAndOrder, .outOfScope,
  ]
  private static let readerOrders: WordSet = [
    "see", "read", "note", "generated", "created", "updated", "based", "follow", "follows", "use",
    "copy", "fill", "replace", "tick", "mark", "keep", "please", "required", "prerequisite",
    "prerequisites", "last", "owner", "status", "important",
  ]
  private static let documents: WordSet = [
    "document", "file", "plan", "list", "page", "checklist", "doc", "backlog", "roadmap",
    "template", "tasks", "notes",
  ]
  private static let tracking: WordSet = [
    "tracks", "track", "lists", "contains", "collects", "is", "are", "was", "were", "summarizes",
    "uses", "follows", "supersedes", "belongs",
  ]

  /// `This file tracks …`, `See the wiki`, `Status: …`: about the document and how to read it.
  private static func isAboutDocument(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let block = sentence.block
    if let role = reading.plan.blocks[block].announces, remarks.contains(role) { return true }
    if remarks.contains(where: { reading.block(block, isIn: $0) }) { return true }
    let words = WordRun(sentence.tokens)
    guard let first = words.texts.first else { return true }
    if readerOrders.contains(first) { return true }
    guard let subject = words.first(documents, from: 0, within: 3) else { return false }
    return words.texts.dropFirst(subject + 1).first.map(tracking.contains) ?? false
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

  private static let wishes: Phrases = [
    ["i", "want"], ["i", "need"], ["i", "would", "like"], ["i'd", "like"],
  ]
}

extension Sentence {
  /// Words and code spans.
  var wordCount: Int { tokens.count { $0.kind == .word || $0.kind == .code } }
}
