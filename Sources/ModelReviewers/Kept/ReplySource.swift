package import CheckModel
package import ReplyStore
package import Reviewing

/// A model that can be asked about a plan, without memory: whatever it says is new and costs something.
package protocol ReplySource: Sendable {
  var identity: ReviewerIdentity { get }

  /// All that shapes its replies beside plan, rubric, prompt and lens, by name: kind, model, effort,
  /// server, limits, and what else it may read. Never a key or another secret.
  func settings(for plan: Plan) -> [String: String]

  /// Asks once, with whatever attempts that takes, and returns a reply that was read and is valid.
  func ask(_ request: ReviewRequest) async throws(ReviewFailure) -> NewReply
}

/// A reply that just came.
package struct NewReply: Sendable {
  /// As it is kept.
  package var stored: StoredReply
  /// As it was read.
  package var read: Reply

  package init(stored: StoredReply, read: Reply) {
    self.stored = stored
    self.read = read
  }
}

/// A model that may not be asked (`--offline`): only what is kept of it counts.
package struct WithheldModel: ReplySource {
  private let model: any ReplySource

  package var identity: ReviewerIdentity { model.identity }
  /// The model's own: what is kept of it is found by them.
  package func settings(for plan: Plan) -> [String: String] { model.settings(for: plan) }

  package init(_ model: any ReplySource) { self.model = model }

  /// Sends nothing and throws `unreachable`.
  package func ask(_ request: ReviewRequest) async throws(ReviewFailure) -> NewReply {
    throw ReviewFailure(
      .unreachable, message: "\(identity.name): nothing may leave this machine (--offline)")
  }
}
