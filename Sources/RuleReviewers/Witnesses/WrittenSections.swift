import CheckModel

/// The parts of a plan without tasks and requirements that say what to build: sections with their own text.
enum WrittenSections {
  /// Roles whose text surrounds the work and is none of it.
  private static let surroundings: Set<SectionRole> = [
    .alternatives, .risks, .references, .progress, .future, .glossary, .metadata, .estimate,
    .problem, .context, .outOfScope, .goal,
  ]

  /// From the first to the last block of each section's own text; sections below it have their own.
  ///
  /// - Parameter instructs: whether a block is about the work.
  static func spans(in reading: PlanReading, where instructs: (Int) -> Bool) -> [Span] {
    let plan = reading.plan
    var spans: [Span] = []
    var current: Int?
    for (index, block) in plan.blocks.enumerated() {
      guard block.parent == nil, let section = headingSection(of: block.section, plan) else {
        if block.parent == nil { current = nil }
        continue
      }
      if case .heading = block.kind {
        current = nil
        continue
      }
      guard reading.zones[index] != .quote, !surrounds(plan.sections[section]),
        instructs(index)
      else { continue }
      if current == section, let last = spans.last, last.file == block.span.file {
        let end = max(last.range.upperBound, block.span.range.upperBound)
        spans[spans.count - 1] = Span(file: last.file, range: last.range.lowerBound..<end)
      } else {
        spans.append(block.span)
        current = section
      }
    }
    return spans
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
