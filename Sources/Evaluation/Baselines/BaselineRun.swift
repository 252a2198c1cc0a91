import CheckModel

/// What other tools notice of the changes that mutants make, beside what the rules notice.
package struct BaselineRun: Sendable {
  package let plans: [BaselinePlan]
  /// By tool and path.
  private let messages: [String: [String: [ToolMessage]]]
  private let mutations: MutationRun

  /// - Parameters:
  ///   - messages: of the tools that are no word lists, about the plans of `BaselinePlan.all`.
  ///   - mutations: what the rules made of the same mutants.
  package init(_ corpus: Corpus, messages: [ToolMessage], mutations: MutationRun) {
    let plans = BaselinePlan.all(of: corpus)
    self.plans = plans
    self.mutations = mutations
    let all = messages + plans.flatMap(WeakWords.messages)
    self.messages = Dictionary(grouping: all, by: \.tool).mapValues {
      Dictionary(grouping: $0, by: \.path)
    }
  }

  /// The mutants of an operator that a tool notices: by a check that says more than before, also at the change.
  func noticed(_ tool: BaselineTool, _ mutation: MutationOperator) -> Proportion {
    let mutants = plans.filter { $0.mutation?.id == mutation.id }
    return Proportion(mutants.count { notices(tool, $0) }, of: mutants.count)
  }

  /// The same of all operators of a group.
  func noticed(_ tool: BaselineTool, _ group: MutationOperator.Group) -> Proportion {
    let mutants = plans.filter { $0.mutation?.group == group }
    return Proportion(mutants.count { notices(tool, $0) }, of: mutants.count)
  }

  private func notices(_ tool: BaselineTool, _ mutant: BaselinePlan) -> Bool {
    guard let plan = plans.first(where: { $0.subject == mutant.subject && $0.mutation == nil })
    else { return false }
    var fresh: [String: Int] = [:]
    for message in said(tool, mutant) { fresh[message.code, default: 0] += 1 }
    // lines move and change their words, so that only the number tells what is new
    for message in said(tool, plan) { fresh[message.code, default: 0] -= 1 }
    return said(tool, mutant).contains { message in
      guard fresh[message.code, default: 0] > 0 else { return false }
      guard let place = mutant.place else { return true }
      return message.path == place.path && place.lines.contains(message.line)
    }
  }

  private func said(_ tool: BaselineTool, _ plan: BaselinePlan) -> [ToolMessage] {
    plan.files.flatMap { messages[tool.name]?[$0.path] ?? [] }
  }

  /// Messages on the ready plans themselves, and the words of these.
  func alarms(_ tool: BaselineTool) -> (messages: Int, words: Int) {
    let clean = plans.filter { $0.mutation == nil }
    return (
      clean.reduce(0) { $0 + said(tool, $1).count }, clean.reduce(0) { $0 + $1.words }
    )
  }

  /// The mutants of the same plans that the rules detect.
  func detected(_ isMeant: (JudgedMutant) -> Bool) -> Proportion {
    let subjects = Set(plans.map(\.subject))
    let own = mutations.mutants.filter { subjects.contains($0.plan) && isMeant($0) }
    return Proportion(own.count(where: \.isDetected), of: own.count)
  }
}
