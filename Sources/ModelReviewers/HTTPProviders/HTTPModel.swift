package import CheckModel
import Configuration
package import HTTPClient
import ReplyStore
package import Reviewing

/// A model behind an HTTP API: asks it, reads strictly what it answers, and asks again within bounds.
///
/// On a seat it stands inside a `KeepingReviewer`, which pays for nothing twice.
package struct HTTPModel: ReplySource {
  let model: ModelSettings
  let transport: any HTTPTransport
  private let secret: [UInt8]
  private let spending: Spending
  private let policy: RetryPolicy
  private let pace: Pace

  package var identity: ReviewerIdentity {
    model.identity
  }

  /// - Parameters:
  ///   - secret: what nonces are made with; the key stands in the settings.
  ///   - spending: shared by all models of a run; without one there is no limit.
  package init(
    settings: ModelSettings, transport: any HTTPTransport, secret: [UInt8],
    spending: Spending = Spending(), policy: RetryPolicy = RetryPolicy(), pace: Pace = .real
  ) {
    model = settings
    self.transport = transport
    self.secret = secret
    self.spending = spending
    self.policy = policy
    self.pace = pace
  }

  /// The family is one of them although it shapes no reply: what is kept says which family answered.
  package func settings(for plan: Plan) -> [String: String] {
    [
      "kind": model.kind.rawValue, "model": model.model, "effort": model.effort ?? "",
      "endpoint": model.endpoint.url, "maxOutputTokens": String(model.maxOutputTokens),
      "family": model.family ?? "",
    ]
  }

  /// Throws any class of failure but those of programs; `cancelled` as soon as its task is.
  package func ask(_ request: ReviewRequest) async throws(ReviewFailure) -> NewReply {
    let respondent = try respondent()
    let askedAt = RFC3339.text(seconds: pace.wallSeconds())
    var interview = Interview(
      respondent,
      prompt: Prompt(
        plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
        secret: secret),
      policy: policy, pace: pace, request: request,
      decoder: ReplyDecoder(
        plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
        secret: secret, name: model.name))
    let outcome = try await interview.run()
    return NewReply(
      stored: StoredReply(
        askedAt: askedAt, model: identity(answered: outcome.answered), usage: outcome.usage,
        attempts: outcome.attempts, reply: outcome.text), read: outcome.reply)
  }

  /// The model as it is interviewed; throws for a kind that is not asked over HTTP.
  func respondent() throws(ReviewFailure) -> HTTPRespondent {
    guard let provider = model.kind.provider else {
      throw ReviewFailure(
        .invalidRequest, message: "\(model.name): this kind of reviewer is not asked over HTTP")
    }
    return HTTPRespondent(
      settings: model, provider: provider, transport: transport, spending: spending, pace: pace)
  }

  func identity(answered: String?) -> ModelIdentity {
    ModelFamily.identity(requested: model.model, answered: answered, declared: model.family)
  }
}
