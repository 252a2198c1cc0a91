import CheckModel
import Testing

@testable import Configuration

@Suite("Who gets a key")
struct ConnectionTests {
  private static let keys = [
    "ANTHROPIC_API_KEY": "a-key", "OPENAI_API_KEY": "o-key", "GEMINI_API_KEY": "g-key",
    "OPENROUTER_API_KEY": "r-key", "OTHER_KEY": "x-key",
  ]

  private func connect(
    _ kind: ReviewerIdentity.Kind, base: String? = nil, keyVariable: String? = nil,
    hosts: [String] = [], _ environment: [String: String] = [:]
  ) throws(ConnectionRefusal) -> Connection? {
    let all = Self.keys.merging(environment) { $1 }
    return try Connection.of(
      ReviewerSettings(kind: kind, model: "m", baseURL: base, apiKeyEnv: keyVariable),
      hosts: hosts.compactMap { HostPattern($0) }
    ) { all[$0] }
  }

  @Test(
    "without anything else the provider's own host gets the provider's own key",
    arguments: [
      (.anthropic, "https://api.anthropic.com", "a-key"),
      (.openai, "https://api.openai.com/v1", "o-key"),
      (.chat, "https://api.openai.com/v1", "o-key"),
      (.gemini, "https://generativelanguage.googleapis.com", "g-key"),
      (.openrouter, "https://openrouter.ai/api/v1", "r-key"),
      (.ollama, "http://127.0.0.1:11434", nil),
    ] as [(ReviewerIdentity.Kind, String, String?)])
  func usual(kind: ReviewerIdentity.Kind, url: String, key: String?) throws {
    let connection = try connect(kind)
    #expect(connection?.endpoint.url == url)
    #expect(connection?.key?.value == key)
  }

  @Test("who is not asked over HTTP has no connection")
  func others() throws {
    for kind in [ReviewerIdentity.Kind.rules, .answer, .command, .claudeCLI, .codexCLI] {
      #expect(try connect(kind) == nil)
    }
  }

  static let redirects: [(ReviewerIdentity.Kind, String, String)] = [
    (.openai, "OPENAI_BASE_URL", "https://evil.example/v1"),
    (.chat, "OPENAI_BASE_URL", "https://evil.example/v1"),
    (.anthropic, "ANTHROPIC_BASE_URL", "https://evil.example"),
    (.gemini, "GEMINI_BASE_URL", "https://evil.example"),
    (.ollama, "OLLAMA_HOST", "https://evil.example"),
    (.ollama, "OLLAMA_HOST", "evil.example:11434"),
    (.openai, "OPENAI_BASE_URL", "https://api.openai.com.evil.example/v1"),
    (.openai, "OPENAI_BASE_URL", "https://api-openai.com/v1"),
    (.openai, "OPENAI_BASE_URL", "https://openai.com/v1"),
    (.openai, "OPENAI_BASE_URL", "https://api.openai.com@evil.example/v1"),
    (.openai, "OPENAI_BASE_URL", "https://api.openai.com:8443/v1"),
    (.openai, "OPENAI_BASE_URL", "http://api.openai.com/v1"),
    (.openai, "OPENAI_BASE_URL", "https://аpi.openai.com/v1"),
    (.openai, "OPENAI_BASE_URL", "https://xn--pi-7kc.openai.com/v1"),
    (.openai, "OPENAI_BASE_URL", "https://api.openai.com./v1"),
    (.openai, "OPENAI_BASE_URL", "http://127.0.0.1.evil.example/v1"),
    (.openai, "OPENAI_BASE_URL", "http://0x7f.1/v1"),
    (.openai, "OPENAI_BASE_URL", "http://2130706433"),
    (.openai, "OPENAI_BASE_URL", "http://[::ffff:127.0.0.1]"),
    (.openai, "OPENAI_BASE_URL", "https://evil.example\\@127.0.0.1"),
    (.openai, "OPENAI_BASE_URL", "https://api.anthropic.com"),
    (.openai, "OPENAI_BASE_URL", "nonsense"), (.openai, "OPENAI_BASE_URL", "file:///etc/passwd"),
    (.anthropic, "ANTHROPIC_BASE_URL", "https://api.anthropic.com#@evil.example"),
    (.anthropic, "ANTHROPIC_BASE_URL", "https://169.254.169.254"),
  ]

