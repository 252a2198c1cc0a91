import CheckModel
import Configuration
import StrictJSON

/// A server may repeat the key that it was sent; nothing of that is shown or kept.
extension ModelSettings {
  /// The text without the key.
  func masked(_ text: String) -> String { key?.masked(text) ?? text }

  /// The reply with a name for its model that can be shown.
  func withoutKey(_ reply: WireReply) -> WireReply {
    var reply = reply
    reply.model = reply.model.flatMap { ShownModelName.of(masked($0)) }
    return reply
  }

  /// Whether the key stands in a reply, as it is or behind JSON's escapes.
  func isKeyRepeated(in reply: [UInt8]) -> Bool { key?.isRepeated(in: reply) ?? false }

  var repeatsKey: ReviewFailure {
    ReviewFailure(
      .malformed,
      message: "\(name): the reply from \(endpoint.authority) repeats the key that was sent; "
        + "it is not used, and the key should be replaced")
  }
}
