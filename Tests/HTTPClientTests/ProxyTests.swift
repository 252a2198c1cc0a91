import Foundation
import HTTPClient
import TestServer
import Testing

/// In processes of their own, since the environment belongs to a whole process.
@Suite("Proxies from the environment")
struct ProxyTests {
  @Test("a request goes to the proxy that is named, the name of the host with it")
  func proxied() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", try TestServer.running().url(), 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      let response = try await CurlTransport().send(
        HTTPRequest(.get, "http://speccheck.invalid/echo/x", limits: Exchange.limits()))
      #expect(response.text.contains("\"proxied\": true"))
      #expect(response.text.contains("\"speccheck.invalid\""))
    }
  }

  @Test("but not to a host that is excepted")
  func excepted() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", try TestServer.running().url(on: .refused), 1)
      setenv("no_proxy", "127.0.0.1", 1)
      let response = try await CurlTransport().send(Exchange.get("/echo"))
      #expect(response.text.contains("\"proxied\": false"))
    }
  }

  @Test("a proxy that is not there is no reason to go without one")
  func missing() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", try TestServer.running().url(on: .refused), 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      let failure = await Exchange.failure(of: try Exchange.get("/ok"))
      #expect(failure == .unreachable("the connection was refused"))
    }
  }
}
