/// Sends requests. The program has one that uses libcurl; tests may script their own.
package protocol HTTPTransport: Sendable {
  /// Sends one request and returns the whole response, whatever its status.
  ///
  /// - Parameter onBody: sees each piece of the body as it arrives, from a thread of the transport's, so it must
  ///   be quick, and says whether more is wanted.
  func send(
    _ request: HTTPRequest, onBody: @escaping @Sendable (BodyPiece) -> BodyDemand
  ) async throws(HTTPFailure) -> HTTPResponse
}

/// A piece of a response's body, decompressed, cut anywhere.
package struct BodyPiece: Sendable {
  /// Of the response that it belongs to.
  package var status: Int
  package var bytes: [UInt8]

  package init(status: Int, bytes: [UInt8]) {
    self.status = status
    self.bytes = bytes
  }
}

/// Whether a reader wants more of a body.
package enum BodyDemand: Sendable {
  case more
  /// The reader has all that it needs. The exchange ends at this time as if the body ended there, unless it
  /// does so by itself; until then the rest is read, and may call for more.
  case enough(by: ContinuousClock.Instant)
}

extension HTTPTransport {
  /// Sends one request and waits for all of its response.
  package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    try await send(request) { _ in .more }
  }
}
