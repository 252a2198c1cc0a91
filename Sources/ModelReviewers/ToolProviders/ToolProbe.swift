package import CheckModel
import Reviewing
import Subprocess

extension ToolModel {
  /// Asks one tiny question, to see that the program runs, is allowed to ask its model, and answers with JSON.
  ///
  /// - Parameter limit: the longest that it may take.
  /// - Returns: what is known of the model that answered.
  /// - Throws: any class of failure that a review could have, after a single attempt for each answer form.
  package func probe(within limit: Duration) async throws(ReviewFailure) -> ModelIdentity {
    let (respondent, provider) = try respondent(reading: nil)
    let deadline = ContinuousClock.now + limit
    for form in provider.forms {
      let left = deadline - .now
      guard left > .zero else { break }
      let reply = try await respondent.answer(
        .tiny(form), Attempt(number: 1, time: left, progress: .none))
      switch reply.outcome {
      case .success(let text):
        _ = try ReplyText.document(text, name: identity.name)
        return provider.model(answered: reply.model, claimed: nil, tool)
      case .failure(let wire) where wire.refusesForm: continue
      case .failure(let wire): throw wire.failure
      }
    }
    throw respondent.noTime
  }
}

extension ToolSettings {
  /// Why the program cannot be run; nil when it looks as if it could.
  package var obstacle: ReviewFailure? {
    ProgramSearch.obstacle(program).map { failure(of: ProgramFailure($0)).failure }
  }
}
