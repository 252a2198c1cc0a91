import CheckModel

extension MutationOperator {
  /// A command with its outcome becomes three words.
  static let runTheTests = MutationOperator(
    "run-the-tests", .semantic,
    rules: ["vague-verification", "task-no-verification", "tests-unspecified"],
    criterion: "verification"
  ) { plan, choice in
    let blocks = plan.commands.filter(\.verifies).map { plan.blocks[$0.block] }
      .filter { $0.kind == .paragraph }
    guard plan.language == "en", let block = choice.one(of: blocks) else { return nil }
    return Mutant(plan, [Edit(block.content, "Run the tests.")], within: block.content)
  }
}
