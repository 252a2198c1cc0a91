import CProcess
import Threads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one thread that starts, feeds, drains and ends programs, and what other threads ask of it.
final class ProgramLoop: Sendable {
  private struct State {
    var waiting: [Run] = []
    var cancelled: [Run] = []
    var isStopping = false
    /// Written to when the thread shall look; -1 while there is none.
    var bell: Int32 = -1
    var awaitingEnd: [CheckedContinuation<Void, Never>] = []

    /// Only under the lock, so that the descriptor cannot be another's.
    func wake() {
      // a full pipe wakes as well
      if bell >= 0 { _ = write(bell, "!", 1) }
    }
  }

  /// What a pipe holds on Linux.
  private static let pipeBytes = 1 << 16

  private let state = Locked(State())
  /// Whether programs are ended too when this process is killed.
  private let isGuarding: Bool

  init(isGuarding: Bool) { self.isGuarding = isGuarding }

  /// Hands a run over to the thread; a failure when that is not possible, and then nobody finishes it.
  func submit(_ run: Run) -> ProgramFailure? {
    state.withLock { state in
      if state.isStopping || run.isCancelled { return ProgramFailure(.cancelled) }
      if state.bell < 0, let code = startThread(&state) { return ProgramFailure(.notStarted(code)) }
      state.waiting.append(run)
      state.wake()
      return nil
    }
  }

  /// Ends a run, whether it was handed over already or not.
  func cancel(_ run: Run) {
    state.withLock { state in
      run.isCancelled = true
      guard state.bell >= 0 else { return }
      state.cancelled.append(run)
      state.wake()
    }
  }

  /// Ends all runs and the thread, soon; nothing is started from now on.
  func stop() {
    state.withLock { state in
      state.isStopping = true
      state.wake()
    }
  }

  var isRunning: Bool { state.withLock { $0.bell >= 0 } }

  /// Returns when there is no thread any more.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isRunning = state.withLock { state in
        if state.bell >= 0 { state.awaitingEnd.append(continuation) }
        return state.bell >= 0
      }
      if !isRunning { continuation.resume() }
    }
  }

  /// Nil, or the error number.
  private func startThread(_ state: inout State) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard sp_pipe(&ends) == 0 else { return errno }
    for end in ends { sp_never_wait(end) }
    let bell = ends[0]
    if let code = OwnThread.start({ self.work(Descriptor(bell)) }) {
      for end in ends { close(end) }
      return code
    }
    state.bell = ends[1]
    return nil
  }

  private func work(_ bell: Descriptor) {
    var running: [RunningProgram] = []
    // killed, and not gone yet
    var lost: [RunningProgram] = []
    var buffer = [UInt8](repeating: 0, count: Self.pipeBytes)
    while true {
      let (waiting, cancelled, isStopping) = news()
      for run in waiting {
        start(run, &running, isWanted: !isStopping && !cancelled.contains { $0 === run })
      }
      for program in running where isStopping || cancelled.contains(where: { $0 === program.run }) {
        program.end(.cancelled)
      }
      lost.removeAll { $0.reap() }
      running.removeAll { program in
        guard let outcome = program.advance(&buffer) else { return false }
        if !program.reap() { lost.append(program) }
        program.run.finish(outcome)
        return true
      }
      if isStopping, running.isEmpty { break }
      wait(for: running, bell, hurried: !lost.isEmpty)
      _ = bell.readSome(&buffer)
    }
    end(bell)
  }

  private func start(_ run: Run, _ running: inout [RunningProgram], isWanted: Bool) {
    do throws(ProgramFailure) {
      guard isWanted else { throw ProgramFailure(.cancelled) }
      running.append(try RunningProgram(run, isGuarded: isGuarding))
    } catch {
      run.finish(.failure(error))
    }
  }

  private func news() -> (waiting: [Run], cancelled: [Run], isStopping: Bool) {
    state.withLock { state in
      defer {
        state.waiting.removeAll()
        state.cancelled.removeAll()
      }
      return (state.waiting, state.cancelled, state.isStopping)
    }
  }

  private func wait(for running: [RunningProgram], _ bell: Descriptor, hurried: Bool) {
    var waits = running.flatMap(\.waits)
    waits.append(pollfd(fd: bell.number, events: Int16(POLLIN), revents: 0))
    let latest = ContinuousClock.now + (hurried ? .milliseconds(50) : .seconds(60))
    let left = min(latest, running.map(\.wakeTime).min() ?? latest) - .now
    let milliseconds = max(0, left / .milliseconds(1)).rounded(.up)
    _ = poll(&waits, nfds_t(waits.count), Int32(milliseconds))
  }

  /// The thread's last act: what was handed over meanwhile fails too.
  private func end(_ bell: Descriptor) {
    let (waiting, awaitingEnd) = state.withLock { state in
      defer {
        state.waiting.removeAll()
        state.cancelled.removeAll()
        state.awaitingEnd.removeAll()
      }
      close(state.bell)
      state.bell = -1
      return (state.waiting, state.awaitingEnd)
    }
    // nobody can write to it any more, and whoever waits finds nothing left
    bell.shut()
    for run in waiting { run.finish(.failure(ProgramFailure(.cancelled))) }
    for continuation in awaitingEnd { continuation.resume() }
  }
}
