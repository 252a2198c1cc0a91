import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Suppression comments")
struct SuppressionTests {
  private func found(_ text: String, _ rule: Rule) -> [Finding] { findings(rule, in: text) }

  private func complaints(_ text: String) -> [String] {
    RuleChecks.diagnostics(in: PlanReading(plan(text))).map(\.message)
  }

  @Test("a minor finding below the comment is waived with its reason and still listed")
  func waives() throws {
    let text = """
      # Sync

      Text.

      <!-- speccheck-ignore empty-section: filled by the release script -->
      ## Notes

      """
    let finding = try #require(found(text, .emptySection).first)
    #expect(finding.waiver == Waiver(by: "plan", reason: "filled by the release script"))
    #expect(!finding.counts)
    #expect(complaints(text) == [])
  }

  @Test("the comment covers the next block and nothing behind it")
  func coversOneBlock() {
    let text = """
      # Sync

      Text.

      <!-- speccheck-ignore empty-section: filled by the release script -->

      ## Notes

      ## Limits

      """
    #expect(found(text, .emptySection).map { $0.waiver != nil } == [true, false])
  }

  @Test("a major finding stays, and the report says why")
  func keepsMajor() {
    let text = """
      # Sync

      <!-- speccheck-ignore placeholder-marker: we will see -->
      Retry limit: TBD

      """
    #expect(found(text, .placeholderMarker).map(\.waiver) == [nil])
    #expect(complaints(text).contains { $0.contains("more than minor") })
  }

  @Test(
    "what the comment must not silence",
    arguments: [
      (Rule.injHomoglyph, "The p\u{0430}yment table."),
      (Rule.injInvisibleChars, "The pay\u{200B}ment table."),
      (Rule.secretInPlan, "AKIAQX3ZT7WPL9KD2MVB"),
    ])
  func neverForChecks(rule: Rule, line: String) {
    let text = "# Sync\n\n<!-- speccheck-ignore \(rule.id): it is fine -->\n\(line)\n"
    #expect(found(text, rule).map(\.waiver) == [nil])
    #expect(complaints(text).contains { $0.contains("cannot be suppressed") })
  }

  @Test(
    "a comment that is not followed is named",
    arguments: [
      ("<!-- speccheck-ignore empty-section -->", "gives no reason"),
      ("<!-- speccheck-ignore empty-section: -->", "gives no reason"),
      ("<!-- speccheck-ignore -->", "names no rule"),
      ("<!-- speccheck-ignore emptysection: because -->", "no rule"),
      ("<!-- speccheck-ignore no-goal: because -->", "finds nothing here"),
    ])
  func faults(comment: String, complaint: String) {
    let text = "# Sync\n\nText.\n\n\(comment)\n## Notes\n"
    #expect(found(text, .emptySection).map(\.waiver) == [nil])
    #expect(complaints(text).count == 1)
    #expect(complaints(text).allSatisfy { $0.hasPrefix("plan.md:5: ") && $0.contains(complaint) })
  }

  @Test("a comment shown in a fence is an example")
  func inFence() {
    let text = """
      # Sync

      ```html
      <!-- speccheck-ignore empty-section: filled later -->
      ```

      ## Notes

      """
    #expect(found(text, .emptySection).map(\.waiver) == [nil])
    #expect(complaints(text) == [])
  }
}
