import HTTPClient

extension ModelSettings {
  /// The key as most servers take it. Azure takes keys in a header of its own, and only tokens as `Bearer`.
  var bearerHeaders: [HTTPHeader] {
    switch credential {
    case .none: []
    case .key(let secret) where endpoint.host.hasSuffix(".azure.com"):
      [HTTPHeader("api-key", secret.revealed)]
    case .key(let secret), .bearer(let secret): [.bearer(secret)]
    }
  }
}

extension HTTPHeader {
  /// RFC 6750, 2.1.
  static func bearer(_ secret: Secret) -> HTTPHeader {
    HTTPHeader("Authorization", "Bearer \(secret.revealed)")
  }
}
