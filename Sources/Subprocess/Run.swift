/// One call and who waits for it. Shared by the caller and the runner's thread.
///
/// The thread alone finishes it, once; `isCancelled` is guarded by the runner's lock.
// the continuation is set before the run is handed over, and taken by whoever finishes it
final class Run: @unchecked Sendable {
  typealias Outcome = Result<ProgramResult, ProgramFailure>

  let call: ProgramCall
  let onPiece: @Sendable (ProgramPiece) -> Void
  var isCancelled = false
  private var continuation: CheckedContinuation<Outcome, Never>?

  init(_ call: ProgramCall, onPiece: @escaping @Sendable (ProgramPiece) -> Void) {
    self.call = call
    self.onPiece = onPiece
  }

  func tell(_ continuation: CheckedContinuation<Outcome, Never>) {
    self.continuation = continuation
  }

  func finish(_ outcome: Outcome) {
    let continuation = continuation
    self.continuation = nil
    continuation?.resume(returning: outcome)
  }
}
