import Foundation
import HTTPClient
import TestServer
import Testing

@Suite("Sending requests")
struct CurlTransportTests {
  /// What the server saw of a request.
  struct Echo: Codable {
    var method: String
    var path: String
    var headers: [[String]]
    var body: String
    var connection: Int
    var number: Int

    func header(_ name: String) -> [String] {
      headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
    }
  }

  @Test("a GET arrives as it was meant, with no header that nobody asked for")
  func get() async throws {
    let echo = try await echo(
      Exchange.get(
        "/echo/a%20b?c=d", headers: [HTTPHeader("X-One", "1"), HTTPHeader("X-None", "")])
    )
    #expect(echo.method == "GET")
    #expect(echo.path == "/echo/a%20b?c=d")
    #expect(echo.header("X-One") == ["1"])
    #expect(echo.header("X-None") == [""])
    #expect(
      Set(echo.headers.map { $0[0].lowercased() })
        == ["host", "accept", "accept-encoding", "x-one", "x-none"])
  }

  @Test("a POST carries its body, small, empty or large", arguments: [0, 1, 3000, 3_000_000])
  func post(size: Int) async throws {
    let body = [UInt8](repeating: UInt8(ascii: "x"), count: size)
    let echo = try await echo(
      Exchange.post(
        "/echo", headers: [HTTPHeader("Content-Type", "application/json")], body: body,
        limits: Exchange.limits(bodyBytes: 8 << 20)))
    #expect(echo.method == "POST")
    #expect(Array(echo.body.utf8) == body)
    #expect(echo.header("Content-Type") == ["application/json"])
    #expect(echo.header("Content-Length") == [String(size)])
    #expect(echo.header("Expect") == [])
  }

  @Test("a POST without a content type is sent without one")
  func noContentType() async throws {
    #expect(try await echo(Exchange.post("/echo", body: [0x7B])).header("Content-Type") == [])
  }

  @Test("any status is a response", arguments: [204, 400, 401, 404, 408, 413, 429, 500, 529])
  func status(_ status: Int) async throws {
    let response = try await Exchange.transport.send(Exchange.get("/status/\(status)"))
    #expect(response.status == status)
    #expect(response.header("retry-after") == "7")
  }

  @Test("a redirect is a response, and nobody follows it", arguments: [301, 302, 307])
  func redirect(_ status: Int) async throws {
    let response = try await Exchange.transport.send(Exchange.get("/redirect/\(status)"))
    #expect(response.status == status)
    #expect(response.text == "moved")
    #expect(response.header("location")?.hasSuffix("/ok") == true)
  }

  @Test(
    "a body comes as it is, whatever ends it",
    arguments: [
      ("/ok", "ok"), ("/empty", ""), ("/no-content", ""), ("/until-close", "all there is"),
      ("/html", "<!doctype html><title>Sign in</title>"), ("/early-hints", "ok"),
      ("/large-headers", "ok"),
    ])
  func body(path: String, text: String) async throws {
    #expect(try await Exchange.transport.send(Exchange.get(path)).text == text)
  }

  @Test("a compressed body is inflated", arguments: ["/gzipped", "/deflated"])
  func compressed(path: String) async throws {
    let response = try await Exchange.transport.send(Exchange.get(path))
    #expect(response.text == String(repeating: "inflated ", count: 1000))
  }

  @Test("headers keep their order, capitals and bytes, without the white space around them")
  func headers() async throws {
    let response = try await Exchange.transport.send(Exchange.get("/odd-headers"))
    #expect(
      response.headers == [
        HTTPHeader("X-Empty", ""), HTTPHeader("X-Spaces", "two words"), HTTPHeader("X-Twice", "1"),
        HTTPHeader("x-twice", "2"), HTTPHeader("X-Bytes", "café \u{FFFD}"),
        HTTPHeader("Content-Length", "2"),
      ])
    #expect(response.header("X-TWICE") == "2")
  }

  @Test("a body of 50 MB comes whole when it may")
  func large() async throws {
    let response = try await Exchange.transport.send(
      Exchange.get("/large/50000000", limits: Exchange.limits(bodyBytes: 50_000_000)))
    #expect(response.body.count == 50_000_000)
  }

  @Test("a connection is used again")
  func reuse() async throws {
    let transport = CurlTransport()
    // libcurl closes what has been idle for two minutes, and a busy machine may keep the second one waiting so long
    var isReused = false
    for _ in 0..<5 where !isReused {
      let first = try await echo(Exchange.get("/echo"), by: transport)
      let second = try await echo(Exchange.get("/echo"), by: transport)
      isReused = second.connection == first.connection && second.number == first.number + 1
    }
    #expect(isReused)
    await transport.shutdown()
  }

  @Test("a kept connection that the server has closed meanwhile is replaced")
  func closedMeanwhile() async throws {
    let transport = CurlTransport()
    _ = try await transport.send(Exchange.get("/close-after-one"))
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await transport.send(Exchange.get("/ok")).text == "ok")
    await transport.shutdown()
  }

  @Test("200 requests at once hold on the one thread")
  func many() async throws {
    let transport = CurlTransport()
    let request = try Exchange.get("/slow/1")
    let threads = Self.threadCount()
    let (texts, threadsMeanwhile) = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { try await transport.send(request).text } }
      // names are looked up on threads that pass, and other tests start some
      var threadsMeanwhile: Int?
      for _ in 0..<8 {
        try await Task.sleep(for: .milliseconds(100))
        threadsMeanwhile = [threadsMeanwhile, Self.threadCount()].compactMap { $0 }.min()
      }
      var texts: [String] = []
      for try await text in group { texts.append(text) }
      return (texts, threadsMeanwhile)
    }
    #expect(texts == Array(repeating: "late", count: 200))
    if let threads, let threadsMeanwhile {
      // other tests run beside this one
      #expect(threadsMeanwhile < threads + 50)
    }
    await transport.shutdown()
  }

  private func echo(
    _ request: HTTPRequest, by transport: CurlTransport = Exchange.transport
  ) async throws -> Echo {
    let response = try await transport.send(request)
    return try JSONDecoder().decode(Echo.self, from: Data(response.body))
  }

  /// Of this process; nil where the system does not say.
  private static func threadCount() -> Int? {
    try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
  }
}
