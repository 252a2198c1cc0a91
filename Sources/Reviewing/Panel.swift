package import CheckModel

/// The two seats and who holds them.
///
/// Both reviewers start together on equal requests; neither sees the other, and one that fails does not
/// stop the other.
package struct Panel: Sendable {
  /// One seat, its lens and its reviewer.
  package struct Place: Sendable {
    package let seat: Seat
    package let lens: Lens
    package let reviewer: any Reviewer

    package init(seat: Seat, lens: Lens, reviewer: any Reviewer) {
      self.seat = seat
      self.lens = lens
      self.reviewer = reviewer
    }
  }

  package let a: Place
  package let b: Place

  /// How long one reviewer may take; after it the seat has failed with `timeout-total`.
  package let timeout: Duration

  package init(a: Place, b: Place, timeout: Duration) {
    self.a = a
    self.b = b
    self.timeout = timeout
  }

  /// Asks both seats and returns seat A's result, then seat B's, whoever finished first.
  ///
  /// - Parameter skipReason: when given, only seats held by rules are asked, since they cost and send
  ///   nothing; the others are skipped for this reason.
  /// - Returns: two results. Nothing is thrown: a reviewer's error is a failed seat.
  package func review(_ plan: Plan, by rubric: Rubric, skipReason: String? = nil) async
    -> [SeatResult]
  {
    async let first = result(a, plan, rubric, skipReason)
    async let second = result(b, plan, rubric, skipReason)
    return await [first, second]
  }

  /// Whether anybody but rules sits on it, so that a review costs or sends something.
  package var asksOthers: Bool {
    !a.reviewer.identity.isRules || !b.reviewer.identity.isRules
  }

  /// Both seats as they stand before anybody was asked.
  package func notAsked(reason: String) -> [SeatResult] {
    [a, b].map { place in
      SeatResult(
        seat: place.seat, lens: place.lens, reviewer: place.reviewer.identity,
        outcome: .skipped(reason: reason), milliseconds: 0)
    }
  }

  private func result(_ place: Place, _ plan: Plan, _ rubric: Rubric, _ skipReason: String?) async
    -> SeatResult
  {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome: SeatOutcome
    if let skipReason, !place.reviewer.identity.isRules {
      outcome = .skipped(reason: skipReason)
    } else {
      let request = ReviewRequest(
        plan: plan, rubric: rubric, seat: place.seat, lens: place.lens, deadline: start + timeout)
      outcome = await Deadline.run(place.reviewer, request, within: timeout)
    }
    return SeatResult(
      seat: place.seat, lens: place.lens, reviewer: place.reviewer.identity, outcome: outcome,
      milliseconds: (clock.now - start).milliseconds)
  }
}

extension Duration {
  /// The duration in milliseconds, fractions included.
  package var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
