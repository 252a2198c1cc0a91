package import CheckModel

/// Reads a plan once for all that judge it by rules, two reviewers and the checks, and asks each rule once: both
/// lenses run the shared ones.
///
/// All of it is made side by side, by as many tasks as there are rules, so that no core waits while one has work.
/// The plans of the last few runs are kept; a plan is known by its path and digest.
package actor RuleDesk {
  /// Plans that are judged at the same time.
  private static let capacity = 8

  private struct Key: Hashable {
    let path: String
    let sha256: String
  }
  /// A rule finds other severities where a config says so.
  private struct RuleKey: Hashable {
    let id: String
    let setting: RuleSeverity
  }
  private struct Entry {
    let assembly: Task<FindingAssembly, Never>
    /// By the rubric's digest.
    var answers: [String: Task<[QuestionAnswer], Never>] = [:]
    var findings: [RuleKey: Task<[Finding], Never>] = [:]
  }
  private var entries: [Key: Entry] = [:]
  private var order: [Key] = []

  package init() {}

  /// The plan as rules read it.
  package func reading(of plan: Plan) async -> PlanReading {
    await entry(for: plan).assembly.value.reading
  }

  /// Starts what will be asked about a plan, and does not wait for it.
  func begin(_ plan: Plan, _ rubric: Rubric, _ rules: [Rule]) {
    _ = findingTasks(of: rules, plan)
    _ = answerTask(plan, rubric)
  }

  /// One answer for each question of the rubric, in its order. They do not depend on the lens, only findings do.
  package func answers(about plan: Plan, _ rubric: Rubric) async -> [QuestionAnswer] {
    await answerTask(plan, rubric).value
  }

  /// The findings of some rules, in the order of the rules.
  func findings(of rules: [Rule], in plan: Plan) async -> [Finding] {
    var findings: [Finding] = []
    for task in findingTasks(of: rules, plan) { findings += await task.value }
    return findings
  }

  private func answerTask(_ plan: Plan, _ rubric: Rubric) -> Task<[QuestionAnswer], Never> {
    let entry = entry(for: plan)
    if let known = entry.answers[rubric.sha256] { return known }
    let task = Task.detached { [assembly = entry.assembly] in
      let evidence = Evidence(await assembly.value.reading)
      return rubric.questions.map { WitnessAnswer.answer($0, evidence) }
    }
    entries[Self.key(of: plan)]?.answers[rubric.sha256] = task
    return task
  }

  private func findingTasks(of rules: [Rule], _ plan: Plan) -> [Task<[Finding], Never>] {
    var entry = entry(for: plan)
    let tasks = rules.map { rule in
      let key = RuleKey(id: rule.id, setting: rule.setting)
      if let known = entry.findings[key] { return known }
      let task = Task.detached { [assembly = entry.assembly] in
        await assembly.value.findings(of: rule)
      }
      entry.findings[key] = task
      return task
    }
    entries[Self.key(of: plan)] = entry
    return tasks
  }

  private static func key(of plan: Plan) -> Key { Key(path: plan.path, sha256: plan.sha256) }

  private func entry(for plan: Plan) -> Entry {
    let key = Self.key(of: plan)
    if let entry = entries[key] { return entry }
    let entry = Entry(
      assembly: Task.detached { FindingAssembly(reading: PlanReading(plan)) })
    if order.count == Self.capacity { entries[order.removeFirst()] = nil }
    order.append(key)
    entries[key] = entry
    return entry
  }
}
