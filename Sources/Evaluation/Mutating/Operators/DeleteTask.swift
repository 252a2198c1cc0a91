import CheckModel

extension MutationOperator {
  /// The only task that names a requirement goes.
  static let deleteTask = MutationOperator(
    "delete-task", .structural,
    rules: ["requirement-untraced", "numbering-gap", "dangling-task-ref"], criterion: "coverage",
    severity: .major
  ) { plan, choice in
    let leaves = plan.openLeaves
    let ids = Set(plan.requirements.compactMap(\.id))
    let candidates = leaves.filter { index in
      plan.tasks[index].requirementIDs.contains { id in
        ids.contains(id) && leaves.count { plan.tasks[$0].requirementIDs.contains(id) } == 1
      }
    }
    guard leaves.count >= 3, let index = choice.one(of: candidates) else { return nil }
    return Mutant(plan, [Edit(plan.withLineEnd(plan.tasks[index].span), "")], within: nil)
  }
}
