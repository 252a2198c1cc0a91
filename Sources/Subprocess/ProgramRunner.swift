/// Runs programs. The real one starts processes; tests may script their own.
package protocol ProgramRunner: Sendable {
  /// Runs one program to its end and returns what it wrote, whatever its status.
  ///
  /// A program that closes its input early, or leaves some of it unread, has not failed by that. When the
  /// task is cancelled the program is ended, and the call returns after that.
  ///
  /// - Parameter onPiece: sees each piece of output and error as it arrives, from a thread of the runner's, so
  ///   it must be quick.
  func run(
    _ call: ProgramCall, onPiece: @escaping @Sendable (ProgramPiece) -> Void
  ) async throws(ProgramFailure) -> ProgramResult
}

/// What a program wrote, cut anywhere.
package enum ProgramPiece: Sendable, Hashable {
  case output([UInt8])
  case errors([UInt8])
}

extension ProgramRunner {
  /// Runs one program to its end; nobody listens meanwhile.
  package func run(_ call: ProgramCall) async throws(ProgramFailure) -> ProgramResult {
    try await run(call) { _ in }
  }
}
