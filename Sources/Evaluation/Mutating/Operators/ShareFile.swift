import CheckModel

extension MutationOperator {
  /// Of two tasks marked parallel the second changes the file of the first.
  static let shareFile = MutationOperator(
    "share-file", .structural, rules: ["parallel-overlap"], criterion: "decomposition",
    severity: .major
  ) { plan, choice in
    func own(_ task: PlanTask) -> [Reference] {
      task.references.map { plan.references[$0] }.filter {
        $0.kind == .path && task.titleSpan.contains($0.span) && $0.text.contains("/")
          && $0.text.utf8.count == $0.span.range.count
      }
    }
    let parallel = plan.tasks.filter { $0.parallel && $0.state == .open && $0.dependsOn.isEmpty }
    let pairs = zip(parallel, parallel.dropFirst()).filter { first, second in
      first.section == second.section && own(first).count == 1 && !own(second).isEmpty
        && own(first)[0].text != own(second)[0].text
    }
    return choice.one(of: pairs).map { first, second in
      Mutant(plan, [Edit(own(second)[0].span, own(first)[0].text)], within: second.span)
    }
  }
}
