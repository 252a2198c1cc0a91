/// Sends requests through libcurl, all of them on one thread that starts with the first one.
///
/// libcurl is loaded then and not before. Connections are kept and used again, HTTP/2 is spoken where a
/// server offers it over TLS, bodies are decompressed, and proxies come from the environment. A redirect is
/// a response like any other. Cancelling the task ends its exchange.
package final class CurlTransport: HTTPTransport {
  private let loop: CurlLoop

  package init(trust: TLSTrust = TLSTrust()) { loop = CurlLoop(trust: trust) }

  deinit { loop.stop() }

  /// Sends one request and returns the whole response; see ``HTTPTransport``.
  ///
  /// A request that must not be sent, by its URL or a header, fails before anything is loaded.
  package func send(
    _ request: HTTPRequest, onBody: @escaping @Sendable (BodyPiece) -> BodyDemand
  ) async throws(HTTPFailure) -> HTTPResponse {
    try request.check()
    let transfer = Transfer(request, onBody: onBody)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        transfer.tell(continuation)
        if let failure = loop.submit(transfer) { transfer.finish(.failure(failure)) }
      }
    } onCancel: {
      loop.cancel(transfer)
    }
    return try outcome.get()
  }

  /// Fails what is under way, and whatever is sent later, with `cancelled`; returns when the thread and its
  /// connections are gone.
  package func shutdown() async {
    loop.stop()
    await loop.ended()
  }

  /// Does something with a transport that is shut down behind it.
  package static func whileOpen<Outcome>(
    trust: TLSTrust, _ work: (CurlTransport) async -> Outcome
  ) async -> Outcome {
    let transport = CurlTransport(trust: trust)
    let outcome = await work(transport)
    await transport.shutdown()
    return outcome
  }
}
