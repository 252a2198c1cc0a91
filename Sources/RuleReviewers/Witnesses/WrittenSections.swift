import CheckModel

/// The parts of a plan without tasks and requirements that say what to build: sections with their own text.
enum WrittenSections {
  /// Roles whose text surrounds the work and is none of it.
  private static let surroundings: Set<SectionRole> = [
    .alternatives, .risks, .references, .progress, .future, .glossary, .metadata, .estimate,
    .problem, .context, .outOfScope, .goal,
  ]

  /// From the first to the last block of each section's own text; sections below it have their own. Where no
  /// heading stands above, labels stand for them, and without labels the paragraphs that begin a piece of work.
  ///
  /// - Parameter instructs: whether a block is about the work.
  static func spans(in reading: PlanReading, where instructs: (Int) -> Bool) -> [Span] {
    let plan = reading.plan
    var spans: [Span] = []
    var current: Part?
    for (index, block) in plan.blocks.enumerated() where block.parent == nil {
      if case .heading = block.kind {
        current = nil
        continue
      }
      guard let part = part(index, reading, after: current) else {
        current = nil
        continue
      }
      guard reading.zones[index] != .quote, instructs(index) else { continue }
      if case .section(let section) = part, surrounds(plan.sections[section]) { continue }
      if current == part, let last = spans.last, last.file == block.span.file {
        let end = max(last.range.upperBound, block.span.range.upperBound)
        spans[spans.count - 1] = Span(file: last.file, range: last.range.lowerBound..<end)
      } else {
        spans.append(block.span)
        current = part
      }
    }
    return spans
  }

  /// What a block belongs to.
  private enum Part: Equatable {
    case section(Int)
    /// The block that begins a piece of work in a text without headings.
    case begun(by: Int)
  }

  private static func part(
    _ index: Int, _ reading: PlanReading, after current: Part?
  ) -> Part? {
    let plan = reading.plan
    if let heading = headingSection(of: plan.blocks[index].section, plan) {
      return .section(heading)
    }
    if let label = plan.blocks[index].section { return .section(label) }
    return begins(index, reading) ? .begun(by: index) : current
  }

  private static let ordinals: WordSet = [
    "first", "firstly", "second", "secondly", "third", "then", "next", "finally", "last", "lastly",
    "after", "also", "now",
  ]

  /// A paragraph that tells what to do: one of its sentences opens with an order, or its first with a word of order or
  /// a verb of change.
  private static func begins(_ index: Int, _ reading: PlanReading) -> Bool {
    let sentences = reading.sentences(of: index)
    guard let sentence = sentences.first else { return false }
    let words = sentence.tokens.lazy.filter { $0.kind == .word }.map(\.text)
    guard let first = words.first, sentence.english else { return !sentence.english }
    return ordinals.contains(first)
      || words.prefix(6).contains(where: Vocabulary.changeVerbs.contains)
      || sentences.contains { sentence in
        sentence.tokens.first { $0.kind == .word }.map {
          Vocabulary.imperatives.contains($0.text)
        } ?? false
      }
  }

  /// A bold label belongs to the heading above it.
  private static func headingSection(of section: Int?, _ plan: Plan) -> Int? {
    var current = section
    while let index = current {
      if case .heading = plan.blocks[plan.sections[index].heading].kind { return index }
      current = plan.sections[index].parent
    }
    return nil
  }

  private static func surrounds(_ section: Section) -> Bool {
    guard let strongest = section.roles.first, strongest.weight >= 0.5 else { return false }
    return surroundings.contains(strongest.role)
  }
}
