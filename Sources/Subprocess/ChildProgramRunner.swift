import Dispatch
import Threads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs programs as children of this process, all of them watched by one thread that starts with the first one.
///
/// Each is the leader of a session of its own: there is no terminal that it could wait on, and whatever it
/// starts is ended with it, but for what leads a session of its own. It inherits nothing but its three standard
/// descriptors. An end is told in steps: interrupt, terminate, kill. When this process is killed outright, a
/// shell that waits for that kills its programs.
package final class ChildProgramRunner: ProgramRunner {
  private let loop = ProgramLoop(isGuarding: true)

  package init() {}

  deinit { loop.stop() }

  /// Runs one program to its end; see ``ProgramRunner``.
  package func run(
    _ call: ProgramCall, onPiece: @escaping @Sendable (ProgramPiece) -> Void
  ) async throws(ProgramFailure) -> ProgramResult {
    let run = Run(call, onPiece: onPiece)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        run.tell { continuation.resume(returning: $0) }
        if let failure = loop.submit(run) { run.finish(.failure(failure)) }
      }
    } onCancel: {
      loop.cancel(run)
    }
    return try outcome.get()
  }

  /// Ends what is running, fails it and whatever is asked for later with `cancelled`; returns when no program
  /// and no thread is left.
  package func shutdown() async {
    loop.stop()
    await loop.ended()
  }

  /// The same for a process that is about to end on a signal: it holds the calling thread, at most as long as
  /// said.
  package func shutdown(atMost time: Duration) {
    loop.stop()
    let limit = ContinuousClock.now + time
    while loop.isRunning, ContinuousClock.now < limit { usleep(1_000) }
  }

  /// Runs one program that ends soon, also when nobody waits for it, and holds the calling thread meanwhile.
  package static func waiting(for call: ProgramCall) throws(ProgramFailure) -> ProgramResult {
    let loop = ProgramLoop(isGuarding: false)
    let run = Run(call) { _ in }
    let outcome = Handed<Run.Outcome>()
    run.tell { outcome.hand($0) }
    if let failure = loop.submit(run) { throw failure }
    defer { loop.stop() }
    return try outcome.wait().get()
  }

  /// Does something with a runner that is shut down behind it.
  package static func whileOpen<Outcome>(
    _ work: (ChildProgramRunner) async -> Outcome
  ) async -> Outcome {
    let runner = ChildProgramRunner()
    let outcome = await work(runner)
    await runner.shutdown()
    return outcome
  }
}

/// A value that one thread waits for and another one brings.
private final class Handed<Value: Sendable>: Sendable {
  private let arrived = DispatchSemaphore(value: 0)
  private let value = Locked<Value?>(nil)

  func hand(_ value: Value) {
    self.value.withLock { $0 = value }
    arrived.signal()
  }

  /// Whoever was asked to bring it always does.
  func wait() -> Value {
    while true {
      arrived.wait()
      if let value = value.withLock({ $0 }) { return value }
    }
  }
}
