package import CheckModel
package import Reviewing

/// A model on the seat of one plan, with what was found to be kept of it before the run was announced.
///
/// It looks nothing up that was found, and asks for no more reviews than were missing: what vanishes from
/// the store meanwhile sends nothing that nobody was told of.
package struct PreparedReviewer: Reviewer {
  private let reviewer: KeepingReviewer
  private let kept: KeptReviews

  package var identity: ReviewerIdentity { reviewer.identity }

  /// - Parameter kept: of the plan, rubric, lens and context that it will be asked about.
  package init(_ reviewer: KeepingReviewer, kept: KeptReviews) {
    self.reviewer = reviewer
    self.kept = kept
  }

  /// As the model behind it.
  package func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await reviewer.review(request, beside: kept)
  }

  /// As the model behind it.
  package func recall(_ request: ReviewRequest) async -> Review? { await reviewer.recall(request) }
}
