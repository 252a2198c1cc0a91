package import CheckModel
package import Reviewing

extension HTTPModel {
  /// Asks one tiny question, to see that key, endpoint and model belong together and that the answer is of
  /// the form that was demanded.
  ///
  /// - Parameter limit: the longest that it may take.
  /// - Returns: what is known of the model that answered.
  /// - Throws: any class of failure that a review could have; nothing is tried again but what was refused for
  ///   its form.
  package func probe(
    within limit: Duration, progress: ProgressReporter = .none
  ) async throws(ReviewFailure) -> ModelIdentity {
    let (answer, reply) = try await respondent().probe(within: limit, progress: progress)
    _ = try ReplyText.document(answer, name: model.name)
    return identity(answered: reply.model)
  }
}
