import CheckModel

/// What weight the words of a block have: instruction or explanation, finished or open, which language.
struct Standing {
  /// For each block: it belongs to a ticked task.
  let finished: [Bool]
  /// For each block: its section is English, or too short to tell in an English plan.
  let english: [Bool]
  private let footing: [Footing]

  /// What a block's surroundings say about its sentences.
  private enum Footing {
    /// In a section or quotation that explains: never binding.
    case explains
    /// A sentence binds if its own words do.
    case open
    /// A list item: an opening imperative binds too.
    case item
    /// Below a task's heading, or a checkbox item: binding.
    case binds
  }

  /// - Parameter titles: the words of each section's title.
  init(plan: Plan, zones: [Zone], titles: [[Word]]) {
    let explaining = Standing.explainingSections(plan, titles)
    let working = TitleWords.sections(of: plan, titles, under: ["task", "tasks", "step", "steps"])
    finished = Standing.finishedBlocks(plan)
    english = plan.blocks.map { block in
      let language = block.section.map { plan.sections[$0].language } ?? "und"
      return language == "und" ? plan.language == "en" || plan.language == "und" : language == "en"
    }
    let inCheckboxItem = Standing.blocksInCheckboxItems(plan)
    footing = plan.blocks.indices.map { index in
      let block = plan.blocks[index]
      if inCheckboxItem[index] { return .binds }
      if zones[index] == .quote || block.section.map({ explaining[$0] }) == true {
        return .explains
      }
      if block.section.map({ working[$0] }) == true { return .binds }
      return zones[index] == .item ? .item : .open
    }
  }

  func explains(_ block: Int) -> Bool { footing[block] == .explains }

  /// Whether the sentence tells the executor what to do or the product what to be.
  func binds(_ sentence: Sentence) -> Bool {
    guard let first = sentence.tokens.first, sentence.zone != .heading else { return false }
    if first.text == "✅" { return false }
    let opening = sentence.tokens.first { $0.kind == .word }?.text ?? ""
    if ["rejected", "chosen", "read", "expected", "note"].contains(opening) { return false }
    switch footing[sentence.block] {
    case .explains: return false
    case .binds: return true
    case .item:
      if Vocabulary.imperatives.contains(opening) { return true }
      if sentence.opensBlock, ["given", "when", "then", "and"].contains(opening) { return true }
    case .open: break
    }
    return sentence.tokens.contains { token in
      token.allCaps && (token.text == "shall" || token.text == "must" || token.text == "required")
    }
  }

  /// Parents come before what they hold, so one pass hands the mark down.
  private static func blocksInCheckboxItems(_ plan: Plan) -> [Bool] {
    var marks: [Bool] = []
    for block in plan.blocks {
      guard let parent = block.parent else {
        marks.append(false)
        continue
      }
      if case .item(let item) = plan.blocks[parent].kind, item.checkbox != nil {
        marks.append(true)
      } else {
        marks.append(marks[parent])
      }
    }
    return marks
  }

  private static func explainingSections(_ plan: Plan, _ titles: [[Word]]) -> [Bool] {
    var marks: [Bool] = []
    for (section, title) in zip(plan.sections, titles) {
      let inherited = section.parent.map { marks[$0] } ?? false
      // a document's title names its subject, whatever the words
      let own = section.level > 1 && explains(section, title)
      marks.append(inherited || own)
    }
    return marks
  }

  private static let explainingRoles: Set<SectionRole> = [
    .problem, .context, .alternatives, .risks, .outOfScope, .decisions, .references,
    .progress, .future, .glossary, .metadata,
  ]

  private static func explains(_ section: Section, _ words: [Word]) -> Bool {
    if let strongest = section.roles.first, !strongest.inherited, strongest.weight >= 0.8,
      explainingRoles.contains(strongest.role)
    {
      return true
    }
    if words.contains("task") || words.contains("tasks") || words.contains("step") { return false }
    if words.starts(with: ["out", "of", "scope"]) || words.starts(with: ["not", "in", "scope"]) {
      return true
    }
    // “User story 2: the own history” is about a history, and is none
    if let first = words.first, working.contains(first) { return false }
    return words.prefix(words.count <= 3 ? 3 : 2).contains(
      where: Vocabulary.explainingHeadings.contains)
  }

  /// What opens the headings of work.
  private static let working: WordSet = [
    "requirement", "scenario", "phase", "user", "story", "feature", "fix", "change", "milestone",
    "epic", "release", "part",
  ]

  private static func finishedBlocks(_ plan: Plan) -> [Bool] {
    var spans = plan.tasks.filter { $0.state == .done }.map(\.span).sorted()
    spans.reverse()
    var marks = [Bool](repeating: false, count: plan.blocks.count)
    var covering: Span?
    for index in plan.blocks.indices {
      let span = plan.blocks[index].span
      while let next = spans.last,
        (next.file, next.range.lowerBound)
          <= (span.file, span.range.lowerBound)
      {
        if covering?.contains(next) != true { covering = next }
        spans.removeLast()
      }
      if covering?.contains(span) == true { marks[index] = true }
    }
    return marks
  }
}

/// The lowercase words of a heading or a task's title.
enum TitleWords {
  static func of(_ title: String) -> [Word] {
    tokens(of: title).filter { $0.kind == .word }.map(\.text)
  }

  /// For each section whether its title, or one above it, has one of the words.
  static func sections(of plan: Plan, _ titles: [[Word]], under words: WordSet) -> [Bool] {
    var marks: [Bool] = []
    for (section, title) in zip(plan.sections, titles) {
      let isBelow = section.parent.map { marks[$0] } ?? false
      marks.append(isBelow || title.contains(where: words.contains))
    }
    return marks
  }

  static func tokens(of title: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(title.utf8)
    Tokenizer(bytes: bytes).append(0..<bytes.count, spaceBefore: true, to: &tokens)
    return tokens
  }
}
