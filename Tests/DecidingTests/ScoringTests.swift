import CheckModel
import Testing

@testable import Deciding

@Suite("Scoring a review")
struct ScoringTests {
  private func score(
    _ answers: [QuestionAnswer], tier: RiskTier = .normal, lens: Bool = false, rules: Bool = false,
    findings: [Finding] = [], seat: Seat = .a
  ) throws -> SeatConfidence {
    let result = answered(seat, answers, rules: rules, findings: findings)
    let review = try #require(result.outcome.review)
    return SeatScoring(rubric: rubric(lensFactors: lens), tier: tier)
      .score(review, beside: nil).confidence
  }

  private func coverage(_ confidence: SeatConfidence) -> Double? {
    confidence.criteria.first { $0.criterion == "coverage" }?.score
  }

  @Test("yes is 1, partly ½ and no 0 of the questions that were answered")
  func countsAnswers() throws {
    let mixed = answers(.yes).changing("coverage.1", to: .no).changing("coverage.3", to: .partly)
    #expect(try coverage(score(mixed)) == 62.5)
    let aside = mixed.changing("coverage.2", to: .notApplicable)
      .changing("coverage.4", to: .cannotTell)
    #expect(try coverage(score(aside)) == 25)
    #expect(try coverage(score(answers(.yes).changing("coverage", to: .cannotTell))) == nil)
  }

  @Test("a criterion of which nothing was judged leaves the mean")
  func dropsCriteria() throws {
    let dropped = answers(.yes).changing("intent", to: .cannotTell)
      .changing("clarity", to: .no)
    #expect(try abs(score(dropped).mean - 100 * 82 / 92) < 1e-9)
  }

  @Test("not applicable costs judged questions only where it is not marked as usual")
  func countsJudged() throws {
    #expect(try score(answers(.yes)).questionsJudged == 40)
    let marked = answers(.yes).changing("coverage.2", to: .notApplicable)
    #expect(try score(marked).questionsJudged == 40)
    let unmarked = answers(.yes).changing("coverage.1", to: .notApplicable)
    #expect(try score(unmarked).questionsJudged == 39)
    #expect(try score(answers(.notJudged), rules: true).questionsJudged == 0)
  }

  @Test("27 of 40 questions, or one of four in a gating criterion, are too little")
  func noticesTooLittle() throws {
    let twelve = answers(.yes).changing("intent", "clarity", "consistency", to: .cannotTell)
    #expect(try !score(twelve).tooLittleJudged)
    #expect(try score(twelve.changing("contracts.1", to: .cannotTell)).tooLittleJudged)
    let gating = answers(.yes).changing("coverage.1", "coverage.3", to: .cannotTell)
    #expect(try !score(gating).tooLittleJudged)
    #expect(try score(gating.changing("coverage.4", to: .cannotTell)).tooLittleJudged)
  }

  @Test("in the high tier nobody may wave away the questions about the way back")
  func needsReversibility() throws {
    let waved = answers(.yes).changing("reversibility", to: .notApplicable)
    #expect(try score(waved).questionsJudged == 39)
    #expect(try score(waved, tier: .high).questionsJudged == 36)
    #expect(try score(waved, tier: .high).tooLittleJudged)
  }

  @Test("each lens weighs its own criteria more; the weights still add up to 100")
  func weighsByLens() {
    let scoring = SeatScoring(rubric: rubric(lensFactors: true), tier: .normal)
    for lens in Lens.allCases {
      #expect(abs(scoring.weights(for: lens).reduce(0, +) - 100) < 1e-9)
    }
    // planner: (8+10+12+8+6)·1.5 + (13+14+11)·1 + (9+9)·0.75 = 117.5
    #expect(abs(scoring.weights(for: .planner)[2] - 100 * 18 / 117.5) < 1e-9)
    // executor: (13+9+14+9)·1.5 + 11 + (8+10+12+8+6)·0.75 = 111.5
    #expect(abs(scoring.weights(for: .executor)[2] - 100 * 9 / 111.5) < 1e-9)
    #expect(abs(scoring.weights(for: .executor)[6] - 100 * 21 / 111.5) < 1e-9)
  }

  @Test("a blocker that can be pointed at caps at 40; one that says something is absent does not")
  func capsAtBlocker() throws {
    let verified = try score(answers(.yes), findings: [finding(.blocker)])
    #expect(verified.points == 40)
    #expect(verified.cappedByBlocker)
    #expect(verified.mean == 100)
    let absent = try score(answers(.yes), findings: [finding(.blocker, evidence: .absence)])
    #expect(absent.points == 100)
    #expect(try score(answers(.no), findings: [finding(.blocker)]).points == 0)
    let waived = finding(.blocker, waiver: Waiver(by: "somebody", reason: "accepted"))
    #expect(try score(answers(.yes), findings: [waived]).points == 100)
  }

  @Test("the weakest gating criterion is named")
  func namesWeakest() throws {
    let weak = answers(.yes).changing("verification", to: .no).changing("intent", to: .no)
    #expect(try score(weak).weakest?.criterion == "verification")
  }

  @Test(
    "a rule's findings cost less each time it fires",
    arguments: [
      ([Severity.major], 0.2), ([.major, .major], 0.3), ([.minor, .major], 0.225),
      ([.info, .info], 0), ([.blocker, .blocker, .blocker], 0.5 + 0.25 + 0.5 / 3),
    ])
  func saturates(severities: [Severity], share: Double) {
    let one = severities.map { finding($0, rule: "no-limit", class: .a) }
    #expect(abs(RulePenalty.share(of: one) - share) < 1e-9)
  }

  @Test("different rules add up, to everything at most, and waived findings cost nothing")
  func addsUp() {
    let rules = ["one", "two", "three"].map { finding(.blocker, rule: $0, class: .a) }
    #expect(RulePenalty.share(of: Array(rules.prefix(1))) == 0.5)
    #expect(RulePenalty.share(of: rules) == 1)
    let waived = finding(.major, rule: "one", waiver: Waiver(by: "plan", reason: "known"))
    #expect(RulePenalty.share(of: [waived]) == 0)
  }

  @Test(
    "each rule with an open finding takes a share of the whole, by its worst, however often it fires",
    arguments: [
      ([], 1), ([("one", Severity.minor)], 0.97), ([("one", .minor), ("two", .minor)], 0.9409),
      ([("one", .minor), ("one", .major), ("one", .major)], 0.9),
      ([("one", .major), ("two", .blocker)], 0.81), ([("one", .info)], 1),
    ] as [([(String, Severity)], Double)])
  func dose(findings: [(String, Severity)], left: Double) {
    let found = findings.map { finding($0.1, rule: $0.0, class: .a) }
    #expect(abs(RulePenalty.dose(of: found) - left) < 1e-9)
  }

  @Test("rules subtract from what they saw; models answer, and their findings do not subtract")
  func subtracts() throws {
    let major = finding(.major, rule: "no-limit", class: .a)
    let rules = try score(answers(.yes), rules: true, findings: [major])
    // a fifth for the criterion, and a tenth of the whole for the rule
    #expect(abs((coverage(rules) ?? 0) - 72) < 1e-9)
    let model = try score(answers(.yes), findings: [finding(.major)])
    #expect(coverage(model) == 100)
    let blocker = try score(
      answers(.yes), rules: true,
      findings: [finding(.blocker, rule: "no-limit", class: .a, evidence: .absence)])
    #expect(blocker.points == 40)
  }
}
