package import CheckModel
import Configuration
package import Reviewing
import Subprocess

extension ToolModel {
  /// Asks one tiny question, to see that the program runs, is allowed to ask its model, and answers with JSON.
  ///
  /// - Parameter limit: the longest that it may take.
  /// - Returns: what is known of the model that answered.
  /// - Throws: any class of failure that a review could have, after a single attempt.
  package func probe(
    within limit: Duration, progress: ProgressReporter = .none
  ) async throws(ReviewFailure) -> ModelIdentity {
    let (respondent, provider) = try respondent(reading: nil)
    let (answer, reply) = try await respondent.probe(within: limit, progress: progress)
    _ = try ReplyText.document(answer, name: identity.name)
    return provider.model(answered: reply.model, claimed: nil, tool)
  }
}

extension ToolSettings {
  /// What it may see, and how where that is more than reading: `access: plan`.
  package var accessWords: String {
    switch (access, kind) {
    case (.repository, .codexCLI):
      "access: repository (with its own shell, in a sandbox that reads a copy and writes nothing)"
    default: "access: \(access.rawValue)"
    }
  }

  /// Why the program cannot be run; nil when it looks as if it could.
  package var obstacle: ReviewFailure? {
    ProgramSearch.obstacle(program).map { failure(of: ProgramFailure($0)).failure }
  }

  /// The same in two or three words: `is missing`.
  package var obstacleWords: String? {
    ProgramSearch.obstacle(program).map { $0 == .missing ? "is missing" : "is not executable" }
  }
}
