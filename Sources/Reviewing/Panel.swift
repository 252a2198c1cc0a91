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

  /// Which seats are asked.
  package enum Asking: Sendable, Hashable {
    case everybody
    /// Rules cost and send nothing; the others are skipped for this reason.
    case onlyRules(because: String)
    /// Rules answer all the same; the others recall what they keep.
    case nobody
  }

  /// Asks both seats and returns seat A's result, then seat B's, whoever finished first.
  ///
  /// - Returns: two results. Nothing is thrown: a reviewer's error is a failed seat.
  package func review(
    _ plan: Plan, by rubric: Rubric, beside context: ProjectContext? = nil,
    asking: Asking = .everybody, progress: PanelProgress = .none
  ) async -> [SeatResult] {
    async let first = result(a, plan, rubric, context, asking, progress)
    async let second = result(b, plan, rubric, context, asking, progress)
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

  private func result(
    _ place: Place, _ plan: Plan, _ rubric: Rubric, _ context: ProjectContext?, _ asking: Asking,
    _ progress: PanelProgress
  ) async -> SeatResult {
    let clock = ContinuousClock()
    let start = clock.now
    let request = ReviewRequest(
      plan: plan, rubric: rubric, seat: place.seat, lens: place.lens, context: context,
      deadline: start + timeout,
      progress: ProgressReporter { progress.report(place.seat, .event($0)) })
    let outcome: SeatOutcome
    switch asking {
    case .onlyRules(let reason) where !place.reviewer.identity.isRules:
      outcome = .skipped(reason: reason)
    case .nobody where !place.reviewer.identity.isRules:
      outcome =
        await place.reviewer.recall(request).map(SeatOutcome.review)
        ?? .skipped(reason: "nobody is asked, and no earlier review is kept")
    case .everybody, .onlyRules, .nobody:
      progress.report(place.seat, .began)
      outcome = await Deadline.run(place.reviewer, request, within: timeout)
      progress.report(place.seat, .ended(outcome.failureClass))
    }
    return SeatResult(
      seat: place.seat, lens: place.lens, reviewer: place.reviewer.identity, outcome: outcome,
      milliseconds: (clock.now - start).milliseconds)
  }
}

extension SeatOutcome {
  fileprivate var failureClass: ReviewFailure.Class? {
    if case .failed(let failure) = self { failure.failureClass } else { nil }
  }
}

extension Duration {
  /// The duration in milliseconds, fractions included.
  package var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
