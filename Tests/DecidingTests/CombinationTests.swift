import CheckModel
import Testing

@testable import Deciding

@Suite("Two confidences side by side")
struct CombinationTests {
  @Test(
    "the mean of the log-odds, ten points above the lower one at most",
    arguments: [
      (50, 50, 50.0), (93, 93, 93), (34, 34, 34), (85, 30, 40), (97, 10, 20), (71, 65, 68.07),
      (63, 56, 59.54), (57, 38, 47.41), (81, 71, 76.36), (0, 0, 3), (100, 100, 97),
    ])
  func combines(a: Int, b: Int, expected: Double) {
    #expect(abs(Combination.points(Double(a), Double(b)) - expected) < 0.01)
    #expect(Combination.points(Double(a), Double(b)) == Combination.points(Double(b), Double(a)))
  }

  @Test("without measurements a reviewer moves by 6 points, and 17 points are far apart")
  func startsFromPrior() {
    #expect(abs(ReviewerNoise().points - 6) < 1e-9)
    let threshold = ConfidenceGap.threshold(farApart: 15, ReviewerNoise(), ReviewerNoise())
    #expect(threshold == 17)
    #expect(ConfidenceGap.threshold(farApart: 25, ReviewerNoise(), ReviewerNoise()) == 25)
  }

  @Test("repeats move the noise towards what was measured")
  func learnsNoise() {
    let still = ReviewerNoise([.init(count: 6, deviation: 2)])
    #expect(abs(still.points - (200.0 / 10).squareRoot()) < 1e-9)
    #expect(ReviewerNoise([.init(count: 1, deviation: 50)]) == ReviewerNoise())
    #expect(ConfidenceGap.threshold(farApart: 1, still, still) == 13)
  }

  @Test(
    "words for the gap",
    arguments: [
      (0, Confidence.Word.agree), (7, .agree), (8, .differ), (16, .differ), (17, .farApart),
    ])
  func words(gap: Int, word: Confidence.Word) {
    #expect(ConfidenceGap.word(gap, threshold: 17) == word)
  }

  @Test("the profile can disagree where the totals agree")
  func comparesProfiles() throws {
    let a = answers(.yes).changing("coverage", to: .no)
    let b = answers(.yes).changing("verification", to: .no)
    let decision = Decider.decide(input(answered(.a, a), answered(.b, b)))
    #expect(decision.confidence.word == .agree)
    #expect(decision.confidence.profileDisagreement == 26)
    #expect(decision.confidence.widest.map(\.criterion) == ["coverage", "verification"])
  }

  @Test("the widest criteria say which question was answered how, with both reasons")
  func saysWhy() throws {
    var a = answers(.yes)
    a[8].answer = .no
    a[8].reason = "Nothing says what happens at the limit."
    a[8].quote = nil
    let decision = Decider.decide(input(answered(.a, a), answered(.b, answers(.yes))))
    let gap = try #require(decision.confidence.widest.first)
    #expect(gap.criterion == "coverage")
    #expect(
      gap.why == [
        "coverage.1: A says no, “Nothing says what happens at the limit”; B says yes, “because”."
      ])
    #expect(decision.confidence.byCriterion.filter { !$0.why.isEmpty }.count == 1)
    #expect(decision.confidence.byCriterion.map(\.criterion) == rubric().criteria.map(\.id))
  }

  @Test("gap and word are for two models only")
  func noGapWithRules() {
    let mixed = Decider.decide(input(seat(.a, points: 90), seat(.b, points: 40, rules: true)))
    #expect(mixed.confidence.gap == nil)
    #expect(mixed.confidence.word == nil)
    #expect(mixed.confidence.combined == 90)
    #expect(!mixed.confidence.byCriterion.isEmpty)
    let rules = Decider.decide(
      input(seat(.a, points: 71, rules: true), seat(.b, points: 65, rules: true)))
    #expect(rules.confidence.gap == nil)
    #expect(abs((rules.confidence.combined ?? 0) - 68.07) < 0.01)
  }

  @Test("whoever reviews the plan of its own family cannot lift it above the other's points")
  func ownFamily() {
    let seats = (seat(.a, points: 90), seat(.b, points: 80))
    let own = Decider.decide(input(seats.0, seats.1, writtenBy: "Red")).confidence.combined
    #expect(own == 80)
    let other = Decider.decide(input(seats.0, seats.1, writtenBy: "blue")).confidence.combined
    #expect(abs((other ?? 0) - Combination.points(90, 80)) < 1e-9)
  }

  @Test("a failed seat leaves the healthy one's confidence and nothing together")
  func oneSeat() {
    let decision = Decider.decide(input(seat(.a, points: 70), failed(.b)))
    #expect(decision.confidence.a?.points == 70)
    #expect(decision.confidence.b == nil)
    #expect(decision.confidence.combined == nil)
  }
}
