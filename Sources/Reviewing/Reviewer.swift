package import CheckModel

/// Judges a plan against a rubric through a lens.
///
/// Rules, a model behind an API, an agent, a program and an answer file are all reviewers; the panel
/// knows them only through this protocol.
package protocol Reviewer: Sendable {
  var identity: ReviewerIdentity { get }

  /// Returns a valid review or throws the failure that makes the seat a failed one.
  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review

  /// What can be said without asking anybody: a review that is kept, if need be of an earlier version of
  /// the plan. Nil when there is none; nothing is sent.
  func recall(_ request: ReviewRequest) async -> Review?
}

extension Reviewer {
  /// Nothing, for reviewers without memory.
  package func recall(_ request: ReviewRequest) async -> Review? { nil }
}

/// What a reviewer is given. It has no room for the other seat, its answer, or an earlier verdict.
package struct ReviewRequest: Sendable {
  package var plan: Plan
  package var rubric: Rubric
  package var seat: Seat
  package var lens: Lens
  /// What is read beside the plan.
  package var context: ProjectContext?
  /// Until when a review counts; whoever retries plans for it.
  package var deadline: ContinuousClock.Instant
  package var progress: ProgressReporter

  package init(
    plan: Plan, rubric: Rubric, seat: Seat, lens: Lens, context: ProjectContext? = nil,
    deadline: ContinuousClock.Instant, progress: ProgressReporter = .none
  ) {
    self.plan = plan
    self.rubric = rubric
    self.seat = seat
    self.lens = lens
    self.context = context
    self.deadline = deadline
    self.progress = progress
  }
}
