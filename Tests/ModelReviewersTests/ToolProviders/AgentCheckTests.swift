import CheckModel
import Configuration
import Files
import Foundation
import Reviewing
import Scratch
import Subprocess
import Testing

@testable import ModelReviewers

@Suite("What an agent is asked about itself")
struct AgentCheckTests {
  /// What is said of an agent that prints this help.
  private func said(
    of settings: ToolSettings, help: String
  ) async -> (words: String?, failure: ReviewFailure?) {
    let scratch = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { scratch.close() }
    let runner = ScriptedRunner([
      .success(ScriptedRunner.result("2.1.327 (Claude Code)")),
      .success(ScriptedRunner.result(help)),
      .success(ScriptedRunner.result(#"{"loggedIn": true, "authMethod": "oauth"}"#)),
    ])
    do throws(ReviewFailure) {
      return (
        try await AgentCheck(settings, runner: runner, scratch: scratch)?.words(), nil
      )
    } catch {
      return (nil, error)
    }
  }

  private static let help = """
    -p, --print   --output-format <format>  --verbose --include-partial-messages, --tools <tools...>
    --setting-sources <sources> --strict-mcp-config --no-session-persistence --json-schema <schema>
    --permission-prompts <target> --bare: use --system-prompt[-file], --model, --effort <level>
    """

  @Test("It must know what it would be started with, and nothing else")
  func known() async {
    let (words, failure) = await said(of: AgentFixture.settings(.claudeCLI), help: Self.help)
    #expect(failure == nil)
    #expect(
      words == "2.1.327 (Claude Code), knows all 11 options that are needed, logged in (oauth)")
  }

  static let old: [(ToolSettings, String, String)] = [
    (AgentFixture.settings(.claudeCLI), "--system-prompt[-file]", "--system-prompt-file"),
    (AgentFixture.settings(.claudeCLI, effort: "high"), "--effort", "--effort"),
    (
      AgentFixture.settings(.claudeCLI, key: ReviewerKey(variable: "K", value: "sk-0123456789")),
      "--bare", "--bare"
    ),
    (AgentFixture.settings(.claudeCLI, access: .repository), "", "--restricted"),
  ]

  @Test("An option of the call that it does not know is named", arguments: old.indices)
  func unknown(_ index: Int) async {
    let (settings, gone, named) = Self.old[index]
    let help =
      gone.isEmpty ? Self.help : Self.help.replacing(gone, with: "--system-prompt <prompt>")
    let failure = await said(of: settings, help: help).failure
    #expect(failure?.failureClass == .versionTooOld)
    #expect(failure?.message.contains("does not know \(named);") == true)
  }

  static let complaints: [(ReviewerIdentity.Kind, String, String?)] = [
    (.claudeCLI, "error: unknown option '--restricted'\n", "option '--restricted'"),
    (
      .claudeCLI,
      "error: option '--output-format <format>' argument 'stream-json' is invalid. Allowed …\n",
      "option '--output-format'"
    ),
    (.claudeCLI, "error: option 'x' is odd, and so is 'a' for 'b'\n", nil),
    (.codexCLI, "error: unexpected argument '--ephemeral' found\n", "option '--ephemeral'"),
    (
      .codexCLI, "error: invalid value 'read-only' for '--sandbox <SANDBOX_MODE>'\n",
      "option '--sandbox'"
    ),
    (.codexCLI, "Error: Unknown feature flag: shell_tool\n", "feature 'shell_tool'"),
    (
      .codexCLI,
      "Error loading config.toml: unknown configuration field `default_permissions` in -c/…\n",
      "setting 'default_permissions'"
    ),
    (.codexCLI, "ERROR no route 'a' for '--b'\n", nil),
  ]

  @Test(
    "A review with an agent that does not know an option names that and the version",
    arguments: complaints)
  func oldVersion(
    _ kind: ReviewerIdentity.Kind, _ errors: String, _ option: String?
  ) async throws {
    let scratch = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { scratch.close() }
    let version = kind == .claudeCLI ? "1.0.3 (Claude Code)" : "codex-cli 0.98.0"
    let settings = AgentFixture.settings(kind)
    let provider = try #require(kind.toolProvider)
    let runner = ScriptedRunner([
      .success(ScriptedRunner.result("", .exited(1), errors: errors)),
      .success(ScriptedRunner.result(version + "\n")),
    ])
    let respondent = ToolRespondent(
      settings: settings, provider: provider, runner: runner, scratch: scratch, repository: nil,
      secretIn: { _ in nil }, spending: Spending())
    let reply = try await respondent.answer(
      AgentFixture.question, Attempt(number: 1, time: .seconds(60), progress: .none))
    guard case .failure(let wire) = reply.outcome else {
      Issue.record("there is an answer")
      return
    }
    guard let option else {
      #expect(wire.failure.failureClass == .exited)
      return
    }
    #expect(wire.failure.failureClass == .versionTooOld)
    #expect(
      wire.failure.message.contains(
        "is \(version), which does not know the \(option) as it is needed; update it"),
      "\(wire.failure.message)")
    #expect(await runner.calls.map(\.arguments).last == ["--version"])
  }

  /// With everything that adds an option to a call.
  static let all: [ToolSettings] = [ReviewerIdentity.Kind.claudeCLI, .codexCLI].flatMap { kind in
    [RepositoryAccess.plan, .repository].map { access in
      AgentFixture.settings(
        kind, model: "m", effort: "high", access: access,
        key: ReviewerKey(variable: "K", value: "sk-0123456789"), maxUSD: 1)
    }
  }

  @Test("The real agents' help names every option of a call", arguments: all)
  func real(_ settings: ToolSettings) throws {
    let file = AgentOutput.folder.appendingPathComponent("options.json")
    let recorded = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
    let agent = try #require(settings.kind.agent)
    let help = try #require(recorded[agent.program])
    let known = AgentCheck.options(in: help.joined(separator: " "))
    #expect(settings.options.filter { !known.contains($0) } == [])
    #expect(settings.options.count > 8)
  }

  @Test("Options are what the call begins with a dash, without their values")
  func options() {
    let settings = AgentFixture.settings(
      .codexCLI, model: "gpt-6-astra", effort: "high")
    #expect(
      settings.options == [
        "--json", "--output-schema", "--output-last-message", "--skip-git-repo-check",
        "--ephemeral", "--ignore-user-config", "--ignore-rules", "--color", "--sandbox",
        "--disable",
        "--model", "-c",
      ])
    #expect(
      AgentCheck.options(in: "  -c, --config <key=value>  a [--b] c[-d]")
        == ["-c", "--config", "key", "value", "a", "--b", "c", "c-d"])
  }
}
