import CheckModel

extension MutationOperator {
  /// One command of several no longer says what comes out.
  static let deleteExpected = MutationOperator(
    "delete-expected", .semantic,
    rules: ["command-no-expected", "vague-verification", "task-no-verification"],
    criterion: "verification"
  ) { plan, choice in
    let spans = plan.commands.compactMap { command -> Span? in
      let block = plan.blocks[command.block]
      guard command.verifies, let expected = command.expected, block.kind == .paragraph,
        block.content.contains(expected), block.content.contains(command.span),
        command.span < expected
      else { return nil }
      // behind the closing backtick of the command
      let start = min(command.span.range.upperBound + 1, expected.range.upperBound)
      return Span(file: expected.file, range: start..<block.content.range.upperBound)
    }
    return choice.one(of: spans).map { Mutant(plan, [Edit($0, ".")], within: $0) }
  }
}
