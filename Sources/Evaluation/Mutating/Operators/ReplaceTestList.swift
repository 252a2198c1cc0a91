import CheckModel

extension MutationOperator {
  /// The cases of a section of tests become two words.
  static let replaceTestList = MutationOperator(
    "replace-test-list", .lexical,
    rules: ["tests-unspecified", "vague-verification", "task-no-verification"],
    criterion: "verification"
  ) { plan, choice in
    let lists = plan.blocks.filter { block in
      guard case .list = block.kind, block.parent == nil, let section = block.section else {
        return false
      }
      return plan.sections[section].roles.first?.role == .tests
    }
    let wishes = [
      "Add tests.", "Write unit tests for it.", "Cover it with tests.",
      "Test everything thoroughly.",
    ]
    guard plan.language == "en", let list = choice.one(of: lists), let wish = choice.one(of: wishes)
    else { return nil }
    return Mutant(plan, [Edit(list.span, wish)], within: list.span)
  }
}
