/// A key or token: it can be sent, and cannot be printed by accident.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The secret itself, for a request's header and for nothing else.
  let revealed: String

  package init(_ text: String) { revealed = text }

  package var description: String { "***" }
  package var debugDescription: String { "***" }

  /// Without it, `dump` would show the stored text.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The text with every occurrence of the secret replaced.
  ///
  /// A secret of less than four bytes is no secret, and would be found in every word.
  func masked(in text: String) -> String {
    revealed.utf8.count < 4 ? text : text.replacing(revealed, with: "***")
  }
}
