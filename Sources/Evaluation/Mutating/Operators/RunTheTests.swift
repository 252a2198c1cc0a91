import CheckModel

extension MutationOperator {
  /// A command with its outcome becomes a few words.
  static let runTheTests = MutationOperator(
    "run-the-tests", .lexical,
    rules: ["vague-verification", "task-no-verification", "tests-unspecified"],
    criterion: "verification"
  ) { plan, choice in
    // a longer text says more than the command and its outcome
    let texts = plan.commands.filter(\.verifies).compactMap { command -> Span? in
      guard plan.blocks[command.block].kind == .paragraph,
        let text = plan.ownText(of: command.block),
        text.range.count <= command.span.range.count + 80
      else { return nil }
      return text
    }
    let wishes = [
      "Run the tests.", "Run the test suite.", "Run all tests and make sure they pass.",
      "Execute the unit tests.", "Verify that all tests pass.", "Run the tests again.",
    ]
    guard plan.language == "en", let text = choice.one(of: texts), let wish = choice.one(of: wishes)
    else { return nil }
    return Mutant(plan, [Edit(text, wish)], within: text)
  }
}
