import CheckModel

extension MutationOperator {
  /// A task without steps of its own loses the only path that it names.
  ///
  /// In English only: which tasks change something, and which only look, is told by words.
  static let dropPath = MutationOperator(
    "drop-path", .structural, rules: ["task-no-path"], criterion: "grounding", severity: .major
  ) { plan, choice in
    guard plan.language == "en" else { return nil }
    let leaves = Set(plan.openLeaves)
    let candidates = leaves.sorted().compactMap { index -> (task: Span, path: Span)? in
      let task = plan.tasks[index]
      let paths = task.references.map { plan.references[$0] }.filter { $0.kind == .path }
      guard task.parent == nil, paths.count == 1, task.span.contains(paths[0].span),
        !plan.commands.contains(where: { $0.span.contains(paths[0].span) })
      else { return nil }
      return (task.span, plan.withBackticks(paths[0].span))
    }
    guard let (task, path) = choice.one(of: candidates) else { return nil }
    let text = choice.one(of: ["the module", "the right file", "the relevant place"])
    return Mutant(plan, [Edit(path, text ?? "the module")], within: task)
  }
}
