package import CheckModel

/// One piece of open work that an executor would be handed: a `Task N` heading with everything below it,
/// or a checkbox item (ordered item, row, bold step) with its children.
package struct TaskUnit: Sendable {
  /// The index in `Plan.tasks`.
  package var task: Int
  package var span: Span
  /// Lowercase words of the title, ids and marks left out.
  package var titleWords: [Word]
  /// The title, or a heading above that groups it, names code or a path.
  package var namesCode = false
  /// Indices into `Plan.references` of paths; those of the heading that groups it included.
  package var paths: [Int] = []
  /// Indices into `Plan.commands`.
  package var commands: [Int] = []
  package var criteria: [Int] = []
  /// Words of prose; a code span counts as one.
  package var wordCount = 0
  package var fenceCount = 0
  /// It speaks of a test, a check or an expectation in its own words.
  package var speaksOfChecking = false
  /// The group that it belongs to has criteria or commands of its own, for all of its tasks.
  package var isCheckedByGroup = false

  /// It opens with a verb that changes a repository.
  package var isChange: Bool { titleWords.first.map(Vocabulary.changeVerbs.contains) ?? false }

  /// A pause to look at what the tasks before it made: `Checkpoint - verify the theme module`.
  var isCheckpoint: Bool {
    titleWords.first == "checkpoint"
      || titleWords.first == "final" && titleWords.dropFirst().first == "checkpoint"
  }

  /// It is about prose for people only.
  package func isDocumentation(in plan: Plan) -> Bool {
    if titleWords.prefix(8).contains(where: Vocabulary.documents.contains) { return true }
    let texts = paths.map { plan.references[$0].text }
    return !texts.isEmpty && texts.allSatisfy { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
  }
}

extension TaskUnit {
  /// - Parameter titles: the words of each task's title.
  static func units(of plan: Plan, titles: [[Word]], sentences: [Sentence]) -> [TaskUnit] {
    var units = chosenTasks(plan).map { index -> TaskUnit in
      let task = plan.tasks[index]
      // what stands inside the task is found by its place below
      return TaskUnit(
        task: index, span: task.span, titleWords: titles[index],
        paths: task.references.filter {
          plan.references[$0].kind == .path && !task.span.contains(plan.references[$0].span)
        },
        commands: task.commands.filter { !task.span.contains(plan.commands[$0].span) },
        criteria: task.criteria.filter { !task.span.contains(plan.criteria[$0].span) })
    }
    units.sort { $0.span < $1.span }
    let places = UnitPlaces(units.map(\.span))
    for sentence in sentences {
      guard let unit = places.index(holding: sentence.span) else { continue }
      units[unit].absorb(sentence)
    }
    for block in plan.blocks where block.isFence {
      guard let unit = places.index(holding: block.span) else { continue }
      units[unit].fenceCount += 1
    }
    for index in plan.references.indices where plan.references[index].kind == .path {
      guard let unit = places.index(holding: plan.references[index].span) else { continue }
      units[unit].paths.append(index)
    }
    for index in plan.commands.indices {
      guard let unit = places.index(holding: plan.commands[index].span) else { continue }
      units[unit].commands.append(index)
    }
    for index in plan.criteria.indices {
      guard let unit = places.index(holding: plan.criteria[index].span) else { continue }
      units[unit].criteria.append(index)
    }
    inheritFromGroups(&units, plan, places)
    return units
  }

  private mutating func absorb(_ sentence: Sentence) {
    for token in sentence.tokens {
      switch token.kind {
      case .word:
        wordCount += 1
        if Vocabulary.verifyingWords.contains(token.text) { speaksOfChecking = true }
      case .code:
        wordCount += 1
        namesCode = true
      case .number, .symbol: break
      }
    }
  }

  /// The tasks that are units: the outermost that are no mere groups, without ticked ones.
  private static func chosenTasks(_ plan: Plan) -> [Int] {
    if plan.state == .done { return [] }
    var children: [Int: [Int]] = [:]
    var waiting: [Int] = []
    for index in plan.tasks.indices {
      if let parent = plan.tasks[index].parent {
        children[parent, default: []].append(index)
      } else {
        waiting.append(index)
      }
    }
    var chosen: [Int] = []
    while let index = waiting.popLast() {
      guard plan.tasks[index].state != .done else { continue }
      let below = children[index] ?? []
      if below.isEmpty || !isGroup(plan.tasks[index]) {
        chosen.append(index)
      } else {
        waiting.append(contentsOf: below)
      }
    }
    return chosen
  }

  /// A heading such as `Phase 2` or `1. Core` that only gathers tasks; `Task 4` is a task itself.
  private static func isGroup(_ task: PlanTask) -> Bool {
    guard task.form == .heading else { return false }
    let own = TitleWords.of(task.authorID ?? "").first ?? ""
    return !["task", "step", "fix", "change", "story"].contains(own)
  }

  /// A path or a code name in the heading right above, or in its `Files:` lines, counts for each unit below.
  private static func inheritFromGroups(
    _ units: inout [TaskUnit], _ plan: Plan, _ places: UnitPlaces
  ) {
    var headings: [Int: Bool] = [:]
    var groups: [Int: (paths: [Int], isChecked: Bool)] = [:]
    for index in units.indices {
      guard let section = plan.tasks[units[index].task].section else { continue }
      let namesCode =
        headings[section]
        ?? plan.blocks[plan.sections[section].heading].inlines.contains { $0.kind == .code }
      headings[section] = namesCode
      if namesCode { units[index].namesCode = true }
      guard let parent = plan.tasks[units[index].task].parent else { continue }
      let group =
        groups[parent]
        ?? (
          ownPaths(plan.tasks[parent], plan, places), hasOwnChecks(plan.tasks[parent], plan, places)
        )
      groups[parent] = group
      units[index].isCheckedByGroup = group.isChecked
      if units[index].paths.isEmpty { units[index].paths = group.paths }
    }
  }

  /// Paths of a group that stand in none of its units.
  private static func ownPaths(_ group: PlanTask, _ plan: Plan, _ places: UnitPlaces) -> [Int] {
    // a few tell where the group works; thousands would be copied into each unit
    Array(
      group.references.lazy.filter {
        plan.references[$0].kind == .path && places.index(holding: plan.references[$0].span) == nil
      }.prefix(20))
  }

  /// Criteria or commands of a group that stand in none of its units.
  private static func hasOwnChecks(_ group: PlanTask, _ plan: Plan, _ places: UnitPlaces) -> Bool {
    group.criteria.contains { places.index(holding: plan.criteria[$0].span) == nil }
      || group.commands.contains { places.index(holding: plan.commands[$0].span) == nil }
  }
}

extension PlanReading {
  /// The first unit of each number, as `Task 3` has it.
  var unitsByNumber: [String: Int] {
    Dictionary(
      units.indices.compactMap { unit in
        let id = plan.tasks[units[unit].task].authorID
        return id?.split(separator: " ").last.map { (String($0), unit) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// Finds the unit that holds a place; units do not overlap.
struct UnitPlaces: Sendable {
  let spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }

  /// Whether one of them lies in a span.
  func isAny(in span: Span) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle] < span { low = middle + 1 } else { high = middle }
    }
    // one that begins where the span does may be sorted before it
    return [low - 1, low].contains { spans.indices.contains($0) && span.contains(spans[$0]) }
  }

  func index(holding span: Span) -> Int? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = spans[middle]
      if (candidate.file, candidate.range.lowerBound) <= (span.file, span.range.lowerBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, spans[low - 1].contains(span) else { return nil }
    return low - 1
  }
}
