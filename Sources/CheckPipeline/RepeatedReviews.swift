import CheckModel
import Deciding
import Merging

/// What one reviewer made of the same bytes in several reviews, as the one review of its seat.
struct RepeatedReviews {
  let seat: SeatResult
  /// Where each finding of the seat comes from.
  let origins: [Finding: [Finding]]

  /// A seat with one review stays as it is.
  init(_ seat: SeatResult, plan: Plan, rubric: Rubric) {
    guard let review = seat.outcome.review,
      let sittings = Sittings(review, rubric: rubric, tier: plan.risk.tier)
    else {
      self.seat = seat
      origins = [:]
      return
    }
    let found = RepeatedFinding.together(
      speakers: sittings.speakers.map(\.findings), others: sittings.others.map(\.findings),
      in: plan)
    var together = sittings.review
    together.repeats = review.repeats
    together.findings = found.map(\.finding)
    var settled = seat
    settled.outcome = .review(together)
    self.seat = settled
    origins = Dictionary(found.map { ($0.finding, $0.originals) }, uniquingKeysWith: +)
  }
}

extension Confidence {
  /// The points of all reviews, where one reviewer gave more than one.
  var repeatDiagnostics: [Diagnostic] {
    [(Seat.a, a), (Seat.b, b)].compactMap { seat, confidence in
      guard let confidence, let spread = confidence.spread else { return nil }
      let points = confidence.repeats.map(String.init).joined(separator: ", ")
      return Diagnostic(
        code: "repeated-review",
        message: "seat \(seat.rawValue) was reviewed \(confidence.repeats.count) times: "
          + "\(points) points, a spread of \(spread); \(confidence.points) count")
    }
  }
}
