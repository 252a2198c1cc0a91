import CheckModel
import Reviewing

extension Respondent {
  /// Asks one tiny question, to see that all that a review needs is there. It costs a few dozen tokens.
  ///
  /// - Parameter limit: the longest that it may take.
  /// - Returns: the answer, and the reply that it came in.
  /// - Throws: any class of failure that a review could have, after a single attempt for each part of the
  ///   question that is refused.
  func probe(
    within limit: Duration, progress: ProgressReporter
  ) async throws(ReviewFailure) -> (answer: [UInt8], reply: WireReply) {
    let deadline = ContinuousClock.now + limit
    var question = ModelQuestion.tiny(forms.first ?? .promptOnly)
    var attempts = 0
    while true {
      let left = deadline - .now
      guard left > .zero else { throw noTime }
      attempts += 1
      let reply = try await answer(
        question, Attempt(number: attempts, time: left, progress: progress))
      switch reply.outcome {
      case .success(let text):
        if let objection = objection(to: text) { throw objection }
        return (text, reply)
      case .failure(let wire):
        guard let part = wire.refused, question.giveWay(in: part, forms: forms) else {
          throw wire.failure
        }
      }
    }
  }
}
