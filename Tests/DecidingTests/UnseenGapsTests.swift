import CheckModel
import Testing

@testable import Deciding

@Suite("Gaps that neither reviewer found")
struct UnseenGapsTests {
  @Test(
    "Chapman's estimate and the Bayesian interval",
    arguments: [
      (7, 7, 3, 4.0, 0, 4, 17), (5, 4, 2, 2.0, 0, 2, 12), (6, 5, 1, 10.0, 1, 9, 42),
      (8, 6, 5, 0.5, 0, 1, 5), (3, 3, 3, 0.0, 0, 0, 1), (4, 3, 0, 12.0, 1, 9, 56),
    ])
  func vectors(
    first: Int, second: Int, both: Int, chapman: Double, low: Int, median: Int, high: Int
  ) {
    #expect(abs(UnseenGaps.chapman(first, second, both: both) - chapman) < 1e-9)
    let quantiles = UnseenGaps.quantiles(first, second, both: both)
    #expect(quantiles == (low, median, high))
    let exchanged = UnseenGaps.quantiles(second, first, both: both)
    #expect(exchanged == (low, median, high))
  }

  @Test("survives nothing found and lists beyond the prior's reach")
  func survives() {
    #expect(UnseenGaps.quantiles(0, 0, both: 0).low >= 0)
    #expect(UnseenGaps.quantiles(400, 300, both: 10) == (0, 0, 0))
  }

  private func estimate(
    _ a: Int, _ b: Int, matched: Int, atMost: Int? = nil, rules: Bool = false,
    answers own: [QuestionAnswer] = answers(.yes)
  ) -> UnseenEstimate {
    var value = input(answered(.a, own), answered(.b, answers(.yes), rules: rules))
    value.merged = merged([], a: a, b: b, matched: matched, atMost: atMost ?? matched)
    return Decider.decide(value).unseen
  }

  @Test("says how it is to be read")
  func says() {
    let unseen = estimate(7, 7, matched: 3)
    #expect(unseen.estimate == 4)
    #expect(unseen.low == 0)
    #expect(unseen.high == 17)
    #expect(unseen.matched == 3)
    #expect(
      unseen.why == "Both reviewers named 3 of the 11 gaps. If they search alike, about 4 more "
        + "(90 %: 0–17) were seen by neither. Blind spots they share are not in this number.")
    #expect(estimate(9, 9, matched: 1).why.contains("about 30 more"))
  }

  @Test("takes the widest interval when matches are uncertain")
  func widens() {
    let unseen = estimate(6, 5, matched: 1, atMost: 4)
    #expect(unseen.low == 0)
    #expect(unseen.high == 42)
    #expect(estimate(6, 5, matched: 1).low == 1)
  }

  @Test("is not printed without enough to go by, and says why")
  func refuses() {
    let few = answers(.yes).changing("intent", "clarity", "consistency", to: .cannotTell)
    for (unseen, word) in [
      (estimate(7, 7, matched: 3, rules: true), "two models"),
      (estimate(2, 7, matched: 1), "Too few"),
      (estimate(4, 3, matched: 0), "No overlap"),
      (estimate(7, 7, matched: 3, answers: few), "7 criteria in common"),
    ] {
      #expect(unseen.estimate == nil)
      #expect(unseen.low == nil)
      #expect(unseen.why.contains(word))
    }
  }
}
