import CheckModel

/// How the finders read a section: are its lists tasks, criteria, or neither?
struct SectionZones: Sendable {
  enum Zone: Sendable, Hashable {
    case tasks, acceptance
    /// Checks to make: items that ask for work are tasks, the others criteria.
    case tests
    /// Questionnaires and the like: items that ask for work are tasks, the others nothing.
    case answers
    /// Excluded, rejected, history, questions, and checklists about the document.
    case neither
    case other
  }

  private let zones: [Zone]
  private let taskWeights: [Double]
  /// What was done, told phase by phase.
  private let isReport: [Bool]

  init(_ sections: [Section]) {
    zones = sections.map { Self.zone(of: $0.roles) }
    taskWeights = sections.map { $0.weight(of: .tasks) }
    isReport = sections.map { $0.weight(of: .progress) >= 0.3 }
  }

  func zone(_ section: Int?) -> Zone { section.map { zones[$0] } ?? .other }

  /// Whether ordered lists and numbered headings in the section are work to do.
  func holdsWork(_ section: Int?) -> Bool {
    guard let section else { return false }
    return zones[section] == .tasks && taskWeights[section] >= 0.5 && !isReport[section]
  }

  private static func zone(of roles: [WeightedRole]) -> Zone {
    func weight(_ wanted: [SectionRole]) -> Double {
      roles.filter { wanted.contains($0.role) }.map(\.weight).max() ?? 0
    }
    let tasks = weight([.tasks])
    let acceptance = weight([.acceptance])
    let neither = weight([.outOfScope, .alternatives, .openQuestions, .metadata])
    if neither >= 0.5, neither > max(tasks, acceptance) { return .neither }
    if acceptance >= 0.5, acceptance >= tasks { return .acceptance }
    let tests = weight([.tests])
    if tests >= 0.5, tests > tasks { return .tests }
    let best = roles.first { $0.role != .topic }
    if tasks >= 0.4, let best, tasks >= best.weight - 0.15 { return .tasks }
    let answers: [SectionRole] = [
      .rollout, .rollback, .ops, .performance, .security, .dependenciesAndOrder, .risks,
    ]
    if let best, best.weight >= 0.5, answers.contains(best.role) { return .answers }
    return .other
  }
}

extension Section {
  /// How sure we are of a role, 0 when the section has it not.
  func weight(of role: SectionRole) -> Double {
    roles.first { $0.role == role }?.weight ?? 0
  }
}

extension SectionZones {
  /// Whether a checkbox or list item says how something is accepted, and is no work to do.
  func isCriterion(_ item: Int, _ index: BlockIndex) -> Bool {
    switch zone(index.blocks[item].section) {
    case .acceptance: !hasTaskName(item, index)
    case .tests:
      !asksForWork(item, index)
        && (index.blocks[item].kind.item?.checkbox != nil || tellsResult(item, index))
    case .tasks, .answers, .neither, .other: false
    }
  }

  /// `parse("")` returns nothing: a case to be tested says when it is passed.
  private func tellsResult(_ item: Int, _ index: BlockIndex) -> Bool {
    guard let lead = index.lead(item) else { return false }
    return ExpectedResult.announces(index.bytes(lead), index.blocks[lead].content.range)
  }

  /// Whether a checkbox is a task.
  func isTask(_ item: Int, _ index: BlockIndex) -> Bool {
    switch zone(index.blocks[item].section) {
    case .neither: false
    case .acceptance: hasTaskName(item, index)
    case .tests, .answers: asksForWork(item, index)
    case .tasks, .other: true
    }
  }

  private func asksForWork(_ item: Int, _ index: BlockIndex) -> Bool {
    guard let lead = index.lead(item) else { return false }
    return Imperative.opens(index.bytes(lead), index.blocks[lead].content.range)
      || hasTaskName(item, index)
  }

  /// `Step 3`, `Task 1`, `T012`: a task whatever the label before the list says.
  private func hasTaskName(_ item: Int, _ index: BlockIndex) -> Bool {
    guard let lead = index.lead(item) else { return false }
    let id = TaskMarks(index.bytes(lead), index.blocks[lead].content.range).authorID
    return id?.first.map { $0.isLetter } ?? false
  }
}
