import Foundation
import Testing

/// The proxy's address; its key is `sk-gateway`.
private let gateway = ProcessInfo.processInfo.environment["SPECCHECK_TEST_GATEWAY"]

/// Runs where `Tests/Counterparts/gateway.py` has started a LiteLLM proxy before the test server.
@Suite(
  "The program and a gateway",
  .enabled("the gateway is started by ./dev check") { gateway != nil })
struct GatewayTests {
  private func run(_ options: String, key: String = "sk-gateway") throws -> BuiltProgram.Run {
    let base = try #require(gateway)
    let place = try Place()
    let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")
    try place.write(String(contentsOf: plan, encoding: .utf8), to: "plan.md")
    return try BuiltProgram.shell(
      "ANTHROPIC_API_KEY=\(key) OPENAI_API_KEY=\(key) ANTHROPIC_BASE_URL=\(base) "
        + "OPENAI_BASE_URL=\(base)/v1 speccheck plan.md -r anthropic/claude-opus-5-5 "
        + "-r openai/gpt-6-astra \(options)", in: place)
  }

  @Test("two models of two families that find nothing wrong end in GO")
  func go() throws {
    let run = try run("")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("verdict: GO [ready]: A 100, B 100"))
  }

  @Test("a key that the gateway does not know ends in INCOMPLETE, and is not repeated")
  func wrongKey() throws {
    let run = try run("", key: "sk-wrong-0123456789")
    #expect(run.code == 4)
    #expect(run.output.contains("auth"))
    #expect(!(run.output + run.errors).contains("sk-wrong-0123456789"))
  }
}
