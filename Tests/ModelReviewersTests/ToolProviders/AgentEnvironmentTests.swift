import CheckModel
import Configuration
import Testing

@testable import ModelReviewers

@Suite("What an agent gets of the environment")
struct AgentEnvironmentTests {
  private static let variables = [
    "HOME": "/home/me", "PATH": "/usr/bin", "LANG": "de_DE.UTF-8", "HTTPS_PROXY": "http://p:1",
    "CLAUDE_CONFIG_DIR": "/home/me/c", "CLAUDE_CODE_OAUTH_TOKEN": "t", "CODEX_HOME": "/home/me/x",
    "ANTHROPIC_API_KEY": "k", "ANTHROPIC_AUTH_TOKEN": "k", "ANTHROPIC_BASE_URL": "https://else",
    "OPENAI_API_KEY": "k", "CODEX_API_KEY": "k", "AWS_SECRET_ACCESS_KEY": "k", "GITHUB_TOKEN": "k",
    "CLAUDE_CODE_USE_BEDROCK": "1", "NODE_OPTIONS": "--require x", "LD_PRELOAD": "x",
    "GIT_DIR": "x", "SPECCHECK_SEAL_KEY": "k", "CLAUDECODE": "1",
  ]

  static let allowed: [(ReviewerIdentity.Kind, Set<String>)] = [
    (.claudeCLI, ["CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN"]), (.codexCLI, ["CODEX_HOME"]),
  ]

  @Test("Its login, the user's language and network, and no key", arguments: allowed)
  func allowList(_ kind: ReviewerIdentity.Kind, _ own: Set<String>) throws {
    let agent = try #require(kind.agent)
    #expect(
      Set(agent.environment(from: Self.variables).keys)
        == own.union(["HOME", "PATH", "LANG", "HTTPS_PROXY"]))
  }

  @Test("A key that would be paid with is named, unless it was chosen")
  func warning() throws {
    let agent = try #require(ReviewerIdentity.Kind.claudeCLI.agent)
    let settings = AgentFixture.settings(.claudeCLI)
    func warnings(_ settings: ToolSettings, _ variables: [String: String]) -> [String] {
      agent.warnings(about: settings, variables: variables, exists: { _ in false })
    }
    let said = warnings(settings, Self.variables)
    #expect(said.count == 1)
    #expect(said[0].contains("'claude-cli' is asked without ANTHROPIC_API_KEY"))
    #expect(warnings(settings, ["HOME": "/home/me", "ANTHROPIC_API_KEY": ""]) == [])
    var chosen = settings
    chosen.key = ReviewerKey(variable: "ANTHROPIC_API_KEY", value: "k")
    #expect(warnings(chosen, Self.variables) == [])
  }

  @Test("Instructions of the user's that Codex sends along are named")
  func instructions() throws {
    let agent = try #require(ReviewerIdentity.Kind.codexCLI.agent)
    let files: Set = ["/home/me/.codex/AGENTS.md", "/elsewhere/AGENTS.md"]
    func warnings(_ variables: [String: String]) -> [String] {
      agent.warnings(
        about: AgentFixture.settings(.codexCLI), variables: variables, exists: files.contains)
    }
    #expect(warnings(["HOME": "/home/me"])[0].contains("'/home/me/.codex/AGENTS.md'"))
    #expect(
      warnings(["HOME": "/home/me", "CODEX_HOME": "/elsewhere"])[0]
        .contains("'/elsewhere/AGENTS.md'"))
    #expect(warnings(["HOME": "/home/you"]) == [])
  }

  static let configs: [(String, String?)] = [
    ("cli_auth_credentials_store = \"keyring\"\n", "keyring"),
    ("model = \"x\"\n  cli_auth_credentials_store=\"auto\" # ours\n", "auto"),
    ("cli_auth_credentials_store = \"file\"", "file"),
    ("[projects.x]\ncli_auth_credentials_store = \"keyring\"\n", nil),
    ("# cli_auth_credentials_store = \"keyring\"\n", nil),
    ("cli_auth_credentials_store = \"file\\\" -c x=1\"\n", nil),
    ("cli_auth_credentials_store = \"elsewhere\"\n", nil), ("", nil),
  ]

  @Test("Of Codex's config nothing counts but where the login is kept", arguments: configs)
  func login(_ config: String, _ store: String?) {
    let expected = store.map { ["-c", "cli_auth_credentials_store=\"\($0)\""] } ?? []
    #expect(CodexLogin.arguments(config: Array(config.utf8)) == expected)
  }
}

@Suite("What an agent can cost")
struct AgentCostTests {
  @Test("Every turn of every attempt counts, with what the agent adds")
  func worstCase() throws {
    let settings = AgentFixture.settings(.claudeCLI, model: "claude-opus-5-5")
    let one = settings.worstCase(promptBytes: 35_000)
    // 10,000 tokens of ours, 3,000 of its own and an answer, three times
    #expect(one.tokens == 3 * (10_000 + 3_000 + 32_000))
    let input: Double = 13_000 * 5
    let output: Double = 32_000 * 20
    let usd = try #require(one.usd)
    #expect(abs(usd - 3 * (input + output) / 1e6) < 1e-9)
    #expect(settings.worstCase(promptBytes: 35_000, samples: 2).tokens == 4 * one.tokens)
  }

  @Test("With a repository to read the model's whole context may be filled")
  func repository() {
    let settings = AgentFixture.settings(.codexCLI, model: "gpt-6-astra", access: .repository)
    #expect(settings.worstCase(promptBytes: 1).tokens > 1_000_000)
  }

  @Test("Without a model nobody knows the price")
  func noModel() {
    #expect(AgentFixture.settings(.codexCLI).worstCase(promptBytes: 1).usd == nil)
  }
}
