import CheckModel
import Configuration
import StrictJSON

/// A server may repeat the key that it was sent; nothing of that is shown or kept.
extension ModelSettings {
  /// The text without the key.
  ///
  /// A key of less than four bytes is no secret, and would be found in every word.
  func masked(_ text: String) -> String {
    guard let key, key.value.utf8.count >= 4 else { return text }
    return text.replacing(key.value, with: "***")
  }

  /// The reply with a name for its model that can be shown.
  func withoutKey(_ reply: WireReply) -> WireReply {
    var reply = reply
    reply.model = reply.model.flatMap(modelName)
    return reply
  }

  /// Nil for what is far too long for a name: the server does not say who answered.
  private func modelName(_ name: String) -> String? {
    guard name.utf8.count <= 8 << 10 else { return nil }
    var shown = String.UnicodeScalarView()
    for scalar in masked(name).unicodeScalars {
      let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
      shown.append(isHidden ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  /// Whether the key stands in a reply, as it is or behind JSON's escapes.
  func isKeyRepeated(in reply: [UInt8]) -> Bool {
    guard let key else { return false }
    if key.offset(in: reply) != nil { return true }
    guard reply.contains(UInt8(ascii: "\\")),
      let document = try? ReplyText.document(reply, name: name)
    else { return false }
    return document.root.texts.contains { key.offset(in: Array($0.utf8)) != nil }
  }

  var repeatsKey: ReviewFailure {
    ReviewFailure(
      .malformed,
      message: "\(name): the reply from \(endpoint.authority) repeats the key that was sent; "
        + "it is not used, and the key should be replaced")
  }
}

extension JSONValue {
  /// Every string in it, keys included.
  fileprivate var texts: [String] {
    switch content {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
    default: []
    }
  }
}
