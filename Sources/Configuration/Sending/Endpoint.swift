/// The base address of an API, read so strictly that no two programs can understand it differently.
///
/// Of RFC 3986 only what such an address needs: scheme, a host of plain ASCII, port, path.
package struct Endpoint: Sendable, Hashable {
  /// `https`; otherwise `http`.
  package let isEncrypted: Bool
  /// Lower case; an IPv6 address without its brackets.
  package let host: String
  /// Nil for the scheme's own.
  package let port: Int?
  /// Empty, or beginning with a slash and not ending with one.
  package let path: String

  /// - Throws: what is wrong with the text, without quoting it: it may hold a password.
  package init(_ text: String) throws(EndpointFault) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2_000, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw EndpointFault("it holds blanks or characters that are not plain ASCII")
    }
    guard !bytes.contains(UInt8(ascii: "\\")) else { throw EndpointFault("it holds a backslash") }
    let lower = text.lowercased()
    if lower.hasPrefix("https://") {
      isEncrypted = true
    } else if lower.hasPrefix("http://") {
      isEncrypted = false
    } else {
      throw EndpointFault("it does not begin with https:// or http://")
    }
    let rest = text.dropFirst(isEncrypted ? 8 : 7)
    guard !rest.contains("@") else { throw EndpointFault("it holds a user or password") }
    guard !rest.contains("?"), !rest.contains("#") else {
      throw EndpointFault("it holds a query or fragment")
    }
    let authority = rest.prefix { $0 != "/" }
    (host, port) = try Self.hostAndPort(authority.lowercased())
    path = try Self.path(rest.dropFirst(authority.count))
  }

  /// The address in one spelling.
  package var url: String { (isEncrypted ? "https://" : "http://") + authority + path }

  /// Host and port, as messages name the server.
  package var authority: String { shownHost + (port.map { ":\($0)" } ?? "") }

  /// As it stands in an address: IPv6 in brackets.
  package var shownHost: String { host.contains(":") ? "[\(host)]" : host }

  /// The port that is used.
  package var effectivePort: Int { port ?? (isEncrypted ? 443 : 80) }

  /// This machine: `localhost`, 127.0.0.0/8 or ::1, and no other spelling of them.
  package var isLoopback: Bool {
    host == "localhost" || host == "::1" || (HostName.isIPv4(host) && host.hasPrefix("127."))
  }

  static func hostAndPort(_ authority: String) throws(EndpointFault) -> (String, Int?) {
    var host = authority[...]
    var port: Substring?
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else {
        throw EndpointFault("its bracket is never closed")
      }
      host = authority[authority.index(after: authority.startIndex)..<end]
      guard HostName.isIPv6(host) else { throw EndpointFault("its brackets hold no IPv6 address") }
      let after = authority[authority.index(after: end)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw EndpointFault("its port is odd") }
      port = after.isEmpty ? nil : after.dropFirst()
    } else {
      if let colon = authority.firstIndex(of: ":") {
        host = authority[..<colon]
        port = authority[authority.index(after: colon)...]
      }
      guard HostName.isIPv4(host) || HostName.isName(host) else {
        throw EndpointFault("its host is neither a plain name nor an address in its usual spelling")
      }
    }
    return (String(host), try port.map(Self.port))
  }

  private static func port(_ text: Substring) throws(EndpointFault) -> Int {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.first != "0",
      text.utf8.count <= 5, let number = Int(text), (1...65_535).contains(number)
    else { throw EndpointFault("its port is not a number from 1 to 65535") }
    return number
  }

  private static func path(_ text: Substring) throws(EndpointFault) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:".utf8)
    guard text.utf8.allSatisfy(allowed.contains) else {
      throw EndpointFault("its path holds characters other than letters, digits and -._~:/")
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let trimmed = parts.last == "" ? parts.dropLast() : parts
    guard trimmed.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw EndpointFault("its path holds empty parts or dots")
    }
    return trimmed.map { "/\($0)" }.joined()
  }
}

/// What is wrong with an address.
package struct EndpointFault: Error, Sendable, Hashable {
  /// No capital, no full stop.
  package let message: String

  init(_ message: String) { self.message = message }
}

/// Which texts name a host, in the one spelling that is taken for each.
enum HostName {
  /// Four decimal numbers without leading zeros.
  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
          && (part.count == 1 || part.first != 0x30)
          && part.reduce(0) { $0 * 10 + Int($1) - 0x30 } <= 255
      }
  }

  /// Groups of hexadecimal digits with at most one `::`; no zone and no IPv4 inside.
  static func isIPv6(_ text: some StringProtocol) -> Bool {
    let groups = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (3...9).contains(groups.count) else { return false }
    let isHexadecimal = groups.allSatisfy { group in
      group.count <= 4
        && group.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
    let empty = groups.indices.filter { groups[$0].isEmpty }
    guard isHexadecimal else { return false }
    if empty.isEmpty { return groups.count == 8 }
    // `::` at an end gives two empty groups beside each other, alone three
    let isRun = zip(empty, empty.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let first = empty.first == groups.startIndex
    let last = empty.last == groups.endIndex - 1
    let expected = first && last ? 3 : first || last ? 2 : 1
    return isRun && empty.count == expected && groups.count - empty.count <= 7
  }

  /// A name of letters, digits and hyphens (RFC 1123) whose last label is no number: resolvers read such
  /// names as addresses in other notations.
  static func isName(_ text: some StringProtocol) -> Bool {
    let labels = Array(text.utf8).split(separator: 0x2E, omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, let last = labels.last else { return false }
    let areLabels = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
        && label.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
        }
    }
    let looksNumeric = last.first.map { (0x30...0x39).contains($0) } ?? true
    return areLabels && !looksNumeric
  }
}

/// One entry of `hosts`: a host, and the port if only that one is meant.
package struct HostPattern: Sendable, Hashable {
  package let host: String
  package let port: Int?

  /// Nil for what is no host in its usual spelling.
  package init?(_ text: String) {
    guard let parts = try? Endpoint.hostAndPort(text.lowercased()),
      text.utf8.allSatisfy({ $0 < 0x7F })
    else { return nil }
    (host, port) = parts
  }

  func covers(_ endpoint: Endpoint) -> Bool {
    host == endpoint.host && (port == nil || port == endpoint.effectivePort)
  }
}
