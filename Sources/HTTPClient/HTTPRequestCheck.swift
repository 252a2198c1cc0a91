extension HTTPRequest {
  /// Throws `invalidRequest` for what must not reach a wire: another scheme, credentials in the URL, and
  /// header texts that would end their line. No message repeats a value.
  func check() throws(HTTPFailure) {
    try checkURL()
    for header in headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isTokenByte) else {
        throw .invalidRequest("the name of a header is empty or has a forbidden character")
      }
      guard header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw .invalidRequest("the header \(header.name) has a line break or control character")
      }
    }
  }

  private func checkURL() throws(HTTPFailure) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .invalidRequest("the URL has a space, a control character or one beyond ASCII")
    }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https", url.dropFirst(scheme.count).hasPrefix("://")
    else {
      throw .invalidRequest("the URL must begin with http:// or https://")
    }
    let authority = url.dropFirst(scheme.count + 3).prefix { !"/?#\\".contains($0) }
    guard !authority.isEmpty else { throw .invalidRequest("the URL has no host") }
    guard !authority.contains("@") else {
      throw .invalidRequest("the URL must not hold a user name or password")
    }
  }

  /// RFC 9110, 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
