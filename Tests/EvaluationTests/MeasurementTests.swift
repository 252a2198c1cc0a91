import CheckModel
import Evaluation
import Testing

@Suite("Measures over judged plans")
struct MeasurementTests {
  private static let draft = """
    # Export

    ## Goal

    Customers get their orders as CSV.

    ## Tasks

    - [ ] Write `export.py`. The columns are TBD.
    """

  private static func judged(
    _ text: String, _ verdict: PlanLabels.Verdict, gaps: [LabelledGap] = []
  ) async throws -> JudgedCase {
    let subject = Plans.subject(text, verdict: verdict, gaps: gaps, name: verdict.rawValue)
    let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    return JudgedCase(subject, await judge.judge(subject.plan, in: nil))
  }

  @Test("a finding on its gap is a hit of its rule, and a gap that nothing hits is missed")
  func tallies() async throws {
    let found = Plans.gap(9...9, .quote("TBD"), rule: "placeholder-marker")
    let missed = Plans.gap(5...5, .quote("their orders"), severity: .minor, rule: "other-rule")
    let measured = Measurement([
      try await Self.judged(Self.draft, .notReady, gaps: [found, missed])
    ])
    let marker = try #require(measured.byRule.first { $0.id == "placeholder-marker" })
    #expect(marker.precision == Proportion(1, of: 1))
    #expect(marker.recall == Proportion(1, of: 1))
    let other = try #require(measured.byRule.first { $0.id == "other-rule" })
    #expect((other.findings, other.labelled, other.found) == (0, 1, 0))
    #expect(measured.recall { $0.severity == .minor }.of == 1)
  }

  @Test("findings on a ready plan are false alarms, by 1,000 words")
  func alarms() async throws {
    let measured = Measurement([
      try await Self.judged(Self.draft, .ready), try await Self.judged(Self.draft, .notReady),
    ])
    let (findings, words) = measured.falseAlarms
    #expect(findings == measured.precision.of / 2)
    #expect(findings > 0)
    #expect(words == 15)
    #expect(measured.alarmRate == 1_000 * Double(findings) / 15)
  }

  @Test("each plan stands in one cell of the verdict table")
  func verdicts() async throws {
    let measured = Measurement([
      try await Self.judged(Self.draft, .ready), try await Self.judged(Self.draft, .notReady),
    ])
    let cells = PlanLabels.Verdict.allCases.flatMap { label in
      Verdict.Outcome.allCases.map { measured.plans(label, $0) }
    }
    #expect(cells.reduce(0, +) == 2)
    #expect(measured.area == 0.5)
  }
}
