/// A request on its way through the loop, and who waits for it.
// handed over under the loop's lock; from then on only the loop's thread uses it, except for `isCancelled`
final class Transfer: @unchecked Sendable {
  typealias Outcome = Result<HTTPResponse, HTTPFailure>

  let request: HTTPRequest
  let onBody: @Sendable (BodyPiece) -> BodyDemand
  /// When the request was made; its total time counts from here.
  let start = ContinuousClock.now
  /// Guarded by the loop's lock, so that a cancellation before the hand-over is not lost.
  var isCancelled = false
  private var waiting: CheckedContinuation<Outcome, Never>?

  init(_ request: HTTPRequest, onBody: @escaping @Sendable (BodyPiece) -> BodyDemand) {
    self.request = request
    self.onBody = onBody
  }

  /// Who is told how it ended; set before the hand-over.
  func tell(_ continuation: CheckedContinuation<Outcome, Never>) { waiting = continuation }

  /// Ends the wait; only the first call counts.
  func finish(_ outcome: Outcome) {
    let continuation = waiting
    waiting = nil
    continuation?.resume(returning: outcome)
  }
}
