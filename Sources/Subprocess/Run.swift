/// One call and who waits for it. Shared by the caller and the runner's thread.
///
/// The thread alone finishes it, once; `isCancelled` is guarded by the runner's lock.
// who waits is told before the run is handed over, and let go by whoever finishes it
final class Run: @unchecked Sendable {
  typealias Outcome = Result<ProgramResult, ProgramFailure>

  let call: ProgramCall
  let onPiece: @Sendable (ProgramPiece) -> Void
  var isCancelled = false
  private var waiting: ((Outcome) -> Void)?

  init(_ call: ProgramCall, onPiece: @escaping @Sendable (ProgramPiece) -> Void) {
    self.call = call
    self.onPiece = onPiece
  }

  /// Who is told how it ended; set before the hand-over.
  func tell(_ waiting: @escaping (Outcome) -> Void) { self.waiting = waiting }

  /// Ends the wait; only the first call counts.
  func finish(_ outcome: Outcome) {
    let waiting = waiting
    self.waiting = nil
    waiting?(outcome)
  }
}
