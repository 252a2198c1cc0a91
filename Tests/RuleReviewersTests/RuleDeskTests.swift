import CheckModel
import Reviewing
import Rubrics
import Testing
import Threads

@testable import RuleReviewers

@Suite("The desk at which all read one plan")
struct RuleDeskTests {
  /// A rule of both lenses that counts how often it is asked.
  private static func counting(_ calls: Locked<Int>) -> Rule {
    var rule = Rule.placeholderMarker
    let find = rule.find
    rule.find = { reading in
      calls.withLock { $0 += 1 }
      return find(reading)
    }
    return rule
  }

  @Test("a rule that both lenses run is asked once, and both get what it found")
  func shared() async throws {
    let calls = Locked(0)
    let catalogue = RuleCatalogue(rules: [Self.counting(calls)])
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    let plan = plan("# A\n\n- [ ] Retry limit: TBD\n")
    let desk = RuleDesk()
    let checks = PlanChecks(desk: desk, lensesOnSeats: [.planner, .executor], catalogue: catalogue)
    #expect(await checks.report(on: plan, before: rubric).findings.isEmpty)
    for lens in Lens.allCases {
      let request = ReviewRequest(
        plan: plan, rubric: rubric, seat: lens == .planner ? .a : .b, lens: lens, deadline: .now)
      let review = try await RuleReviewer(lens: lens, catalogue: catalogue, desk: desk)
        .review(request)
      #expect(review.findings.count == 1)
    }
    #expect(calls.withLock { $0 } == 1)
  }

  @Test("a rule with another severity, and another plan, are asked anew")
  func anew() async {
    let calls = Locked(0)
    let usual = RuleCatalogue(rules: [Self.counting(calls)])
    let desk = RuleDesk()
    for catalogue in [usual, usual.with(["placeholder-marker": .severity(.info)])] {
      for text in ["# A\n\n- [ ] Retry limit: TBD\n", "# A\n\n- [ ] Timeout: TBD\n"] {
        let checks = PlanChecks(desk: desk, lensesOnSeats: [], catalogue: catalogue)
        _ = await checks.report(on: plan(text))
        _ = await checks.report(on: plan(text))
      }
    }
    #expect(calls.withLock { $0 } == 4)
  }
}
