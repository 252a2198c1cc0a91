import CheckModel
import Testing

@testable import Deciding

@Suite("More than one review of the same bytes")
struct SittingsTests {
  private func review(
    _ points: Int, sitting: Int = 1, start: Bool = true, findings: [Finding] = [],
    family: String? = nil
  ) -> Review {
    let seat = answered(
      .a, answers(points: points), family: family, findings: findings, start: start)
    guard var review = seat.outcome.review else { fatalError("a seat that answered has a review") }
    review.sitting = sitting
    return review
  }

  /// The seat as its reviewer returns it: the newest review with all of them at its side.
  private func seat(_ reviews: [Review]) -> SeatResult {
    var seat = answered(.a, answers(.yes))
    guard var newest = reviews.last else { return seat }
    newest.repeats = reviews.count > 1 ? reviews : []
    if let sittings = Sittings(newest, rubric: rubric(), tier: .normal) {
      newest = sittings.review
      newest.repeats = reviews
    }
    seat.outcome = .review(newest)
    return seat
  }

  private func confidence(_ reviews: [Review]) -> SeatConfidence? {
    Decider.decide(input(seat(reviews), DecidingTests.seat(.b, points: 90))).confidence.a
  }

  @Test(
    "of one sitting the median review counts, of an even number the lower",
    arguments: [
      ([60], 60), ([60, 80], 60), ([95, 60, 70], 70), ([90, 50, 80, 70], 70),
      ([10, 20, 30, 40, 99], 30),
    ])
  func median(points: [Int], expected: Int) {
    #expect(confidence(points.map { review($0) })?.points == expected)
  }

  @Test(
    "sittings are averaged, whatever the number of their reviews",
    arguments: [
      ([[60], [80]], 70), ([[60], [81]], 71), ([[60, 62, 99], [80]], 71), ([[90], [50], [40]], 60),
    ])
  func mean(sittings: [[Int]], expected: Int) {
    let reviews = sittings.enumerated().flatMap { index, points in
      points.map { review($0, sitting: index + 1) }
    }
    #expect(confidence(reviews)?.points == expected)
  }

  @Test("no order of asking changes anything")
  func order() {
    let reviews = [
      review(70), review(70, start: false), review(90), review(60, sitting: 2),
      review(80, sitting: 2),
    ]
    let first = Decider.decide(input(seat(reviews), DecidingTests.seat(.b, points: 90)))
    for turn in 1..<reviews.count {
      let turned = Array(reviews[turn...] + reviews[..<turn])
      let other = Decider.decide(input(seat(turned), DecidingTests.seat(.b, points: 90)))
      #expect(other.verdict == first.verdict)
      #expect(other.confidence == first.confidence)
    }
  }

  @Test("among equal points the one that would not start speaks")
  func critical() throws {
    let reviews = [review(70), review(70, start: false), review(70)]
    let all = try #require(seat(reviews).outcome.review)
    let sittings = try #require(Sittings(all, rubric: rubric(), tier: .normal))
    #expect(sittings.speakers.count == 1)
    #expect(sittings.others.count == 2)
    // rising: the one that would not start, then the two others; the middle is one of these
    #expect(sittings.speakers[0].startNow?.answer == true)
    let two = try #require(seat(Array(reviews[..<2])).outcome.review)
    #expect(two.startNow?.answer == false)
  }

  @Test("an objection of one sitting is not outvoted by the next")
  func objections() {
    let firm = review(90, sitting: 1, start: false)
    let kind = [review(90, sitting: 2), review(90, sitting: 3)]
    let decision = Decider.decide(
      input(seat([firm] + kind), DecidingTests.seat(.b, points: 90)))
    #expect(decision.verdict.outcome == .hold)
    #expect(decision.verdict.code == .start)
  }

  @Test("a blocker that one sitting names holds that sitting's points down")
  func blocker() {
    let reviews = [
      review(90, sitting: 1, findings: [finding(.blocker)]), review(90, sitting: 2),
    ]
    #expect(confidence(reviews)?.points == 65)
    #expect(confidence(reviews)?.cappedByBlocker == true)
  }

  @Test("the points of all are listed with their spread")
  func spread() {
    let reviews = [review(80), review(60), review(70), review(90, sitting: 2)]
    #expect(confidence(reviews)?.repeats == [60, 70, 80, 90])
    #expect(confidence(reviews)?.spread == 30)
    #expect(confidence([review(80)])?.repeats == [])
    #expect(confidence([review(80)])?.spread == nil)
  }

  @Test("what all of them cost is added up, and they are from the store only together")
  func costs() throws {
    var first = review(70)
    first.usage = Usage(inputTokens: 100, outputTokens: 10, costUSD: 0.5)
    first.fromLedger = true
    var second = review(80)
    second.usage = Usage(inputTokens: 50, reasoningTokens: 5, costUSD: 0.25)
    second.attempts = 3
    let together = try #require(seat([first, second]).outcome.review)
    #expect(
      together.usage
        == Usage(inputTokens: 150, outputTokens: 10, reasoningTokens: 5, costUSD: 0.75))
    #expect(together.attempts == 4)
    #expect(!together.fromLedger)
  }

  @Test("repeats by two families leave the family unknown, which holds the plan")
  func families() {
    let reviews = [
      review(90, sitting: 1, family: "red"), review(90, sitting: 2, family: "green"),
    ]
    let decision = Decider.decide(input(seat(reviews), DecidingTests.seat(.b, points: 90)))
    #expect(decision.verdict.code == .notIndependent)
  }

  @Test("equal samples, one or nine of them, give equal verdicts")
  func equalSamples() {
    var generator = RandomRuns(seed: 11)
    for _ in 0..<200 {
      let before = generator.run(models: true)
      var after = before
      after.a = repeated(before.a, times: Int.random(in: 2...9, using: &generator.random))
      after.noise = [.a: ReviewerNoise()]
      let (old, new) = (Decider.decide(before), Decider.decide(after))
      #expect(old.verdict == new.verdict)
      #expect(old.confidence.a?.points == new.confidence.a?.points)
      #expect(old.confidence.combined == new.confidence.combined)
    }
  }

  private func repeated(_ seat: SeatResult, times: Int) -> SeatResult {
    guard var review = seat.outcome.review else { return seat }
    review.repeats = Array(repeating: review, count: times)
    var seat = seat
    seat.outcome = .review(review)
    return seat
  }

  @Test("a lower sample in place of a higher one never helps")
  func monotone() {
    var generator = RandomRuns(seed: 12)
    for _ in 0..<100 {
      var points = (0..<5).map { _ in Int.random(in: 30...95, using: &generator.random) }
      let before = confidence(points.map { review($0) })?.points ?? 0
      points[Int.random(in: 0..<5, using: &generator.random)] -= 20
      #expect(confidence(points.map { review($0) })?.points ?? 0 <= before)
    }
  }

  @Test("restless reviewers have to be further apart to be far apart")
  func noise() {
    let calm = (0..<5).map { _ in review(70) }
    let restless = [40, 55, 70, 85, 99].map { review($0) }
    let b = DecidingTests.seat(.b, points: 90)
    let usual = Decider.decide(input(seat([review(70)]), b)).confidence
    let narrow = Decider.decide(input(seat(calm), b)).confidence
    let wide = Decider.decide(input(seat(restless), b)).confidence
    #expect(usual.threshold == 17)
    #expect(narrow.threshold < usual.threshold)
    #expect(wide.threshold > usual.threshold)
    #expect(wide.word == .differ)
    #expect(narrow.word == .farApart)
  }
}
