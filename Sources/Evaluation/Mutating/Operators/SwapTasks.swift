import CheckModel

extension MutationOperator {
  /// A task changes places with the one before it, which it names.
  static let swapTasks = MutationOperator(
    "swap-tasks", .structural,
    rules: ["order-contradiction", "use-before-define", "numbering-gap"],
    criterion: "decomposition",
    severity: .major
  ) { plan, choice in
    let pairs = zip(plan.tasks.indices, plan.tasks.indices.dropFirst()).compactMap {
      first, _ -> (PlanTask, PlanTask)? in
      let task = plan.tasks[first]
      let next = plan.tasks.indices.first {
        $0 > first && plan.tasks[$0].parent == task.parent
          && plan.tasks[$0].section.map { plan.sections[$0].parent }
            == task.section.map { plan.sections[$0].parent }
      }
      guard let next, let id = task.authorID, task.state == .open, plan.tasks[next].authorID != nil,
        plan.tasks[next].span.file == task.span.file,
        plan.tasks[next].span.range.lowerBound >= task.span.range.upperBound,
        plan.tasks[next].dependsOn.contains(where: { $0.authorID == id })
          || plan.text(of: plan.tasks[next].span).contains("(\(id))")
          || plan.text(of: plan.tasks[next].span).contains("from \(id)")
      else { return nil }
      return (task, plan.tasks[next])
    }
    return choice.one(of: pairs).map { first, second in
      let around = first.span.range.lowerBound..<second.span.range.upperBound
      return Mutant(
        plan,
        [
          Edit(first.span, plan.text(of: second.span)),
          Edit(second.span, plan.text(of: first.span)),
        ],
        within: Span(file: first.span.file, range: around))
    }
  }
}
