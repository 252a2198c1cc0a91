import Foundation

extension Process {
  /// Starts the process while no other is being started.
  ///
  /// Foundation hears of a child's end by a socket that only this child may hold. Between the making of
  /// that socket and the start of the child, another start would give it to a second child as well; where
  /// that one lives on, as a server does, nobody would ever hear of the first one's end.
  package func runInTurn() throws {
    Self.turn.lock()
    defer { Self.turn.unlock() }
    try run()
  }

  private static let turn = NSLock()
}
