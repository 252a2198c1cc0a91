/// Looks for secrets in any bytes, with the shapes that the rule about plans knows.
package enum SecretSearch {
  /// Where the first one begins, a byte offset, and what it is in words that can be shown; nil where there is
  /// none.
  package static func first(in bytes: [UInt8]) -> (offset: Int, label: String)? {
    SecretScanner(bytes: bytes).secrets().first.map { ($0.range.lowerBound, $0.label) }
  }
}
