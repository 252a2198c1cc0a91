import Foundation
import Testing

/// With stand-ins for the agents; `AgentTests` asks the real ones.
@Suite("Agents on the seats")
struct AgentSeatTests {
  @Test("who gets the plan is said before, and nobody is asked twice")
  func announced() throws {
    let agents = try AgentPlace()
    let first = try agents.check()
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.errors.contains(", which sends them to Anthropic; B gives plan and rubric"))
    #expect(first.errors.contains(", which sends them to OpenAI"))
    let second = try agents.check()
    #expect(second.code == 0)
    #expect(second.errors.contains("nothing leaves this machine"))
  }

  static let refused = [
    ("--offline", "would send 'plan.md'"), ("--max-cost 100", "is not known; add 'prices'"),
    ("--max-tokens 1000", "takes"),
  ]

  @Test("what bounds a run refuses an agent before it is started", arguments: refused)
  func bounded(_ option: String, why: String) throws {
    let run = try AgentPlace(claude: "hang", codex: "hang").check(option)
    #expect(run.code == 2)
    #expect(run.errors.contains(why), "\(run.errors)")
  }

  @Test("two models of one family are refused by --require-models, two agents are not")
  func families() throws {
    let agents = try AgentPlace()
    let same = try agents.run(
      "plan.md -r claude-cli -r claude-cli/claude-opus-5-5 --require-models")
    #expect(same.code == 2)
    #expect(same.errors.contains("one family, anthropic"))
    #expect(try agents.check("--require-models").code == 0)
  }

  @Test("the plan's writer does not review it unnoticed")
  func ownFamily() throws {
    let run = try AgentPlace().check("--written-by claude --executor codex -v")
    #expect(run.errors.contains("own family"), "\(run.errors)")
  }

  static let leadAway = [
    ("ANTHROPIC_BASE_URL=https://elsewhere.example.com", "leads to 'elsewhere.example.com'"),
    ("ANTHROPIC_BASE_URL=http://api.anthropic.com", "over plain http"),
    ("SPECCHECK_CLAUDE=./claude", "lies inside the working tree"),
    ("SPECCHECK_CODEX=$PWD/codex", "lies inside the working tree"),
  ]

  @Test("no variable leads an agent or its login away", arguments: leadAway)
  func ledAway(_ variable: String, why: String) throws {
    let agents = try AgentPlace()
    try agents.place.write("", to: ".git/HEAD")
    let run = try agents.check(variables: variable)
    #expect(run.code == 2)
    #expect(run.errors.contains(why), "\(run.errors)")
  }

  @Test("a config leads a login nowhere, but a key where it says")
  func baseURL() throws {
    let agents = try AgentPlace()
    func config(_ more: String) throws {
      try Data(
        """
        reviewers:
          led: { kind: claude-cli, baseURL: "https://gateway.example.com"\(more) }

        """.utf8
      ).write(to: agents.place.state.appendingPathComponent("config.yml"))
    }
    try config("")
    let login = try agents.run("plan.md -r led -r codex-cli")
    #expect(login.code == 2)
    #expect(login.errors.contains("where its login may not go"), "\(login.errors)")
    try config(", apiKeyEnv: MY_KEY")
    let missing = try agents.run("plan.md -r led -r codex-cli")
    #expect(missing.errors.contains("needs a key: set MY_KEY"), "\(missing.errors)")
    let key = try agents.run("plan.md -r led -r codex-cli", variables: "MY_KEY=sk-0123456789")
    #expect(key.code == 0, "\(key.errors)")
    #expect(key.errors.contains("which sends them to gateway.example.com"))
  }

  @Test("an agent that is not installed is a failed seat, and how to name it is said")
  func missing() throws {
    let run = try AgentPlace().check(variables: "SPECCHECK_CLAUDE=no-such-claude")
    #expect(run.code == 4)
    #expect(run.output.contains("Seat A gave no review (not-installed)"))
    #expect(run.output.contains("SPECCHECK_CLAUDE"))
    #expect(run.errors.contains("A gives nothing, since the program no-such-claude is missing;"))
    #expect(!run.errors.contains("Anthropic"))
    let unfit = try AgentPlace().check(variables: "SPECCHECK_CODEX=/dev/null")
    #expect(unfit.errors.contains("B gives nothing, since the program /dev/null is not executable"))
  }

  @Test("a file in PATH that may not be run is called so, with its path and what to do")
  func notExecutable() throws {
    let agents = try AgentPlace()
    let folder = agents.place.fresh("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("codex").path
    try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: file))
    let variables = "SPECCHECK_CODEX= PATH=\"$PATH:\(folder.path)\""
    for arguments in ["plan.md -r rules/planner -r codex-cli", "doctor -r codex-cli"] {
      let run = try agents.run(arguments, variables: variables)
      #expect(run.code == 4)
      #expect(
        (run.output + run.errors).contains("the program is not executable: '\(file)'; see that"),
        "\(run.output)")
    }
  }

  @Test(
    "thirty seconds after its last byte a silent agent is said to be silent, with what it may wait for"
  )
  func silence() async throws {
    let agents = try AgentPlace()
    // so the real Codex begins, and then says nothing until its answer is there
    let script = agents.place.fresh("mute")
    let begun = #"{"type":"thread.started","thread_id":"0"}\n{"type":"turn.started"}\n"#
    try Data("#!/bin/sh\nprintf '\(begun)'\ncat >/dev/null\nexec sleep 60\n".utf8).write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let run = try await agents.runWaiting(
      "plan.md -r rules/planner -r codex-cli --timeout 33",
      variables: "SPECCHECK_CODEX='\(script.path)'")
    #expect(run.code == 4)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.contains { $0.contains("B codex-cli: ") && $0.contains("B received, the last ") })
    let silent = try #require(lines.firstIndex { $0.contains("B received, no byte for 3") })
    #expect(lines[silent...].contains { $0.contains("or the program waiting for you:") })
    #expect(lines[silent...].contains { $0.contains("a login, a permission dialog") })
  }

  @Test("without a folder for temporary files nobody is asked, and where and why is said")
  func noScratch() throws {
    let agents = try AgentPlace()
    let nowhere = agents.place.fresh("nowhere").path
    for arguments in ["plan.md -r claude-cli -r codex-cli -f json", "doctor -r codex-cli"] {
      let run = try agents.run(arguments, variables: "TMPDIR='\(nowhere)'")
      #expect(run.code == 4)
      #expect(run.output.contains("no-scratch"))
      #expect(run.output.contains("cannot make a folder in '\(nowhere)'"), "\(run.output)")
      #expect(run.output.contains("set TMPDIR to a folder that you may write to"))
    }
  }

  @Test("a secret that an agent writes for people is shown to nobody")
  func secrets() throws {
    let agents = try AgentPlace(claude: "exit~1")
    let script = agents.place.fresh("leaky")
    let token = "ghp_" + String(repeating: "aB3dE6gH9", count: 4)
    try Data("#!/bin/sh\necho 'token \(token) is not good' >&2\nexit 7\n".utf8).write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let run = try agents.check("-f json -v", variables: "SPECCHECK_CLAUDE='\(script.path)'")
    #expect(run.code == 4)
    #expect(run.output.contains("is not good"))
    #expect(!(run.output + run.errors).contains(token))
    // '-v' shows it on a terminal as well, as the advice of the failure says
    let plain = try agents.check("-f plain -v", variables: "SPECCHECK_CLAUDE='\(script.path)'")
    #expect(plain.errors.contains("is not good") && !plain.errors.contains(token))
    // of a long one the end is shown, and never half a secret
    let words = String(repeating: "word ", count: 396)
    try Data("#!/bin/sh\necho '\(token) \(words)' >&2\nexit 7\n".utf8).write(to: script)
    let long = try agents.check("-f plain -v", variables: "SPECCHECK_CLAUDE='\(script.path)'")
    #expect(long.errors.contains("word word") && !long.errors.contains("B3dE6gH9"))
    try Data("#!/bin/sh\necho 'it is not good' >&2\nexit 7\n".utf8).write(to: script)
    let short = try agents.check("-f plain", variables: "SPECCHECK_CLAUDE='\(script.path)'")
    #expect(!short.errors.contains("is not good"))
  }

  @Test("a secret in place of the model's name is neither kept nor shown")
  func secretName() throws {
    let agents = try AgentPlace()
    let token = "ghp_" + String(repeating: "aB3dE6gH9", count: 4)
    let played = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("TestServer/Server/agent.py").path
    let script = agents.place.fresh("named")
    let asked = "python3 -B '\(played)' claude ok \"$@\""
    try Data("#!/bin/sh\n\(asked) | sed 's/claude-opus-5-5/\(token)/'\n".utf8).write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let run = try agents.check("-f json", variables: "SPECCHECK_CLAUDE='\(script.path)'")
    #expect(run.output.contains("repeats what looks like a"))
    #expect(run.code == 4)
    #expect(!run.output.contains(token))
    let replies = agents.place.state.appendingPathComponent("replies").path
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: replies)) ?? [] {
      let data = FileManager.default.contents(atPath: "\(replies)/\(path)")
      #expect(data?.range(of: Data(token.utf8)) == nil)
    }
  }

  @Test("the doctor asks both for version, options and login")
  func doctor() throws {
    let run = try AgentPlace().run("doctor -r claude-cli -r codex-cli")
    #expect(run.code == 0)
    #expect(run.output.contains("2.1.327 (Claude Code), knows all 11 options that are needed"))
    #expect(
      run.output.contains("codex-cli 0.163.0, knows all 11 options that are needed, logged in"))
    // of those the help names all but one
    let old = try AgentPlace(claude: "old", codex: "old").run("doctor -r claude-cli -r codex-cli")
    #expect(old.code == 4)
    #expect(
      old.output.contains(
        "version-too-old: claude-cli: the program is 2.1.327 (Claude Code), which does not know "
          + "--setting-sources; update it"))
    #expect(
      old.output.contains(
        "version-too-old: codex-cli: the program is codex-cli 0.163.0, which does not know "
          + "--ephemeral; update it"))
    let other = try AgentPlace().run(
      "doctor -r claude-cli", variables: "SPECCHECK_CLAUDE=/bin/echo")
    #expect(other.output.contains("does not call itself Claude Code"))
  }
}
