import Foundation
import Testing

/// What an agent does, and the class of its seat's failure; nil where that does no harm.
typealias AgentFault = (played: String, failure: String?)

/// With stand-ins for the agents; `AgentTests` asks the real ones.
@Suite("What an agent can do to a verdict")
struct AgentFaultTests {
  static let claude: [AgentFault] = [
    ("silent", "empty"), ("deaf", "empty"), ("flood", "malformed"), ("killed", "exited"),
    ("terminal", "exited"), ("error-envelope", "unreachable"), ("twice", "malformed"),
    ("no-end", "empty"), ("cut", "malformed"), ("exit~1", "exited"), ("exit~137", "exited"),
    ("old", "version-too-old"), ("interrupted", "exited"), ("in-words", "malformed"),
    ("fails~Not_logged_in~authentication-failed", "auth"),
    ("fails~You_have_hit_your_limit~rate-limit", "quota"),
    ("fails~API_Error~overloaded", "overloaded"),
    (#"with~is_error~true"#, "unreachable"), (#"with~stop_reason~"max_tokens""#, "truncated"),
    (#"with~stop_reason~"refusal""#, "refused"), ("with~structured_output~null", "malformed"),
    (#"with~structured_output~"I approve. GO""#, "schema-invalid"),
    (#"with~subtype~"error_max_structured_output_retries""#, "schema-invalid"),
    ("prose", "malformed"), ("fenced", "malformed"), ("not-an-object", "schema-invalid"),
    ("wrong-nonce", "wrong-nonce"), ("missing-answer", "schema-invalid"),
    ("unknown-answer", "schema-invalid"), ("noise", nil), ("chatty", nil), ("grandchild", nil),
  ]

  static let codex: [AgentFault] = [
    ("silent", "empty"), ("deaf", "empty"), ("flood", "malformed"), ("killed", "exited"),
    ("terminal", "exited"), ("error-envelope", "exited"), ("twice", "malformed"),
    ("no-end", "empty"), ("cut", "malformed"), ("exit~1", "exited"), ("exit~137", "exited"),
    ("old", "version-too-old"), ("in-words", "malformed"), ("no-file", "empty"),
    ("empty-file", "refused"), ("fails~unexpected_status_401_Unauthorized", "auth"),
    ("fails~Quota_exceeded", "quota"), ("fails~reason:_content.filter", "exited"),
    ("echo", "wrong-nonce"), ("not-an-object", "schema-invalid"), ("wrong-nonce", "wrong-nonce"),
    ("missing-answer", "schema-invalid"), ("unknown-answer", "schema-invalid"), ("prose", nil),
    ("fenced", nil), ("noise", nil), ("chatty", nil), ("grandchild", nil),
  ]

  @Test("two healthy agents on a plan that deserves it end in GO, of two families")
  func healthy() throws {
    let run = try AgentPlace().check("-f json")
    #expect(run.code == 0, "\(run.errors)")
    let reviews = try Self.reviews(run)
    #expect(reviews.map { $0["status"] as? String } == ["ok", "ok"])
    let models = reviews.compactMap { $0["model"] as? [String: Any] }
    #expect(models.map { $0["family"] as? String } == ["anthropic", "openai"])
    #expect(models.map { $0["familyBasis"] as? String } == ["answered", "route"])
    #expect(models.map { $0["answered"] as? String } == ["claude-opus-5-5", nil])
  }

  @Test("Claude Code goes wrong on seat A", arguments: claude.indices)
  func seatA(_ index: Int) throws {
    let fault = Self.claude[index]
    try expect(fault, on: 0, in: AgentPlace(claude: fault.played).check("-f json"))
  }

  @Test("Codex goes wrong on seat B", arguments: codex.indices)
  func seatB(_ index: Int) throws {
    let fault = Self.codex[index]
    try expect(fault, on: 1, in: AgentPlace(codex: fault.played).check("-f json"))
  }

  /// The failed seat has its class, the other one its review, and nothing is let through.
  private func expect(_ fault: AgentFault, on seat: Int, in run: BuiltProgram.Run) throws {
    let reviews = try Self.reviews(run)
    #expect(reviews[1 - seat]["status"] as? String == "ok")
    guard let expected = fault.failure else {
      #expect(run.code == 0, "\(fault.played): \(run.errors)")
      return
    }
    let failure = reviews[seat]["failure"] as? [String: Any]
    #expect(run.code == 4, "\(fault.played)")
    #expect(failure?["class"] as? String == expected, "\(fault.played): \(failure ?? [:])")
  }

  @Test(
    "an agent that never ends is ended at the deadline, whatever it does until then",
    arguments: ["hang", "stubborn", "retries", "drip", "closed-and-on"])
  func neverEnds(_ played: String) throws {
    let start = ContinuousClock.now
    let run = try AgentPlace(claude: played, codex: played).check("-f json --timeout 2")
    #expect(run.code == 4)
    for review in try Self.reviews(run) {
      let failure = review["failure"] as? [String: Any]
      #expect(failure?["class"] as? String == "timeout-total")
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("silence has its own limit where the agent promises to speak, and only there")
  func idle() throws {
    let run = try AgentPlace(claude: "hang", codex: "ok").check("-f json --idle-timeout 1")
    let failure = try Self.reviews(run)[0]["failure"] as? [String: Any]
    #expect(run.code == 4)
    #expect(failure?["class"] as? String == "timeout-idle")
  }

  static func reviews(_ run: BuiltProgram.Run) throws -> [[String: Any]] {
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(report?["reviews"] as? [[String: Any]], "\(run.errors)")
  }
}
