import CheckModel
import Testing

@Suite("Runs under a config")
struct ConfiguredRunTests {
  @Test("the thresholds of the config decide, and the report shows them")
  func policy() async throws {
    var path = RecordedPath(overrides: [RecordedPath.sameFamily])
    let usual = try await path.check("01-since-option")
    path.policy = { tier in
      var policy = Policy.standard(for: tier)
      (policy.go, policy.eachAtLeast) = (99, 98)
      return policy
    }
    let strict = try await path.check("01-since-option")
    #expect(usual.verdict.code == .ready)
    #expect(strict.verdict.outcome == .hold && strict.verdict.code == .notEnough)
    #expect(strict.policy.go == 99 && strict.policy.eachAtLeast == 98)
    #expect(strict.policySHA256 != usual.policySHA256)
  }

  @Test("a project config that tried to loosen the gate holds a plan that is ready")
  func untrusted() async throws {
    var path = RecordedPath(overrides: [RecordedPath.sameFamily])
    path.loosened = ["'rules.no-rollback: off' (.speccheck.yml:1:1)"]
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold && result.verdict.code == .untrustedConfig)
    #expect(result.verdict.reasons[0].message.contains("no-rollback"))
  }

  @Test("it does not turn a refusal into a HOLD")
  func refusal() async throws {
    var path = RecordedPath(overrides: [RecordedPath.sameFamily])
    path.loosened = ["'hosts' (.speccheck.yml:1:1)"]
    let result = try await path.check("03-export-names")
    #expect(result.verdict.outcome == .noGo && result.verdict.code == .blocker)
    #expect(result.verdict.reasons.map(\.code).contains("untrusted-config"))
  }
}
