import CheckModel
import Foundation
import Testing

@testable import speccheck_dev

/// With stand-ins for the agents; `AgentTests` asks the real ones.
@Suite("What an agent can do to a verdict")
struct AgentFaultTests {
  private static func faults(
    of kind: ReviewerIdentity.Kind, where isMeant: (Fault.Result) -> Bool
  ) -> [Fault] {
    FaultTable.agents.flatMap(\.faults).filter { isMeant($0.result(for: kind)) }
  }

  private static func isShort(_ result: Fault.Result) -> Bool {
    result != .noSuchAnswer && result != .failure(.timeoutTotal)
  }

  static let claude = faults(of: .claudeCLI, where: isShort)
  static let codex = faults(of: .codexCLI, where: isShort)
  /// Both agents do these.
  static let endless = faults(of: .codexCLI) { $0 == .failure(.timeoutTotal) }

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
    try expect(fault, of: .claudeCLI, on: 0, in: AgentPlace(claude: fault.played).check("-f json"))
  }

  @Test("Codex goes wrong on seat B", arguments: codex.indices)
  func seatB(_ index: Int) throws {
    let fault = Self.codex[index]
    try expect(fault, of: .codexCLI, on: 1, in: AgentPlace(codex: fault.played).check("-f json"))
  }

  /// The failed seat has its class, the other one its review, and nothing is let through.
  private func expect(
    _ fault: Fault, of kind: ReviewerIdentity.Kind, on seat: Int, in run: BuiltProgram.Run
  ) throws {
    let reviews = try Self.reviews(run)
    #expect(reviews[1 - seat]["status"] as? String == "ok")
    guard case .failure(let expected) = fault.result(for: kind) else {
      #expect(run.code == 0, "\(fault.title): \(run.errors)")
      return
    }
    let failure = reviews[seat]["failure"] as? [String: Any]
    #expect(run.code == 4, "\(fault.title)")
    #expect(failure?["class"] as? String == expected.rawValue, "\(fault.title): \(failure ?? [:])")
  }

  @Test(
    "an agent that never ends is ended at the deadline, whatever it does until then",
    arguments: endless.indices)
  func neverEnds(_ index: Int) throws {
    let played = Self.endless[index].played
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