  @Test("a base URL from the environment that leads elsewhere is refused", arguments: redirects)
  func redirected(kind: ReviewerIdentity.Kind, variable: String, value: String) {
    #expect {
      try connect(kind, hosts: ["gateway.example"], [variable: value])
    } throws: { error in
      let message = (error as? ConnectionRefusal)?.message ?? ""
      return message.contains(variable) && !message.contains("-key") && !message.contains("@")
    }
  }

  @Test("the host that is refused is named")
  func named() {
    #expect {
      try connect(.openai, ["OPENAI_BASE_URL": "https://Evil.example/v1"])
    } throws: { ($0 as? ConnectionRefusal)?.message.contains("'evil.example'") == true }
  }

  @Test(
    "this machine, the provider's own hosts and those of the config get the key",
    arguments: [
      ("http://127.0.0.1:9/v1", []), ("http://localhost:9/v1", []), ("http://[::1]:9/v1", []),
      ("https://api.openai.com/v1", []), ("https://eu.api.openai.com:443/v1", []),
      ("https://gateway.example/v1", ["gateway.example"]),
      ("https://gateway.example:8443/v1", ["gateway.example:8443"]),
    ])
  func allowed(url: String, hosts: [String]) throws {
    let connection = try connect(.openai, hosts: hosts, ["OPENAI_BASE_URL": url])
    #expect(connection?.key?.value == "o-key")
  }

  @Test("plain http is for this machine alone, also when the config lists the host")
  func plain() {
    #expect(throws: ConnectionRefusal.self) {
      try connect(.openai, hosts: ["gw.example"], ["OPENAI_BASE_URL": "http://gw.example/v1"])
    }
    #expect(throws: ConnectionRefusal.self) {
      try connect(.chat, base: "http://gw.example/v1", hosts: ["gw.example"])
    }
  }

  @Test("the config may name any host; a key goes there if its variable or the host is named")
  func fromConfig() throws {
    let base = "https://gw.example/v1"
    #expect(try connect(.openai, base: base)?.key == nil)
    #expect(try connect(.openai, base: base)?.endpoint.url == base)
    #expect(try connect(.openai, base: base, keyVariable: "OTHER_KEY")?.key?.value == "x-key")
    #expect(try connect(.openai, base: base, hosts: ["gw.example"])?.key?.value == "o-key")
    // the environment has no say where the config speaks
    let redirected = ["OPENAI_BASE_URL": "https://evil.example"]
    #expect(try connect(.openai, base: base, redirected)?.endpoint.url == base)
  }

  @Test("a named variable does not help a base URL from the environment")
  func namedVariable() {
    #expect(throws: ConnectionRefusal.self) {
      try connect(
        .openai, keyVariable: "OTHER_KEY", ["OPENAI_BASE_URL": "https://evil.example/v1"])
    }
  }

  @Test("OLLAMA_HOST may be a host alone, and an address to listen on means this machine")
  func ollama() throws {
    for (value, url) in [
      ("127.0.0.1", "http://127.0.0.1:11434"), ("localhost:9", "http://localhost:9"),
      ("0.0.0.0:9", "http://127.0.0.1:9"), ("[::1]:9", "http://[::1]:9"),
      ("http://127.0.0.1:9", "http://127.0.0.1:9"),
    ] {
      #expect(try connect(.ollama, ["OLLAMA_HOST": value])?.endpoint.url == url)
    }
  }

  @Test("an empty key is none, the second variable counts then, and a broken key is refused unseen")
  func keys() throws {
    let second = ["ANTHROPIC_API_KEY": "", "ANTHROPIC_AUTH_TOKEN": "t-1"]
    #expect(try connect(.anthropic, second)?.key?.variable == "ANTHROPIC_AUTH_TOKEN")
    #expect(try connect(.openai, ["OPENAI_API_KEY": ""])?.key == nil)
    #expect(try connect(.openai, ["OPENAI_BASE_URL": ""])?.key?.value == "o-key")
    for broken in ["a b", "k\r\nHost: evil", "schlüssel"] {
      #expect {
        try connect(.openai, ["OPENAI_API_KEY": broken])
      } throws: { ($0 as? ConnectionRefusal)?.message.contains(broken) == false }
    }
  }

  @Test("a key does not show itself")
  func hidden() throws {
    let key = try #require(try connect(.openai)?.key)
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped] { #expect(!text.contains("o-key")) }
  }
}

@Suite("What may leave the machine")
struct OutboundCheckTests {
  private let check = OutboundCheck { bytes in
    bytes.firstIndex(of: UInt8(ascii: "!")).map { ($0, "key") }
  }

  @Test("a secret in any file stops all of it, with its line, unless it was accepted")
  func secret() throws {
    let bad = Array("a\nb!c\n".utf8)
    #expect {
      try check.check([
        OutboundFile(path: "plan.md", bytes: []), OutboundFile(path: "x.md", bytes: bad),
      ])
    } throws: { ($0 as? OutboundCheck.Refusal)?.message.hasPrefix("x.md:2: ") == true }
    let accepted = OutboundFile(path: "x.md", bytes: bad, allowsSecrets: true)
    #expect(throws: Never.self) { try check.check([accepted]) }
  }

  @Test("the key of a reviewer stops it in any shape, whatever a person accepted")
  func key() throws {
    let check = OutboundCheck(
      keys: [
        ReviewerKey(variable: "A_KEY", value: "hunter-0815"),
        ReviewerKey(variable: "B_KEY", value: "test"),
        ReviewerKey(variable: "C_KEY", value: "password"),
      ]
    ) { _ in nil }
    let bad = OutboundFile(
      path: "plan.md", bytes: Array("a test, a password\nhhunter-0815x".utf8), allowsSecrets: true)
    #expect {
      try check.check([bad])
    } throws: { error in
      let message = (error as? OutboundCheck.Refusal)?.message
      return message == "plan.md:2: this is the key in A_KEY, and nothing was sent; take it out"
    }
    let words = OutboundFile(path: "x.md", bytes: Array("a test, a password, hunter-081".utf8))
    #expect(throws: Never.self) { try check.check([words]) }
  }

  @Test("too much stops it, also in many small pieces")
  func size() {
    let piece = OutboundFile(path: "x.md", bytes: Array(repeating: 32, count: 1 << 20))
    #expect(throws: Never.self) { try check.check(Array(repeating: piece, count: 8)) }
    #expect(throws: OutboundCheck.Refusal.self) {
      try check.check(Array(repeating: piece, count: 9))
    }
  }
}
