import CheckModel
import Testing

@testable import ModelReviewers

@Suite("Where a model is asked")
struct EndpointTests {
  @Test(
    "Host and path are told apart",
    arguments: [
      ("https://api.example.com", "api.example.com", ""),
      ("HTTP://Box:8080/v1//", "box:8080", "/v1"),
      ("http://[::1]:11434/x/y", "[::1]:11434", "/x/y"),
    ])
  func parts(_ text: String, host: String, path: String) {
    #expect(Endpoint(text)?.host == host)
    #expect(Endpoint(text)?.path == path)
  }

  @Test(
    "What could hold a secret, or lead elsewhere, is no endpoint",
    arguments: [
      "", "api.example.com", "ftp://h", "file:///etc/passwd", "https://", "https:///v1",
      "https://user:word@h", "https://h?key=1", "https://h/#x", "https://h/a b", "https://h\\evil",
      "https://:80", "https://hö", "https://h/\r\nHost: x",
    ])
  func refused(_ text: String) { #expect(Endpoint(text) == nil) }

  @Test(
    "OLLAMA_HOST may lack the scheme",
    arguments: [
      ("127.0.0.1:11434", "http://127.0.0.1:11434"), ("https://box", "https://box"),
    ])
  func ollama(_ text: String, url: String) { #expect(Endpoint(ollamaHost: text)?.url == url) }
}

@Suite("A key")
struct SecretTests {
  @Test("No way of printing shows it")
  func hidden() {
    let settings = ModelFixture.settings(.anthropic)
    var dumped = ""
    dump(settings, to: &dumped)
    let texts = [
      "\(settings)", String(reflecting: settings), "\(Secret(ModelFixture.key))",
      String(reflecting: Secret(ModelFixture.key)), dumped,
    ]
    for text in texts {
      #expect(!text.contains(ModelFixture.key))
      #expect(!text.contains("sk-"))
    }
    #expect(texts[2] == "***")
  }

  @Test("It is replaced wherever a server repeats it; what is too short to be one is left")
  func masked() {
    #expect(Secret("sk-12345").masked(in: "bad key sk-12345.") == "bad key ***.")
    #expect(Secret("k").masked(in: "bad key k") == "bad key k")
    #expect(Secret("").masked(in: "bad key") == "bad key")
  }
}
