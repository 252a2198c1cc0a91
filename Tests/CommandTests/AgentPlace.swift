import Foundation

/// A plan that deserves a GO, and two programs that stand in for Claude Code and Codex.
struct AgentPlace {
  let place: Place
  private let claude: URL
  private let codex: URL

  /// - Parameters:
  ///   - claude: what it does, in the words of `agent.py`; likewise `codex`.
  init(claude: String = "ok", codex: String = "ok") throws {
    place = try Place()
    let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")
    try place.write(String(contentsOf: plan, encoding: .utf8), to: "plan.md")
    self.claude = try Self.program("claude", claude, in: place)
    self.codex = try Self.program("codex", codex, in: place)
  }

  /// A script that is started as the agent would be.
  private static func program(_ kind: String, _ played: String, in place: Place) throws -> URL {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("TestServer/Server/agent.py").path
    let url = place.fresh(kind)
    try Data("#!/bin/sh\nexec python3 -B '\(script)' \(kind) '\(played)' \"$@\"\n".utf8)
      .write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    return url
  }

  /// Runs `speccheck plan.md` with both on the seats.
  func check(_ options: String = "", variables: String = "") throws -> BuiltProgram.Run {
    try run("plan.md -r claude-cli -r codex-cli \(options)", variables: variables)
  }

  func run(_ arguments: String, variables: String = "") throws -> BuiltProgram.Run {
    try BuiltProgram.shell(
      "SPECCHECK_CLAUDE='\(claude.path)' SPECCHECK_CODEX='\(codex.path)' \(variables) "
        + "speccheck \(arguments)", in: place)
  }

  /// The same for a run that lasts, on a thread of its own.
  func runWaiting(_ arguments: String, variables: String = "") async throws -> BuiltProgram.Run {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try run(arguments, variables: variables) })
      }
    }
  }
}
