/// Where a provider's server stands: scheme, host, port and the path that all its routes begin with.
package struct Endpoint: Sendable, Hashable {
  /// Without a slash at the end.
  package let url: String
  /// Host and port, as messages name it and as the list of allowed hosts is compared with.
  package let host: String
  /// The path within the server; empty, or with a slash at its start and none at its end.
  package let path: String

  /// Nil for anything but `http` or `https` with a host, and for a URL with a user, a query or a fragment:
  /// those hold secrets, or change where the route leads.
  package init?(_ text: String) {
    guard let separator = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    let allowed = rest.unicodeScalars.allSatisfy {
      $0.isASCII && $0.value > 0x20 && $0.value != 0x7F && !"@?#\\".unicodeScalars.contains($0)
    }
    guard !authority.isEmpty, authority.first != ":", allowed else { return nil }
    var path = rest[authority.endIndex...]
    while path.last == "/" { path.removeLast() }
    host = authority.lowercased()
    self.path = String(path)
    url = "\(scheme)://\(authority.lowercased())\(path)"
  }

  /// The server that `OLLAMA_HOST` names, which may lack the scheme; nil as for any other text.
  package init?(ollamaHost text: String) {
    self.init(text.contains("://") ? text : "http://\(text)")
  }

  /// The endpoint with more of a path behind it.
  func appending(_ route: String) -> String { url + route }

  /// Whether the last part of the path names a version of the API: `/v1`, `/v1beta`.
  var endsWithVersion: Bool {
    guard let last = path.split(separator: "/").last, last.first == "v" else { return false }
    return last.dropFirst().first?.isNumber == true
  }
}
