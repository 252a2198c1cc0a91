import Foundation
import TestServer
import Testing

@testable import HTTPClient

/// In processes of their own, since the environment belongs to a whole process.
@Suite("Proxies from the environment")
struct ProxyTests {
  @Test(
    "libcurl's words tell whether it was a proxy that failed",
    arguments: [
      ("Failed to connect to h.example port 443 after 1 ms: no", nil),
      ("Failed to connect to p port 3128 after 0 ms: Couldn't connect to server", "p:3128"),
      ("Failed to connect to h.example port 443 via p after 0 ms: no", "p"),
      ("Could not resolve proxy: p.example", "p.example"),
      ("Could not resolve proxy: u:w@p.example", nil), ("Recv failure: reset", nil),
    ] as [(String, String?)])
  func words(text: String, proxy: String?) {
    #expect(ProxyWords(text, url: "https://h.example/v1").host == proxy)
  }

  @Test(
    "a proxy that answers otherwise is told with its status",
    arguments: [
      "Received HTTP code 407 from proxy after CONNECT", "CONNECT tunnel failed, response 407",
    ])
  func status(text: String) {
    #expect(ProxyWords(text, url: "https://h.example/v1").status == "407")
  }

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
      let address = try TestServer.running().url(on: .refused).dropFirst("http://".count)
      #expect(failure == .unreachable("the connection to the proxy \(address) was refused"))
    }
  }

  @Test("a proxy that fails is named, without user and password")
  func named() async {
    await #expect(processExitsWith: .success) {
      let address = try TestServer.running().url(on: .refused).dropFirst("http://".count)
      setenv("https_proxy", "http://somebody:pass-word@\(address)", 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      let request = HTTPRequest(.get, "https://speccheck.invalid/x", limits: Exchange.limits())
      let refused = await Exchange.failure(of: request)
      #expect(refused == .unreachable("the connection to the proxy \(address) was refused"))
      setenv("https_proxy", "http://somebody:pass-word@proxy.invalid:8080", 1)
      let unknown = await Exchange.failure(of: request)
      #expect(
        unknown == .unreachable("the name of the proxy proxy.invalid cannot be resolved"))
    }
  }
}
