import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Severities that a config gives to rules")
struct RuleSeverityTests {
  private static let text = RankingTests.concrete.replacing(
    "waits up to 5 seconds", with: "waits TBD seconds (TBD)")

  private func findings(_ severities: [String: RuleSeverity]) -> [Finding] {
    RuleChecks.findings(
      in: PlanReading(plan(Self.text)), lensesOnSeats: [],
      catalogue: RuleCatalogue.standard.with(severities))
  }

  @Test("a rule that is off finds nothing, the others find what they found")
  func off() {
    let usual = findings([:])
    #expect(usual.contains { $0.rule == "placeholder-marker" })
    #expect(
      findings(["placeholder-marker": .off]) == usual.filter { $0.rule != "placeholder-marker" })
    #expect(findings(["no-such-rule": .off]) == usual)
  }

  @Test("a higher severity lifts all findings of the rule, a lower one caps them")
  func changed() throws {
    let rule = try #require(RuleCatalogue.standard.rule("placeholder-marker"))
    for severity in Severity.allCases {
      let found = findings([rule.id: .severity(severity)]).filter { $0.rule == rule.id }
      #expect(!found.isEmpty)
      for finding in found {
        if severity > rule.severity { #expect(finding.severity >= severity) }
        if severity < rule.severity { #expect(finding.severity <= severity) }
      }
    }
  }

  @Test("the usual severity, said aloud, never lowers a finding that is graver")
  func graver() {
    let rule = RuleCatalogue.standard.rules[0]
    for own in Severity.allCases {
      let setting = RuleSeverity.severity(rule.severity)
      #expect(setting.applied(to: own, of: rule) == own)
    }
  }

  @Test("a comment in the plan waives no finding that a config makes more than minor")
  func suppression() {
    let text = """
      # Sync

      Text.

      <!-- speccheck-ignore empty-section: filled by the release script -->
      ## Notes

      """
    for (setting, isWaived) in [(RuleSeverity.usual, true), (.severity(.major), false)] {
      let found = RuleChecks.findings(
        in: PlanReading(plan(text)), lensesOnSeats: [],
        catalogue: RuleCatalogue.standard.with(["empty-section": setting])
      ).filter { $0.rule == "empty-section" }
      #expect(found.map { $0.waiver != nil } == [isWaived])
    }
  }

  @Test("runs with other severities are other instruments")
  func instrument() {
    let usual = RuleCatalogue.standard.instrument
    #expect(RuleCatalogue.standard.with([:]).instrument == usual)
    let texts = [RuleSeverity.off, .severity(.info), .severity(.blocker)].map {
      RuleCatalogue.standard.with(["no-rollback": $0]).instrument
    }
    #expect(Set(texts + [usual]).count == 4)
  }
}

@Suite("Secrets in any bytes")
struct SecretSearchTests {
  @Test("the first one is named without its value; harmless text has none")
  func first() {
    let key = "ghp_" + "R7x2Kq9ZbT4mWv8Lc1Ny6Hd3Js5Fg0PaQe7U"
    let found = SecretSearch.first(in: Array("a\n\(key)\n".utf8))
    #expect(found?.offset == 2)
    #expect(found?.label == "GitHub token ghp_…")
    #expect(SecretSearch.first(in: Array("token: $GITHUB_TOKEN".utf8)) == nil)
    #expect(SecretSearch.first(in: []) == nil)
  }
}
