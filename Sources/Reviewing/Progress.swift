package import CheckModel

/// What a reviewer says about how it is getting on.
package enum ProgressEvent: Sendable, Hashable {
  /// A request went out; the first attempt is 1.
  case asked(attempt: Int, bytes: Int)
  /// More of the answer arrived.
  case received(bytes: Int)
  /// Every answer that was asked for is here and valid: nothing more will be asked.
  case answered
  /// The next attempt follows after a wait.
  case waiting(Duration, because: ReviewFailure.Class)
  /// A stored review answers, nothing is asked.
  case stored
  /// Whoever is asked is a program on this machine, which may be waiting for a person.
  case startsProgram
  /// What that program last wrote for people, without secrets.
  case complained(String)
}

/// How one seat is getting on, as the panel sees it.
package enum SeatProgress: Sendable, Hashable {
  case began
  case event(ProgressEvent)
  /// With a review, or with the class of the failure.
  case ended(ReviewFailure.Class?)
}

/// Where the progress of both seats goes. Reporting never changes a review.
package struct PanelProgress: Sendable {
  package let report: @Sendable (Seat, SeatProgress) -> Void

  package init(_ report: @escaping @Sendable (Seat, SeatProgress) -> Void) {
    self.report = report
  }

  /// Nobody listens.
  package static let none = PanelProgress { _, _ in }
}

/// Where a reviewer's progress goes. Reporting never changes a review.
package struct ProgressReporter: Sendable {
  package let report: @Sendable (ProgressEvent) -> Void

  package init(_ report: @escaping @Sendable (ProgressEvent) -> Void) { self.report = report }

  /// Nobody listens.
  package static let none = ProgressReporter { _ in }
}
