/// What became of one seat.
package enum SeatOutcome: Sendable {
  case review(Review)
  case failed(ReviewFailure)
  /// The free checks decided, nothing was asked.
  case skipped(reason: String)

  package var review: Review? {
    if case .review(let review) = self { review } else { nil }
  }
}

/// Why a seat gave no valid review.
package struct ReviewFailure: Error, Sendable, Hashable {
  /// The classes of failure; only a review that has none of them can contribute to GO.
  package enum Class: String, Sendable, Codable, CaseIterable {
    case refused, truncated
    case contextOverflow = "context-overflow"
    case contentFilter = "content-filter"
    case malformed
    case schemaInvalid = "schema-invalid"
    case empty
    case wrongNonce = "wrong-nonce"
    case auth, quota
    case rateLimited = "rate-limited"
    case overloaded
    case invalidRequest = "invalid-request"
    case notFound = "not-found"
    case unreachable
    case timeoutTotal = "timeout-total"
    case timeoutIdle = "timeout-idle"
    case cancelled
    case notInstalled = "not-installed"
    /// A file or folder that asking needs cannot be made on this machine.
    case noScratch = "no-scratch"
    case versionTooOld = "version-too-old"
    case exited
  }
  package var failureClass: Class
  /// One sentence that says where, what and what to do.
  package var message: String
  package var retryable: Bool
  /// More lines for `-v` and the JSON report; nil when there is nothing to add.
  package var detail: String?
  /// How often was asked; nil where nobody counts.
  package var attempts: Int?
  /// What that took all the same; nil where nobody says.
  package var usage: Usage?

  package init(
    _ failureClass: Class, message: String, retryable: Bool = false, detail: String? = nil,
    attempts: Int? = nil, usage: Usage? = nil
  ) {
    self.failureClass = failureClass
    self.message = message
    self.retryable = retryable
    self.detail = detail
    self.attempts = attempts
    self.usage = usage
  }
}

/// A seat with who was asked and what came back.
package struct SeatResult: Sendable {
  package var seat: Seat
  package var lens: Lens
  package var reviewer: ReviewerIdentity
  package var outcome: SeatOutcome
  /// How long the reviewer took, milliseconds.
  package var milliseconds: Double

  package init(
    seat: Seat, lens: Lens, reviewer: ReviewerIdentity, outcome: SeatOutcome, milliseconds: Double
  ) {
    self.seat = seat
    self.lens = lens
    self.reviewer = reviewer
    self.outcome = outcome
    self.milliseconds = milliseconds
  }
}
