/// What libcurl's own words tell about a proxy: its host, or the status with which it refused.
///
/// Nothing else tells it, since proxies come from the environment and libcurl reads that. The words name a
/// host and a port, never a user or password.
struct ProxyWords {
  /// With its port where that is known; nil where no proxy is named.
  let host: String?
  /// The status that it answered with instead of making a way to the host.
  let status: String?

  /// - Parameter url: of the request; a failed connection to another place was one to a proxy.
  init(_ text: String, url: String) {
    if let name = Self.word(after: "Could not resolve proxy: ", in: text) {
      host = name
    } else if let name = Self.word(after: "Failed to connect to ", in: text),
      let port = Self.word(after: "Failed to connect to \(name) port ", in: text)
    {
      // newer versions name the host first and the proxy behind it
      let via = Self.word(after: " via ", in: text)
      host = via ?? (Self.isPlace(name, port, of: url) ? nil : "\(name):\(port)")
    } else {
      host = nil
    }
    let answer =
      Self.word(after: "Received HTTP code ", in: text)
      ?? Self.word(after: "CONNECT tunnel failed, response ", in: text)
    status = answer.flatMap { Int($0) }.map(String.init)
  }

  var name: String { host.map { "the proxy \($0)" } ?? "the proxy" }

  /// The word that follows, without signs at its end; nil for what no host or number can be.
  private static func word(after words: String, in text: String) -> String? {
    guard let range = text.firstRange(of: words) else { return nil }
    let word = text[range.upperBound...].prefix { $0 != " " && $0 != "," && $0 != "(" }
    let isPlain = word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "@") }
    return word.isEmpty || word.utf8.count > 255 || !isPlain ? nil : String(word)
  }

  private static func isPlace(_ host: String, _ port: String, of url: String) -> Bool {
    guard let scheme = url.firstRange(of: "://") else { return true }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
    let usual = url.lowercased().hasPrefix("https:") ? "443" : "80"
    let bare = host.lowercased()
    let names = [bare, "[\(bare)]"]
    return names.contains { "\($0):\(port)" == authority || ($0 == authority && port == usual) }
  }
}
