import CheckModel

extension MutationOperator {
  private static let checking = [
    "command-no-expected", "vague-verification", "task-no-verification", "no-acceptance",
  ]

  /// A command no longer says what comes out, where the others say it and nothing repeats it.
  static let deleteExpected = MutationOperator(
    "delete-expected", .structural, rules: checking, criterion: "verification"
  ) { plan, choice in
    choice.one(of: plan.outcomes.filter(plan.isTold)).map {
      Mutant(plan, [Edit($0.span, ".")], within: $0.span)
    }
  }

  /// One of several, or one whose outcome another place tells.
  static let deleteOneExpected = MutationOperator(
    "delete-one-expected", .semantic, rules: checking, criterion: "verification"
  ) { plan, choice in
    choice.one(of: plan.outcomes.filter { !plan.isTold($0) }).map {
      Mutant(plan, [Edit($0.span, ".")], within: $0.span)
    }
  }
}

/// What a plan says of a command behind it, in the same paragraph.
private struct Outcome {
  var command: PlanCommand
  /// From behind the command to the end of the paragraph.
  var span: Span
}

extension Plan {
  fileprivate var outcomes: [Outcome] {
    commands.compactMap { command in
      let block = blocks[command.block]
      guard command.verifies, let expected = command.expected, block.kind == .paragraph,
        block.content.contains(expected), block.content.contains(command.span),
        command.span < expected, commands.count(where: { $0.block == command.block }) == 1
      else { return nil }
      // behind the closing backtick of the command
      let start = min(command.span.range.upperBound + 1, expected.range.upperBound)
      return Outcome(
        command: command,
        span: Span(file: expected.file, range: start..<block.content.range.upperBound))
    }
  }

  /// Of the other commands that check, at least two and two in three say what comes out, none of them for this one.
  fileprivate func isTold(_ outcome: Outcome) -> Bool {
    let work = tasks.filter { $0.state == .open }.map(\.span)
    let others = commands.filter { command in
      command.verifies && command.span != outcome.command.span
        && work.contains { $0.contains(command.span) }
    }
    let told = others.filter { $0.expected != nil }
    return told.count >= 2 && told.count >= 2 * (others.count - told.count + 1)
      && !told.contains { $0.text == outcome.command.text }
      && work.contains { $0.contains(outcome.command.span) }
  }
}
