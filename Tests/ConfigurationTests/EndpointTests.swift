import Testing

@testable import Configuration

@Suite("Addresses")
struct EndpointTests {
  @Test(
    "one spelling for each address",
    arguments: [
      ("https://api.example.com", "https://api.example.com"),
      ("HTTPS://API.Example.COM/v1/", "https://api.example.com/v1"),
      ("https://api.example.com:8443/a/b", "https://api.example.com:8443/a/b"),
      ("http://[::1]:80/v1", "http://[::1]:80/v1"),
      ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
      ("https://xn--pple-43d.com", "https://xn--pple-43d.com"),
    ])
  func spelling(text: String, url: String) throws {
    #expect(try Endpoint(text).url == url)
  }

  @Test(
    "what is no address that all programs read alike",
    arguments: [
      "", "api.example.com", "ftp://h.example", "file:///etc/passwd", "https:/h.example",
      "https:///v1",
      "https://user@h.example", "https://user:word@h.example",
      "https://api.example.com@evil.example",
      "https://h.example/@evil", "https://h.example\\@evil.example",
      "https://evil.example\\.h.example",
      "https://h.example.", "https://.h.example", "https://h..example", "https://-h.example",
      "https://h_1.example", "https://h.example:", "https://h.example:0", "https://h.example:65536",
      "https://h.example:080", "https://h.example:8a", "https://h.example:+80",
      "https://h.example:80:90",
      "https://h.example/?q", "https://h.example/#f", "https://h.example?x", "https://h example",
      "https://h.example/a b", "https://h.example/%2e%2e", "https://h.example/../x",
      "https://h.example/./x", "https://h.example//x", "https://h.example\t", " https://h.example",
      "https://h.example\n", "https://%68.example", "https://аpi.example.com",
      "https://api。example.com",
      "https://api.example.com\u{200B}", "https://ⓔxample.com", "https://\u{212A}.example",
      "http://0x7f.1", "http://0x7f000001", "http://2130706433", "http://127.1",
      "http://0177.0.0.1",
      "http://127.0.0.01", "http://127.0.0.1.", "http://127.0.0.256", "http://1.2.3.4.5",
      "http://[::1", "http://[::1]x", "http://[::1]:", "http://[fe80::1%25eth0]",
      "http://[::127.0.0.1]",
      "http://[1:2:3]", "http://[::1::]", "http://[:::]", "http://[12345::]", "http://[]",
      "http://::1",
      "https://" + String(repeating: "a", count: 64) + ".example",
      "https://h.example/" + String(repeating: "a", count: 2_000),
    ])
  func refused(text: String) {
    #expect(throws: EndpointFault.self) { try Endpoint(text) }
  }

  @Test(
    "this machine, and what only looks like it",
    arguments: [
      ("http://localhost:1", true), ("http://LOCALHOST", true), ("http://127.0.0.1", true),
      ("http://127.9.9.9", true), ("http://[::1]", true), ("http://127.0.0.1.evil.example", false),
      ("http://localhost.evil.example", false), ("http://0.0.0.0", false), ("http://[::]", false),
      ("http://[::ffff:7f00:1]", false), ("http://128.0.0.1", false),
      ("http://my-localhost", false),
      ("http://[0:0:0:0:0:0:0:1]", false), ("http://192.168.0.1", false),
    ])
  func loopback(text: String, isLoopback: Bool) throws {
    #expect(try Endpoint(text).isLoopback == isLoopback)
  }

  @Test(
    "hosts of the config",
    arguments: [
      ("gw.example.com", true), ("GW.example.com", true), ("gw.example.com:443", true),
      ("gw.example.com:8443", false), ("example.com", false), ("*.example.com", nil),
      ("https://gw.example.com", nil), ("gw.example.com/", nil), (".example.com", nil), ("", nil),
      ("gw.example.com.", nil), ("gw.exam\u{212A}le.com", nil),
    ] as [(String, Bool?)])
  func patterns(text: String, covers: Bool?) throws {
    #expect(HostPattern(text)?.covers(try Endpoint("https://gw.example.com/v1")) == covers)
  }
}
