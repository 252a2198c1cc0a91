import CommandLine
import Reporting
import RuleReviewers
import Rubrics

/// `speccheck explain [ID]`: the page of a rule or criterion, or the list of both.
struct ExplainCommand {
  private let invocation: Invocation
  private let console: Console

  init(_ invocation: Invocation, console: Console) {
    self.invocation = invocation
    self.console = console
  }

  func run() throws -> Int32 { 0 }
}
