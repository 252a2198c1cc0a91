import Configuration
import StrictJSON

/// Whoever is given a key may repeat it.
extension ReviewerKey {
  /// The text without the key.
  ///
  /// A key of less than four bytes is no secret, and would be found in every word.
  func masked(_ text: String) -> String {
    value.utf8.count >= 4 ? text.replacing(value, with: "***") : text
  }

  /// Whether the key stands in a reply, as it is or behind JSON's escapes.
  func isRepeated(in reply: [UInt8]) -> Bool {
    offset(in: reply) != nil
      || ReplyText.hiddenTexts(in: reply).contains { offset(in: Array($0.utf8)) != nil }
  }
}

extension ReplyText {
  /// Every string of a reply, keys included, as it reads without JSON's escapes; none for a reply that has no
  /// escapes or is no JSON.
  static func hiddenTexts(in reply: [UInt8]) -> [String] {
    guard reply.contains(UInt8(ascii: "\\")),
      let document = try? ReplyText.document(reply, name: "")
    else { return [] }
    return document.root.texts
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
