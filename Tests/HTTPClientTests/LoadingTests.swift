#if os(Linux)
  import Foundation
  import HTTPClient
  import Testing

  /// In a process of its own, where no other test has sent anything.
  @Suite("Loading libcurl")
  struct LoadingTests {
    @Test("it is loaded by the first request and by nothing before, not even one that is refused")
    func late() async {
      await #expect(processExitsWith: .success) {
        func isLoaded() throws -> Bool {
          // the file claims to be empty, so it is read to its end
          let maps = FileHandle(forReadingAtPath: "/proc/self/maps")
          let text = try maps?.readToEnd() ?? Data()
          return String(decoding: text, as: UTF8.self).contains("/libcurl.so")
        }
        let transport = CurlTransport()
        let refused = HTTPRequest(.get, "ftp://127.0.0.1/", limits: Exchange.limits())
        _ = await Exchange.failure(of: refused, by: transport)
        #expect(try !isLoaded())
        _ = try await transport.send(Exchange.get("/ok"))
        #expect(try isLoaded())
        await transport.shutdown()
      }
    }
  }
#endif
