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
    /// Neither: a sentence's own words decide.
    case open
    /// Where the plan says what is to be built: in a section of that role, or in an open task.
    case works
    /// Below a task's heading, or a checkbox item: binding.
    case binds
  }

  /// - Parameter titles: the words of each section's title.
  init(plan: Plan, zones: [Zone], titles: [[Word]]) {
    let explaining = Standing.explainingSections(plan, titles)
    let working = TitleWords.sections(of: plan, titles, under: ["task", "tasks", "step", "steps"])
    // of a plan that is done nothing is to be done any more, ticked or not
    finished =
      plan.state == .done
      ? plan.blocks.map { _ in true } : Standing.blocks(of: plan, inTasks: { $0 == .done })
    let open = Standing.blocks(of: plan, inTasks: { $0 != .done })
    english = plan.blocks.map { block in
      let language = block.section.map { plan.sections[$0].language } ?? "und"
      return language == "und" ? plan.language == "en" || plan.language == "und" : language == "en"
    }
    let inCheckboxItem = Standing.blocksInCheckboxItems(plan)
    let works = Set(plan.tasks.map(\.block))
    footing = plan.blocks.indices.map { index in
      let block = plan.blocks[index]
      if inCheckboxItem[index] { return .binds }
      if zones[index] == .quote || block.section.map({ explaining[$0] }) == true {
        return .explains
      }
      if let role = block.announces, Standing.explainingRoles.contains(role),
        !works.contains(index), block.parent.map(works.contains) != true
      {
        return .explains
      }
      if block.section.map({ working[$0] }) == true { return .binds }
      return open[index] || block.section.map({ Standing.works(plan.sections[$0]) }) == true
        ? .works : .open
    }
  }

  func explains(_ block: Int) -> Bool { footing[block] == .explains }

  /// It stands where the plan says what is to be built.
  func works(_ block: Int) -> Bool { footing[block] == .works || footing[block] == .binds }

  /// Whether the sentence tells the executor what to do or the product what to be, beyond doubt.
  func binds(_ sentence: Sentence) -> Bool {
    guard let opening = opening(of: sentence) else { return false }
    switch footing[sentence.block] {
    case .explains: return false
    case .binds: return true
    case .works, .open: break
    }
    if sentence.zone == .item {
      if Vocabulary.imperatives.contains(opening) { return true }
      if sentence.opensBlock, ["given", "when", "then", "and"].contains(opening) { return true }
    }
    return sentence.tokens.contains { token in
      token.allCaps && (token.text == "shall" || token.text == "must" || token.text == "required")
    }
  }

  /// Whether the sentence binds, or stands where the plan says what is to be built, or is worded as an order:
  /// what rules of words judge.
  func instructs(_ sentence: Sentence) -> Bool {
    guard let opening = opening(of: sentence) else { return false }
    switch footing[sentence.block] {
    case .explains: return false
    case .works, .binds: return true
    case .open:
      let verb = Standing.conditions.contains(opening) ? Standing.behindComma(sentence) : opening
      return Vocabulary.imperatives.contains(verb) || Vocabulary.orders.contains(verb)
        || sentence.has(Standing.obligations) || binds(sentence) || states(sentence)
    }
  }

  /// A short sentence that says how something is, and gives no reasons: in a plan it says how it is to be.
  private func states(_ sentence: Sentence) -> Bool {
    sentence.wordCount <= 20 && !sentence.has(Standing.reasons)
      && sentence.tokens.indices.allSatisfy { index in
        guard Standing.authors.contains(sentence.tokens[index].text) else { return true }
        let next = sentence.tokens[(index + 1)...].first { $0.kind == .word }?.text ?? ""
        return Standing.decisions.contains(next) || Vocabulary.imperatives.contains(next)
          || Vocabulary.orders.contains(next)
      }
  }

  /// What the authors say of themselves is a decision (`We store …`) or a thought (`We noticed …`).
  private static let authors: WordSet = ["we", "i"]
  private static let decisions: WordSet = ["will", "shall", "must", "recommend", "propose", "only"]

  /// Words of somebody who explains, weighs or tells of today.
  private static let reasons: WordSet = [
    "however", "additionally", "given", "fortunately", "basically", "would", "could", "might",
    "since", "because", "suppose", "assume", "currently", "today", "practise", "practice",
    "although",
    "though", "example", "problem", "therefore", "thus", "hence", "already", "was", "were",
    "had", "been", "instead", "actually", "really", "important", "us", "perhaps",
    "maybe", "probably", "seems", "why", "purpose", "now", "future", "?", "related", "concepts",
  ]

  private static let conditions: WordSet = [
    "if", "where", "when", "whenever", "wherever", "as", "then", "also", "please", "finally",
  ]

  /// The word with which the main clause begins: `If feasible, remove …`, `Also remove …`.
  private static func behindComma(_ sentence: Sentence) -> Word {
    let tokens = sentence.tokens
    let first = tokens.firstIndex { $0.kind == .word } ?? tokens.startIndex
    if ["then", "also", "please", "finally"].contains(tokens[first].text) {
      return tokens[(first + 1)...].first { $0.kind == .word }?.text ?? ""
    }
    guard let comma = tokens.firstIndex(where: { $0.text == "," }) else { return "" }
    return tokens[comma...].first { $0.kind == .word }?.text ?? ""
  }

  private static let obligations: WordSet = ["must", "shall", "should", "needs", "required"]

  /// The first word; nil for headings and for sentences that report and tell nobody to do anything.
  private func opening(of sentence: Sentence) -> Word? {
    guard let first = sentence.tokens.first, sentence.zone != .heading,
      !["✅", "✓", "✔", "☑"].contains(first.text)
    else {
      return nil
    }
    let opening = sentence.tokens.first { $0.kind == .word }?.text ?? ""
    return ["rejected", "chosen", "read", "expected", "note"].contains(opening) ? nil : opening
  }

  private static let workingRoles: Set<SectionRole> = [.tasks, .requirements, .acceptance]

  private static func works(_ section: Section) -> Bool {
    section.roles.contains { workingRoles.contains($0.role) && $0.weight >= 0.5 }
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

  private static let deciding: WordSet = ["decision", "decisions"]

  private static func explainingSections(_ plan: Plan, _ titles: [[Word]]) -> [Bool] {
    // a design without tasks and requirements says in its decisions what is to be built
    let isDesign = plan.tasks.isEmpty && plan.requirements.isEmpty
    var marks: [Bool] = []
    for (section, title) in zip(plan.sections, titles) {
      if isDesign, title.contains(where: deciding.contains), section.has(.decisions) {
        marks.append(section.parent.map { marks[$0] } ?? false)
        continue
      }
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
    // what must hold in the end, or what was done: the ticks tell
    if words == ["done"] { return false }
    if let strongest = section.roles.first, !strongest.inherited, strongest.weight >= 0.8 {
      if explainingRoles.contains(strongest.role) { return true }
      // `Scenario: the tag is current`
      if workingRoles.contains(strongest.role) { return false }
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

  /// For each block whether it belongs to a task in such a state.
  private static func blocks(of plan: Plan, inTasks isMeant: (TaskState) -> Bool) -> [Bool] {
    var spans = plan.tasks.filter { isMeant($0.state) }.map(\.span).sorted()
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
    let tokens = tokens(of: title)
    var words: [Word] = []
    words.reserveCapacity(tokens.count)
    for token in tokens where token.kind == .word { words.append(token.text) }
    return words
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
    // words of an English title
    tokens.reserveCapacity(bytes.count / 5 + 1)
    Tokenizer(bytes: bytes).append(0..<bytes.count, spaceBefore: true, to: &tokens)
    return tokens
  }
}
