import CheckModel
import Configuration
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("How the agents are started")
struct AgentCallTests {
  private func call(_ settings: ToolSettings) throws -> ToolCall {
    let provider = try #require(settings.kind.toolProvider)
    return provider.call(AgentFixture.question, settings, in: AgentFixture.folders)
  }

  /// The words that follow an option.
  private func value(_ option: String, in call: ToolCall) -> String? {
    guard let index = call.arguments.firstIndex(of: option) else { return nil }
    return call.arguments[index + 1]
  }

  @Test(
    "The prompt goes over standard input, and no word of a plan into an argument",
    arguments: [ReviewerIdentity.Kind.claudeCLI, .codexCLI])
  func prompt(_ kind: ReviewerIdentity.Kind) throws {
    let call = try call(AgentFixture.settings(kind))
    #expect(String(decoding: call.input, as: UTF8.self) == "The plan.")
    #expect(!call.arguments.contains { $0.contains("The plan.") })
  }

  @Test("Claude Code loads no settings, servers or sessions, and has no tools")
  func claude() throws {
    let call = try call(AgentFixture.settings(.claudeCLI, model: "opus", effort: "high"))
    #expect(value("--setting-sources", in: call) == "")
    #expect(value("--tools", in: call) == "")
    #expect(value("--output-format", in: call) == "stream-json")
    #expect(value("--json-schema", in: call) == #"{"type":"object"}"#)
    for option in [
      "--strict-mcp-config", "--no-session-persistence", "--verbose", "--model=opus",
      "--effort=high",
    ] {
      #expect(call.arguments.contains(option))
    }
    #expect(!call.arguments.contains("--bare"))
    #expect(call.environment["CLAUDE_CODE_MAX_RETRIES"] == "3")
    #expect(call.environment["API_TIMEOUT_MS"] == "180000")
    let system = try #require(value("--system-prompt-file", in: call))
    let name = try #require(system.split(separator: "/").last)
    #expect(system == "/scratch/exchange/\(name)")
    #expect(call.files[String(name)] == Array(AgentFixture.question.system.utf8))
  }

  @Test("A key that was chosen goes before the login, a limit on cost along")
  func key() throws {
    let key = ReviewerKey(variable: "MY_KEY", value: "sk-chosen-0123456789")
    let call = try call(AgentFixture.settings(.claudeCLI, key: key, maxUSD: 0.5))
    #expect(call.arguments.contains("--bare"))
    #expect(value("--max-budget-usd", in: call) == "0.5")
    #expect(!call.arguments.contains { $0.contains(key.value) })
  }

  @Test("With a repository Claude Code has tools that read, kept inside the copy")
  func claudeReads() throws {
    let call = try call(AgentFixture.settings(.claudeCLI, access: .repository))
    #expect(value("--tools", in: call) == "Read,Grep,Glob")
    #expect(call.arguments.contains("--restricted"))
  }

  @Test("Claude Code would pass over an effort that it does not know, so it is refused")
  func effort() throws {
    let settings = AgentFixture.settings(.claudeCLI, effort: "immense")
    let refusal = ClaudeCode().objection(to: try call(settings), settings)
    #expect(refusal?.failureClass == .invalidRequest)
    #expect(refusal?.message.contains("medium") == true)
  }

  private func config(_ call: ToolCall) -> [String] {
    zip(call.arguments, call.arguments.dropFirst()).filter { $0.0 == "-c" }.map { $0.1 }
  }

  @Test("Codex loads no config, rules or project instructions, and has no shell")
  func codex() throws {
    let call = try call(AgentFixture.settings(.codexCLI, model: "gpt-6-astra", effort: "high"))
    #expect(call.arguments.first == "exec")
    #expect(call.arguments.last == "-")
    #expect(value("--sandbox", in: call) == "read-only")
    #expect(value("--output-schema", in: call) == "/scratch/exchange/schema.json")
    #expect(call.files["schema.json"] == Array(#"{"type":"object"}"#.utf8))
    #expect(value("--output-last-message", in: call) == "/scratch/exchange/\(Codex.answerFile)")
    #expect(call.answers == [Codex.answerFile])
    for option in ["--ephemeral", "--ignore-user-config", "--ignore-rules", "--model=gpt-6-astra"] {
      #expect(call.arguments.contains(option))
    }
    for setting in [
      "features.plugins=false", "tools.experimental_request_user_input.enabled=false",
      "analytics.enabled=false", "project_doc_max_bytes=0", #"web_search="disabled""#,
      #"model_reasoning_effort="high""#, #"developer_instructions="You review.\n\"Quietly\".""#,
    ] {
      #expect(config(call).contains(setting))
    }
    // as settings they would be ignored by a version that does not know them
    #expect(call.arguments.count { $0 == "--disable" } == 2)
    for shell in ["shell_tool", "unified_exec"] {
      let place = try #require(call.arguments.firstIndex(of: shell))
      #expect(call.arguments[place - 1] == "--disable")
    }
  }

