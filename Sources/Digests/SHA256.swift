import CCrypto

/// SHA-256 and its keyed form, from libcrypto.
package enum SHA256 {
  /// The digest of the bytes, 32 bytes (FIPS 180-4).
  package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    digest(of: [Array(bytes)])
  }

  /// The digest as 64 lowercase hex digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(digest(bytes))
  }

  /// The keyed digest, 32 bytes (RFC 2104).
  package static func hmac(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    let block = Int(SHA256_CBLOCK)
    let short = key.count > block ? digest(key) : key
    let padded = short + [UInt8](repeating: 0, count: block - short.count)
    let inner = digest(of: [padded.map { $0 ^ 0x36 }, bytes])
    return digest(of: [padded.map { $0 ^ 0x5c }, inner])
  }

  /// The digest of the parts, one after another.
  private static func digest(of parts: [[UInt8]]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    var context = SHA256_CTX()
    var succeeded = SHA256_Init(&context)
    for part in parts { succeeded &= SHA256_Update(&context, part, part.count) }
    succeeded &= SHA256_Final(&output, &context)
    // libcrypto documents a return value here and no way to fail
    precondition(succeeded == 1, "libcrypto could not compute a SHA-256 digest")
    return output
  }

  /// Two lowercase hex digits a byte.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
