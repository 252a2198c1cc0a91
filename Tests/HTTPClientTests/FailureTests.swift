import HTTPClient
import TestServer
import Testing

@Suite("Exchanges that fail")
struct FailureTests {
  static let broken: [(path: String, clause: String)] = [
    ("/close", "without a response"), ("/reset", "reset"), ("/reset-in-body", "reset"),
    ("/short", "middle of the body"), ("/bad-gzip", "decompressed"),
    ("/unknown-encoding", "decompressed"), ("/no-http", "not HTTP"),
  ]

  @Test("a broken connection says how it broke", arguments: broken.indices)
  func breaks(_ index: Int) async throws {
    let (path, clause) = Self.broken[index]
    // its own connections: one that another exchange has broken would break this one in another way
    let transport = CurlTransport()
    let failure = await Exchange.failure(of: try Exchange.get(path), by: transport)
    await transport.shutdown()
    guard case .unreachable(let said) = failure else {
      Issue.record("\(path): \(String(describing: failure))")
      return
    }
    #expect(said.contains(clause))
  }

  @Test("a chunked body that ends without its last chunk is no response")
  func shortChunks() async throws {
    guard case .unreachable = await Exchange.failure(of: try Exchange.get("/short-chunks")) else {
      Issue.record("a cut body was taken for a whole one")
      return
    }
  }

  @Test("nobody listens")
  func refused() async throws {
    let request = try Exchange.get("/ok", on: .refused)
    #expect(await Exchange.failure(of: request) == .unreachable("the connection was refused"))
  }

  @Test("a name that nobody has; RFC 6761 promises that there is none")
  func unknownHost() async throws {
    // a resolver without a network may take its time
    let request = HTTPRequest(
      .get, "http://speccheck.invalid/secret?key=hidden",
      limits: Exchange.limits(connect: .seconds(3), total: .seconds(3)))
    let failure = await Exchange.failure(of: request)
    #expect(
      failure == .unreachable("the name of the host cannot be resolved") || failure == .timeoutTotal
    )
  }

  @Test(
    "the total time ends what does not end by itself",
    arguments: [
      "/hang", "/hang-in-head", "/hang-in-body", "/drip/0.02/10000", "/sse-slow/0.02/10000",
      "/slow/20",
    ])
  func total(path: String) async throws {
    let request = try Exchange.get(path, limits: Exchange.limits(total: .milliseconds(300)))
    #expect(await Exchange.failure(of: request) == .timeoutTotal)
  }

  @Test("silence ends at the idle limit", arguments: ["/hang", "/hang-in-head", "/hang-in-body"])
  func idle(path: String) async throws {
    let request = try Exchange.get(path, limits: Exchange.limits(idle: .milliseconds(200)))
    #expect(await Exchange.failure(of: request) == .timeoutIdle)
  }

  @Test("a request that the server does not take ends at the idle limit too")
  func idleUpward() async throws {
    let request = try Exchange.post(
      "/unread/", body: [UInt8](repeating: 0x78, count: 20 << 20),
      limits: Exchange.limits(idle: .milliseconds(300)))
    #expect(await Exchange.failure(of: request) == .timeoutIdle)
  }

  @Test("slow is not silent: a byte now and then keeps an exchange alive")
  func slow() async throws {
    let request = try Exchange.get(
      "/drip/0.3/8", limits: Exchange.limits(idle: .seconds(2)))
    #expect(try await Exchange.transport.send(request).text == "........")
  }

  @Test("without an idle limit silence may last as long as the total time")
  func noIdle() async throws {
    let request = try Exchange.get(
      "/slow/0.5", limits: Exchange.limits(idle: nil, total: .seconds(20)))
    #expect(try await Exchange.transport.send(request).text == "late")
  }

  @Test(
    "a body beyond the limit is dropped at once, also one that is small on the wire",
    arguments: [
      "/large/50000000", "/large-chunks/50000000", "/gzip-bomb", "/nested-gzip-bomb",
    ])
  func tooLarge(path: String) async throws {
    let taken = Counter()
    let request = try Exchange.get(path)
    do throws(HTTPFailure) {
      _ = try await Exchange.transport.send(request) { piece in
        taken.add(piece.bytes.count)
        return .more
      }
      Issue.record("it was taken")
    } catch {
      #expect(error == .tooLarge)
    }
    #expect(taken.value <= request.limits.bodyBytes)
  }

  @Test("a body of exactly the limit is taken")
  func exactly() async throws {
    let request = try Exchange.get(
      "/large-chunks/100000", limits: Exchange.limits(bodyBytes: 100_000))
    #expect(try await Exchange.transport.send(request).body.count == 100_000)
    let smaller = try Exchange.get(
      "/large-chunks/100000", limits: Exchange.limits(bodyBytes: 99_999))
    #expect(await Exchange.failure(of: smaller) == .tooLarge)
  }

  @Test("headers have a limit", arguments: ["/huge-header", "/many-headers", "/many-heads"])
  func headers(path: String) async throws {
    #expect(await Exchange.failure(of: try Exchange.get(path)) == .tooLarge)
  }

  @Test(
    "what must not reach a wire is refused before",
    arguments: [
      "ftp://127.0.0.1/", "file:///etc/passwd", "//127.0.0.1/", "127.0.0.1", "", "http://",
      "https:///x",
      "http:/127.0.0.1/", "http://user:secret@127.0.0.1/", "http://user@127.0.0.1/",
      "https://127.0.0.1\\@evil.example/", "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y",
      "http://127.0.0.1/\u{0}", "http://münchen.example/",
    ])
  func refusedURL(_ url: String) async {
    let request = HTTPRequest(.get, url, limits: Exchange.limits(total: .seconds(3)))
    guard case .invalidRequest(let clause) = await Exchange.failure(of: request) else {
      Issue.record("\(url.debugDescription) was not refused")
      return
    }
    #expect(!clause.contains("secret"))
  }

  @Test(
    "a header that would end its line is refused, and its value not repeated",
    arguments: [
      HTTPHeader("X-Key", "secret\r\nX-More: 1"), HTTPHeader("X-Key", "secret\n"),
      HTTPHeader("X-Key", "\rsecret"), HTTPHeader("X-Key", "secret\u{0}"),
      HTTPHeader("X-Key", "secret\u{7F}"), HTTPHeader("X Key", "secret"),
      HTTPHeader("X-Key:", "secret"),
      HTTPHeader("", "secret"), HTTPHeader("X-K\u{E9}y", "secret"), HTTPHeader("X\r\nY", "secret"),
    ])
  func refusedHeader(_ header: HTTPHeader) async throws {
    let request = try Exchange.get("/ok", headers: [header])
    guard case .invalidRequest(let clause) = await Exchange.failure(of: request) else {
      Issue.record("\(header) was not refused")
      return
    }
    #expect(!clause.contains("secret") && !clause.contains("\n"))
  }
}
