import CheckModel
import Configuration
import Files
import Foundation
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
        "--ephemeral", "--ignore-user-config", "--ignore-rules", "--color", "--sandbox", "--model",
        "-c",
      ])
    #expect(
      AgentCheck.options(in: "  -c, --config <key=value>  a [--b] c[-d]")
        == ["-c", "--config", "key", "value", "a", "--b", "c", "c-d"])
  }
}