  @Test("With a repository Codex has its shell, under a profile that reads the copy and no more")
  func codexReads() throws {
    let call = try call(AgentFixture.settings(.codexCLI, access: .repository))
    // the older switch would let it read everything of the user's
    #expect(!call.arguments.contains("--sandbox"))
    #expect(!call.arguments.contains("--disable"))
    // a version that does not know the profile would read everything as well
    #expect(call.arguments.contains("--strict-config"))
    #expect(config(call).contains(#"default_permissions="speccheck""#))
    #expect(
      config(call).contains(
        #"permissions.speccheck.filesystem={":minimal"="read",":workspace_roots"="read","/opt/agents/bin"="read"}"#
      ))
    #expect(config(call).contains("permissions.speccheck.network.enabled=false"))
    #expect(config(call).contains(#"shell_environment_policy.inherit="none""#))
  }

  @Test("Where npm installed Codex, the sandbox may read all packages, one of which it is")
  func npm() {
    let config = CodexSandbox.config(
      program: "/home/me/lib/node_modules/@openai/codex/bin/codex.js")
    #expect(config[1].contains(#""/home/me/lib/node_modules"="read""#))
  }

  @Test("A rubric too long for an argument is refused before anything starts")
  func longRubric() throws {
    let settings = AgentFixture.settings(.codexCLI)
    let question = ModelQuestion(
      system: String(repeating: "x", count: 130_000), user: "", schema: ["type": "object"])
    let call = Codex().call(question, settings, in: AgentFixture.folders)
    #expect(Codex().objection(to: call, settings)?.failureClass == .contextOverflow)
  }

  static let limits: [(ReviewerIdentity.Kind, Int)] = [
    (.claudeCLI, 10_000_000), (.codexCLI, 1_048_576),
  ]

  @Test("A prompt longer than the agent takes is refused with both sizes", arguments: limits)
  func inputLimit(_ kind: ReviewerIdentity.Kind, _ most: Int) throws {
    let limit = try #require(kind.toolProvider?.inputLimit)
    let settings = AgentFixture.settings(kind)
    let fits = [UInt8](repeating: 0x61, count: most)
    #expect(limit.refusal(of: fits, by: settings) == nil)
    let refusal = limit.refusal(of: fits + [0x61], by: settings)
    #expect(refusal?.failureClass == .contextOverflow)
    #expect(refusal?.message.contains("\(most + 1)") == true)
  }

  @Test("Codex counts characters, and not their bytes")
  func characters() throws {
    let limit = InputLimit(.characters, 3)
    let settings = AgentFixture.settings(.codexCLI)
    #expect(limit.refusal(of: Array("日本😀".utf8), by: settings) == nil)
    #expect(limit.refusal(of: Array("日本😀x".utf8), by: settings) != nil)
  }

  @Test("On its own servers a route tells the family; elsewhere names alone do")
  func families() throws {
    let claude = AgentFixture.settings(.claudeCLI).expected
    #expect(claude.family == "anthropic")
    #expect(claude.familyBasis == .route)
    let codex = AgentFixture.settings(.codexCLI, model: "gpt-6-astra").expected
    #expect(codex.family == "openai")
    #expect(codex.familyBasis == .route)
    let answered = ClaudeCode().model(
      answered: "claude-opus-5-5", claimed: nil, AgentFixture.settings(.claudeCLI))
    #expect(answered.familyBasis == .answered)
    let other = try Endpoint("https://gateway.example.com")
    #expect(AgentFixture.settings(.codexCLI, redirect: other).expected.family == nil)
    // whoever asks Codex for another maker's model gets no second family by that
    let odd = AgentFixture.settings(.codexCLI, model: "claude-opus-5-5").expected
    #expect(odd.isOfFamily("openai") && odd.isOfFamily("anthropic"))
  }
}
