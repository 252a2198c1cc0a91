import CCrypto

/// SHA-256 and its keyed form, from libcrypto.
package enum SHA256 {
  /// The digest of the bytes, 32 bytes (FIPS 180-4).
  package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let succeeded = EVP_Digest(input, input.count, &output, &length, EVP_sha256(), nil)
    // libcrypto fails here only when it cannot allocate its context
    precondition(succeeded == 1 && length == 32, "libcrypto could not compute a SHA-256 digest")
    return output
  }

  /// The digest as 64 lowercase hex digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(digest(bytes))
  }

  /// The keyed digest, 32 bytes (RFC 2104).
  package static func hmac(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let result = HMAC(
      EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &output, &length)
    // libcrypto fails here only when it cannot allocate its context
    precondition(result != nil && length == 32, "libcrypto could not compute an HMAC")
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
