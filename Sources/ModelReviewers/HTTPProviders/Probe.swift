package import CheckModel
import HTTPClient

extension HTTPModel {
  /// Asks one tiny question, to see that key, endpoint and model belong together and that the server can
  /// answer in a demanded form. It costs a few dozen tokens.
  ///
  /// - Parameter limit: the longest that it may take.
  /// - Returns: the model that answered, as the server names it; nil where it does not say.
  /// - Throws: any class of failure that a review could have, after a single attempt for each answer form.
  package func probe(within limit: Duration) async throws(ReviewFailure) -> String? {
    guard let provider = model.kind.provider else {
      throw ReviewFailure(
        .invalidRequest, message: "\(model.name): this kind of reviewer is not asked over HTTP")
    }
    let deadline = ContinuousClock.now + limit
    for form in provider.forms {
      let reply = try await ask(.tiny(form), provider, until: deadline)
      switch reply.outcome {
      case .success: return reply.model
      case .failure(let wire) where wire.refusesForm: continue
      case .failure(let wire): throw wire.failure
      }
    }
    throw ReviewFailure(
      .invalidRequest, message: "\(model.name): the server knows none of the answer forms")
  }

  private func ask(
    _ question: ModelQuestion, _ provider: any Provider, until deadline: ContinuousClock.Instant
  ) async throws(ReviewFailure) -> WireReply {
    let start = ContinuousClock.now
    let total = deadline - start
    guard total > .zero else { throw model.noTime }
    let request = provider.request(question, model).limited(by: model, total: total)
    do {
      return model.withoutKey(
        provider.read(try await transport.ask(provider, request), to: question, model))
    } catch {
      throw model.failure(of: error, after: ContinuousClock.now - start, total: total)
    }
  }
}
