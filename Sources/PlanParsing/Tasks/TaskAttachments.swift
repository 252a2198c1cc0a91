import CheckModel

/// Gives each task what stands in it, and the names of the `Files:` block and headings it stands under.
struct TaskAttachments {
  /// A longer list of files belongs to the plan and not to each of its tasks.
  static let inheritedLimit = 48

  private let plan: Plan
  private let references: [(Int, Int)]
  private let commands: [(Int, Int)]
  private let criteria: [(Int, Int)]
  /// For each section the references that the tasks in it share.
  private let shared: [[Int]]

  init(_ plan: Plan, _ index: BlockIndex) {
    self.plan = plan
    references = plan.references.map { ($0.span.file, $0.span.range.lowerBound) }
    commands = plan.commands.map { ($0.span.file, $0.span.range.lowerBound) }
    criteria = plan.criteria.map { ($0.span.file, $0.span.range.lowerBound) }
    shared = Self.shared(plan, references)
  }

  func attach(to tasks: inout [PlanTask]) {
    for index in tasks.indices {
      let span = tasks[index].span
      let own = Self.inside(references, span)
      tasks[index].references = inherited(tasks[index]).filter { !own.contains($0) } + Array(own)
      tasks[index].commands = Array(Self.inside(commands, span))
      tasks[index].criteria = Array(Self.inside(criteria, span))
    }
  }

  private static func inside(_ starts: [(Int, Int)], _ span: Span) -> Range<Int> {
    let first = starts.partition { $0 < (span.file, span.range.lowerBound) }
    let end = starts.partition { $0 < (span.file, span.range.upperBound) }
    return first..<max(first, end)
  }

  private func inherited(_ task: PlanTask) -> [Int] {
    var all: [Int] = []
    var section = task.section
    // six levels of headings and one of labels
    var steps = 0
    while let current = section, steps < 8, all.count < Self.inheritedLimit {
      all.append(contentsOf: shared[current])
      section = plan.sections[current].parent
      steps += 1
    }
    return Array(Set(all).sorted().prefix(Self.inheritedLimit))
  }

  /// The label with the one block behind it; steps may follow without a heading of their own.
  private static func filesBlock(_ section: Section, _ plan: Plan) -> Span {
    let label = plan.blocks[section.heading].span
    let next = section.heading + 1
    guard next < plan.blocks.count, plan.blocks[next].parent == nil,
      section.span.contains(plan.blocks[next].span), !plan.blocks[next].kind.isHeading
    else { return label }
    let end = plan.blocks[next].span.range.upperBound
    return Span(file: label.file, range: label.range.lowerBound..<max(label.range.upperBound, end))
  }

  private static func shared(_ plan: Plan, _ starts: [(Int, Int)]) -> [[Int]] {
    var shared = [[Int]](repeating: [], count: plan.sections.count)
    for (number, section) in plan.sections.enumerated() {
      let heading = plan.blocks[section.heading]
      if section.level > 1 { shared[number] += inside(starts, heading.span).prefix(inheritedLimit) }
      // `**Files:**` beside the steps speaks for all of them
      guard heading.kind == .label, let parent = section.parent,
        section.roles.first?.role == .files, plan.sections[parent].level > 1
      else { continue }
      let files = inside(starts, filesBlock(section, plan))
      if shared[parent].count + files.count <= inheritedLimit { shared[parent] += files }
    }
    return shared
  }
}
