import CheckModel

/// Which text of a plan is about its work: a story about something else is evidence for nothing.
struct Relevance: Sendable {
  private let reading: PlanReading
  /// By section: nothing in it, or in the heading that its label stands below, tells or names any work.
  private let foreign: [Bool]
  /// Sections that explain, and share a code name with what instructs.
  private var related: Set<Int> = []

  /// - Parameter prose: with what each sentence carries.
  init(_ prose: [Prose], _ reading: PlanReading) {
    self.reading = reading
    foreign = Self.foreign(prose, reading)
    var names: Set<Word> = []
    for prose in prose where instructs(prose.sentence.block) {
      names.formUnion(prose.codeNames(in: reading.plan))
    }
    for prose in prose where !instructs(prose.sentence.block) {
      guard let section = prose.sentence.section, !related.contains(section) else { continue }
      if !names.isDisjoint(with: prose.codeNames(in: reading.plan)) { related.insert(section) }
    }
  }

  /// Outside background, alternatives and the like, and outside of what is about something else.
  func instructs(_ block: Int) -> Bool {
    !reading.explains(block) && reading.plan.blocks[block].section.map { foreign[$0] } != true
  }

  /// What instructs, and of the rest those sections that name some of the same code.
  func concerns(_ sentence: Sentence) -> Bool {
    instructs(sentence.block) || sentence.section.map(related.contains) == true
  }

  /// Roles that say nothing about what a section is for.
  private static let anything: Set<SectionRole> = [
    .topic, .context, .metadata, .references, .notes,
  ]

  private static func foreign(_ prose: [Prose], _ reading: PlanReading) -> [Bool] {
    let plan = reading.plan
    var tells = plan.sections.map { section in
      section.roles.contains { !$0.inherited && $0.weight >= 0.5 && !anything.contains($0.role) }
    }
    func mark(_ section: Int?) {
      var next = section
      while let index = next, !tells[index] {
        tells[index] = true
        next = plan.sections[index].parent
      }
    }
    for prose in prose where prose.sentence.binding || prose.traits.codeSpans > 0 {
      mark(prose.sentence.section)
    }
    for block in plan.blocks where block.isFence { mark(block.section) }
    for reference in plan.references where reference.kind == .path { mark(reference.section) }
    for task in plan.tasks { mark(task.section) }
    for criterion in plan.criteria { mark(criterion.section) }
    let titles = Self.titles(of: plan)
    return plan.sections.indices.map { index in
      var heading = index
      while plan.sections[heading].level > 6, let parent = plan.sections[heading].parent {
        heading = parent
      }
      return !tells[index] && !tells[heading] && !titles.contains(heading)
    }
  }

  /// The sections whose heading is the first thing in their file: what stands right below opens the plan.
  private static func titles(of plan: Plan) -> Set<Int> {
    var seen: Set<Int> = []
    var titles: Set<Int> = []
    for block in plan.blocks where block.kind != .frontMatter {
      guard seen.insert(block.span.file).inserted else { continue }
      if case .heading = block.kind, let section = block.section { titles.insert(section) }
    }
    return titles
  }
}
