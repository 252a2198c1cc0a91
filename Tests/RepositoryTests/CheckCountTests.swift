import Foundation
import Subprocess
import Testing

@Suite("What ./dev check says of checks that were not made")
struct CheckCountTests {
  /// What a script prints, in Bash at the top of the tree, and with which status it ends.
  private func run(
    _ script: String, path: String = "/usr/bin:/bin"
  ) async throws -> (text: String, status: Int32) {
    let call = ProgramCall(
      "/bin/bash", ["-c", script], environment: ["PATH": path],
      directory: Repository.top.path,
      limits: ProgramLimits(outputBytes: 1 << 20, deadline: .now + .seconds(60), idle: nil))
    let result = try #require(await ChildProgramRunner.whileOpen { try? await $0.run(call) })
    guard case .exited(let status) = result.ending else { return ("", -1) }
    return (String(decoding: result.output + result.errors, as: UTF8.self), status)
  }

  /// The text of a function of `dev`.
  private func function(_ name: String) throws -> String {
    let text = Repository.text("dev")
    let start = try #require(text.range(of: "\n\(name)() {\n"))
    let end = try #require(text.range(of: "\n}\n", range: start.upperBound..<text.endIndex))
    return String(text[start.lowerBound..<end.upperBound])
  }

  static let outcomes: [(String, String, Int32)] = [
    ("good good", "2 of 2 checks passed", 0),
    ("good impossible", "1 of 2 checks passed; SKIPPED: impossible", 0),
    ("good bad impossible", "1 of 3 checks passed; failed: bad; SKIPPED: impossible", 1),
  ]

  @Test("one that is impossible here is neither passed nor failed", arguments: outcomes)
  func counts(checks: String, last: String, status: Int32) async throws {
    let script = """
      outcome_of() { case "$1" in good) ;; impossible) return 77 ;; *) return 1 ;; esac; }
      \(try function("check_all"))
      check_all \(checks)
      """
    let said = try await run(script)
    #expect(said.text.split(separator: "\n").last.map(String.init) == last)
    #expect(said.status == status)
  }

  static let runs: [(String, Int32)] = [
    ("✔ Test run with 9 tests in 1 suite passed after 1 seconds.", 0),
    ("➜ Test \"a\" skipped: \"no agents\"\n✔ Test run with 9 tests in 1 suite passed.", 1),
    ("✔ Test run with 0 tests in 0 suites passed after 0 seconds.", 1),
  ]

  @Test("tests that were asked for by name fail when they are skipped", arguments: runs)
  func skipped(output: String, status: Int32) async throws {
    let script = """
      set -o pipefail
      \(try function("quietly")) \(try function("none_left_out"))
      printf '%s\\n' '\(output)' | quietly | none_left_out
      """
    let said = try await run(script)
    #expect(said.status == status, "\(said.text)")
    #expect(said.text.contains("SKIPPED, and not counted as passed: 1") == output.contains("➜"))
  }

  @Test("agents that could be installed are no reason to skip, and neither is what shuts them in")
  func agents() async throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "agents-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let packages = place.appendingPathComponent("lib/python3.11/site-packages")
    func command() async throws -> (text: String, status: Int32) {
      // without a search path nothing is found that could shut them in
      try await run(
        "python=$(command -v python3); PATH=/nowhere exec \"$python\" -B "
          + "Tests/Counterparts/agents.py '\(place.path)' true")
    }
    #expect(try await command().status == 1)
    for name in ["claude_agent_sdk/_bundled/claude", "codex_cli_bin/bin/codex"] {
      let file = packages.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      #expect(try await command().text.contains("is not installed"))
      try Data("#!/bin/sh\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    let said = try await command()
    #if os(Linux)
      #expect(said.text.contains("'unshare' is missing, which the package util-linux brings"))
      #expect(said.status == 1)
    #else
      #expect(said.text.contains("SKIPPED"))
      #expect(said.status == 77)
    #endif
  }
}
