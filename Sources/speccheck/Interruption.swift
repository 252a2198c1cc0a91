import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the program on SIGINT and SIGTERM with 128 plus the signal's number, and never while a file is
/// being put in place.
///
/// The signals are ignored by the process, which programs that it starts would inherit.
struct Interruption: Sendable {
  /// Whoever holds it writes, or ends the program.
  private let turn = DispatchSemaphore(value: 1)

  init() {
    let turn = turn
    for number in [SIGINT, SIGTERM] where !Self.isIgnored(number) {
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "speccheck.interruption"))
      source.setEventHandler {
        // the handler keeps its source alive
        withExtendedLifetime(source) { turn.wait() }
        _exit(128 + number)
      }
      source.activate()
    }
  }

  /// Does something short that must not stop half-way.
  func held<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    turn.wait()
    defer { turn.signal() }
    return try body()
  }

  /// Whether whoever started the program wants the signal ignored, as `nohup` does; from here on it is.
  private static func isIgnored(_ number: Int32) -> Bool {
    // handlers are compared by their addresses; SIG_IGN is an address that is no function
    unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
