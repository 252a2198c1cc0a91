import HTTPClient
import TestServer
import Testing

@Suite("Whom a connection trusts")
struct TrustTests {
  @Test("a certificate of an authority that was handed in is believed")
  func trusted() async throws {
    let transport = CurlTransport(trust: TLSTrust(file: try TestServer.running().authority))
    #expect(try await transport.send(Exchange.get("/ok", on: .trusted)).text == "ok")
    await transport.shutdown()
  }

  @Test("HTTP/2 is spoken where the server offers it")
  func http2() async throws {
    let transport = CurlTransport(trust: TLSTrust(file: try TestServer.running().authority))
    let request = try Exchange.get("/ok", on: .http2)
    #expect(try await transport.send(request).text == "over HTTP/2")
    #expect(try await transport.send(request).text == "over HTTP/2")
    await transport.shutdown()
  }

  @Test(
    "any other certificate is refused",
    arguments: [
      (TestServer.Port.trusted, false), (.selfSigned, false), (.selfSigned, true),
      (.elsewhere, true),
    ])
  func refused(port: TestServer.Port, withAuthority: Bool) async throws {
    let authority = try TestServer.running().authority
    let transport = CurlTransport(trust: TLSTrust(file: withAuthority ? authority : nil))
    let failure = await Exchange.failure(of: try Exchange.get("/ok", on: port), by: transport)
    guard case .unreachable(let clause) = failure else {
      Issue.record("\(port): \(String(describing: failure))")
      return
    }
    #expect(clause.hasPrefix("TLS failed: "))
    await transport.shutdown()
  }

  @Test("TLS spoken to a port without it fails")
  func noTLS() async throws {
    let plain = try TestServer.running().url("/ok")
    let request = HTTPRequest(
      .get, plain.replacing("http://", with: "https://"),
      limits: Exchange.limits(total: .seconds(10)))
    guard case .unreachable = await Exchange.failure(of: request) else {
      Issue.record("an answer without TLS was taken")
      return
    }
  }

  @Test("certificates that cannot be read are a failure that says where to look")
  func unreadable() async throws {
    let transport = CurlTransport(trust: TLSTrust(file: "/nonexistent/ca.pem"))
    let request = try Exchange.get("/ok", on: .trusted)
    guard case .unreachable(let clause) = await Exchange.failure(of: request, by: transport) else {
      Issue.record("there was no failure")
      return
    }
    #expect(clause.contains("SSL_CERT_FILE"))
    await transport.shutdown()
  }

  @Test(
    "the environment is read as the curl program reads it",
    arguments: [
      ([:], TLSTrust()),
      (["SSL_CERT_FILE": "f", "SSL_CERT_DIR": "d"], TLSTrust(file: "f", folder: "d")),
      (["CURL_CA_BUNDLE": "b", "SSL_CERT_FILE": "f", "SSL_CERT_DIR": "d"], TLSTrust(file: "b")),
      (["CURL_CA_BUNDLE": "", "SSL_CERT_DIR": "d"], TLSTrust(folder: "d")),
    ])
  func environment(_ environment: [String: String], trust: TLSTrust) {
    #expect(TLSTrust(environment: environment) == trust)
  }
}
