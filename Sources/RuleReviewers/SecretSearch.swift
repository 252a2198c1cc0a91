/// Looks for secrets in any bytes, with the shapes that the rule about plans knows.
package enum SecretSearch {
  /// Where the first one begins, a byte offset, and what it is in words that can be shown; nil where there is
  /// none.
  package static func first(in bytes: [UInt8]) -> (offset: Int, label: String)? {
    SecretScanner(bytes: bytes).secrets().first.map { ($0.range.lowerBound, $0.label) }
  }

  /// The text with a mark in place of each.
  package static func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let secrets = SecretScanner(bytes: bytes).secrets()
    guard !secrets.isEmpty else { return text }
    var shown: [UInt8] = []
    var copied = 0
    for range in secrets.map(\.range) where range.lowerBound >= copied {
      shown += bytes[copied..<range.lowerBound] + Array("***".utf8)
      copied = range.upperBound
    }
    return String(decoding: shown + bytes[copied...], as: UTF8.self)
  }
}
