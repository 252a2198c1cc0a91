import Foundation
import TestServer
import Testing

@Suite("The doctor")
struct DoctorTests {
  @Test("without a config it lists what each vendor needs, and all is well")
  func nothingConfigured() throws {
    let run = try BuiltProgram.run(["doctor"], in: try Place())
    #expect(run.code == 0)
    #expect(run.output.contains("set ANTHROPIC_API_KEY"))
    #expect(run.output.contains("ok  ollama/MODEL"))
    #expect(run.errors == "")
  }

  @Test("a configured reviewer without a key is 4, and the variable is named")
  func missingKey() throws {
    let place = try Place()
    try Data(
      """
      reviewers:
        critic: { kind: anthropic, model: some-model }
        local: { kind: chat, model: m, baseURL: "http://127.0.0.1:9/v1", family: own }

      """.utf8
    ).write(to: place.state.appendingPathComponent("config.yml"))
    let run = try BuiltProgram.run(["doctor"], in: place)
    #expect(run.code == 4)
    #expect(run.output.contains("no  critic"))
    #expect(run.output.contains("ok  local"))
    #expect(try BuiltProgram.run(["doctor", "-r", "local"], in: place).code == 0)
  }

  @Test("a program is told with what it may read")
  func access() throws {
    let place = try Place()
    try Data(
      """
      reviewers:
        reader: { kind: command, command: [/bin/cat], access: repository }
        other: { kind: command, command: [/bin/cat] }

      """.utf8
    ).write(to: place.state.appendingPathComponent("config.yml"))
    let run = try BuiltProgram.run(["doctor"], in: place)
    #expect(run.output.contains("ok  reader  command, /bin/cat, access: repository\n"))
    #expect(run.output.contains("ok  other   command, /bin/cat, access: plan\n"))
  }

  @Test("it says with what Codex reads a repository")
  func codexReads() throws {
    let agents = try AgentPlace()
    try Data("reviewers:\n  b: { kind: codex-cli, access: repository }\n".utf8)
      .write(to: agents.place.state.appendingPathComponent("config.yml"))
    let run = try agents.run("doctor -r b")
    #expect(run.code == 0, "\(run.output)")
    #expect(
      run.output.contains(
        "access: repository (with its own shell, in a sandbox that reads a copy and writes nothing)"
      ))
  }

  @Test("a live question to nobody is 4 with the class of the failure")
  func live() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "OLLAMA_HOST=127.0.0.1:9 speccheck doctor --live -r ollama/m", in: place)
    #expect(run.code == 4)
    #expect(run.output.contains("unreachable: ollama/m"))
  }

  @Test("all of them are asked at once, within '--timeout', and who is waited for is told")
  func patience() throws {
    let server = try TestServer.running()
    let line =
      "OLLAMA_HOST=\(server.url("/ollama/hang")) OPENAI_BASE_URL=\(server.url("/chat/ok/v1")) "
      + "speccheck doctor --live -r ollama/slow -r ollama/slower -r chat/quick --timeout 7.5"
    let start = ContinuousClock.now
    let run = try BuiltProgram.shell(line, in: try Place())
    // one after the other would take twice as long
    #expect(ContinuousClock.now - start < .seconds(14))
    #expect(run.code == 4)
    #expect(
      run.errors.contains("asking ollama/slow, ollama/slower, chat/quick, at most 7.5 s each"))
    #expect(run.errors.contains("no answer yet from ollama/slow, ollama/slower"))
    #expect(!run.errors.contains("yet from ollama/slow, ollama/slower, chat/quick"))
    #expect(run.output.contains("no  ollama/slow") && run.output.contains("timeout-total"))
    #expect(run.output.contains("ok  chat/quick"))
  }

  @Test("a name that nobody defined is a slip")
  func unknown() throws {
    let run = try BuiltProgram.run(["doctor", "-r", "critic"], in: try Place())
    #expect(run.code == 2)
    #expect(run.errors.contains("unknown reviewer 'critic'"))
  }
}
