import CheckModel
import Deciding
import Testing

@Suite("Two models, one opinion")
struct IndependenceTests {
  @Test(
    "an unknown family is not an independent one",
    arguments: [nil, "red"] as [String?])
  func unknownFamily(family: String?) throws {
    var a = answered(.a, answers(.yes))
    var review = try #require(a.outcome.review)
    review.model.family = family == nil ? "blue" : nil
    a.outcome = .review(review)
    var b = answered(.b, answers(.yes))
    review = try #require(b.outcome.review)
    review.model.family = family
    b.outcome = .review(review)
    #expect(Decider.decide(input(a, b)).verdict.code == .notIndependent)
  }

  /// Two sure seats whose reviewers and models are these.
  private func seats(
    _ hosts: (String?, String?), _ models: (ModelIdentity, ModelIdentity)
  ) -> Decision {
    let made = [(Seat.a, hosts.0, models.0), (.b, hosts.1, models.1)].map { seat, host, model in
      var result = answered(seat, answers(.yes))
      guard var review = result.outcome.review else { return result }
      review.reviewer.host = host
      review.model = model
      result.outcome = .review(review)
      return result
    }
    return Decider.decide(input(made[0], made[1]))
  }

  @Test(
    "one model at one server is one opinion, whatever families are declared",
    arguments: [
      ("foo", "x", "foo", "y"), ("foo", "x", "bar", "X"), ("foo", "bar", "BAR", "y"),
    ])
  func oneModel(requested: String, answered: String, other: String, said: String) {
    let models = (
      ModelIdentity(requested: requested, answered: answered, family: "qwen"),
      ModelIdentity(requested: other, answered: said, family: "llama")
    )
    for hosts in [("h:1", "h:1"), ("localhost:1", "127.0.0.1:1"), ("[::1]:1", "localhost:1")] {
      let verdict = seats(hosts, models).verdict
      #expect(verdict.code == .notIndependent)
      #expect(verdict.outcome == .hold)
    }
    #expect(seats(("h:1", "h:2"), models).verdict.outcome == .go)
  }

  @Test("a family that is only claimed for one of them is enough")
  func claimedFamily() {
    let models = (
      ModelIdentity(family: "vendor", claimedFamilies: ["meta"]),
      ModelIdentity(family: "meta-llama")
    )
    #expect(seats((nil, nil), models).verdict.code == .notIndependent)
  }
}
