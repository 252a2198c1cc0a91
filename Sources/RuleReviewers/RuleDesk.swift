package import CheckModel

/// Reads a plan once for all that judge it by rules: two reviewers and the checks.
///
/// The answers do not depend on the lens either, only the findings do. The plans of the last few runs are
/// kept; a plan is known by its path and digest.
package actor RuleDesk {
  /// Plans that are judged at the same time.
  private static let capacity = 8

  private struct Key: Hashable {
    let path: String
    let sha256: String
  }
  private struct Entry {
    let reading: PlanReading
    /// By the rubric's digest.
    var answers: [String: [QuestionAnswer]] = [:]
  }
  private var entries: [Key: Entry] = [:]
  private var order: [Key] = []

  package init() {}

  /// The plan as rules read it.
  package func reading(of plan: Plan) -> PlanReading { entry(for: plan).reading }

  /// One answer for each question of the rubric, in its order.
  package func answers(about plan: Plan, _ rubric: Rubric) -> [QuestionAnswer] {
    let entry = entry(for: plan)
    if let answers = entry.answers[rubric.sha256] { return answers }
    let evidence = Evidence(entry.reading)
    let answers = rubric.questions.map { WitnessAnswer.answer($0, evidence) }
    entries[Self.key(of: plan)]?.answers[rubric.sha256] = answers
    return answers
  }

  private static func key(of plan: Plan) -> Key { Key(path: plan.path, sha256: plan.sha256) }

  private func entry(for plan: Plan) -> Entry {
    let key = Self.key(of: plan)
    if let entry = entries[key] { return entry }
    let entry = Entry(reading: PlanReading(plan))
    if order.count == Self.capacity { entries[order.removeFirst()] = nil }
    order.append(key)
    entries[key] = entry
    return entry
  }
}
