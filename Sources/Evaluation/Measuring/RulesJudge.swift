package import CheckModel
package import Grounding

/// Judges plans as `check --accept-rules-only` does without a config: both rule reviewers and the free checks,
/// through the same pipeline, without network and state.
package struct RulesJudge: Sendable {
  private let panel: PanelJudge

  package var rubric: Rubric { panel.rubric }

  /// - Throws: only if the built-in rubric was broken when the program was built.
  package init(tool: ToolIdentity) throws { panel = try PanelJudge(tool: tool) }

  /// What came of judging one plan, compared with a working tree where it has one.
  package func judge(_ plan: Plan, in tree: RepositoryFiles?) async -> CheckResult {
    await panel.judge(plan, in: tree)
  }

  /// All plans of a corpus, some of them side by side, in its order.
  package func judge(_ corpus: Corpus) async -> [JudgedCase] {
    await withTaskGroup(of: (Int, JudgedCase).self) { group in
      var judged = [JudgedCase?](repeating: nil, count: corpus.cases.count)
      var waiting = corpus.cases.enumerated().makeIterator()
      func startNext() {
        guard let (index, subject) = waiting.next() else { return }
        group.addTask { (index, JudgedCase(subject, await judge(subject.plan, in: subject.tree))) }
      }
      // as many as the desk keeps
      for _ in 0..<8 { startNext() }
      for await (index, result) in group {
        judged[index] = result
        startNext()
      }
      return judged.compactMap { $0 }
    }
  }
}
