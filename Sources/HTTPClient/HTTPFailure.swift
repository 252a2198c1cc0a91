/// Why an exchange brought no response.
package enum HTTPFailure: Error, Sendable, Hashable {
  /// The host's name, the connection, TLS, or a connection that broke; with one clause that says which.
  case unreachable(String)
  /// No byte for as long as the request's `idle` allows.
  case timeoutIdle
  /// Longer than the request's `total` allows, or no connection within `connect`.
  case timeoutTotal
  /// The body is larger than the request's `bodyBytes` allows, compressed or not; the headers or one event
  /// are beyond what any server needs.
  case tooLarge
  /// The task was cancelled, or the client was shut down.
  case cancelled
  /// The request cannot be sent as it is: scheme, header or URL; with one clause that says why.
  case invalidRequest(String)
  /// libcurl cannot be loaded, or cannot do what we need; with one clause that says what to install.
  case unavailable(String)
}
