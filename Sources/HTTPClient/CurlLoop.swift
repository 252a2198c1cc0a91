import CCurl
import Threads

/// The one thread on which libcurl works, and what other threads ask of it.
final class CurlLoop: Sendable {
  private struct State {
    var waiting: [Transfer] = []
    var cancelled: [Transfer] = []
    var isStopping = false
    var hasThread = false
    /// Nil while there is none to wake.
    var multi: UnsafeMutableRawPointer?
    var awaitingEnd: [CheckedContinuation<Void, Never>] = []

    /// Only under the lock, so that the handle cannot be gone.
    func wake() {
      if let multi { sc_multi_wakeup(multi) }
    }
  }

  private let trust: TLSTrust
  private let state = Locked(State())

  init(trust: TLSTrust) { self.trust = trust }

  /// Hands a transfer over to the thread; a failure when that is not possible, and then nobody finishes it.
  func submit(_ transfer: Transfer) -> HTTPFailure? {
    state.withLock { state in
      if state.isStopping || transfer.isCancelled { return .cancelled }
      if !state.hasThread {
        guard OwnThread.start({ self.run() }) == nil else {
          return .unavailable("no thread can be started for libcurl")
        }
        state.hasThread = true
      }
      state.waiting.append(transfer)
      state.wake()
      return nil
    }
  }

  /// Ends a transfer, whether it was handed over already or not.
  func cancel(_ transfer: Transfer) {
    state.withLock { state in
      transfer.isCancelled = true
      guard state.hasThread else { return }
      state.cancelled.append(transfer)
      state.wake()
    }
  }

  /// Ends all transfers and the thread, soon.
  func stop() {
    state.withLock { state in
      state.isStopping = true
      state.wake()
    }
  }

  /// Returns when there is no thread any more.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isRunning = state.withLock { state in
        if state.hasThread { state.awaitingEnd.append(continuation) }
        return state.hasThread
      }
      if !isRunning { continuation.resume() }
    }
  }

  private func run() {
    if let problem = sc_curl_load() {
      end(failing: .unavailable(String(cString: problem)))
      return
    }
    guard let multi = sc_multi_init() else {
      end(failing: .unavailable("libcurl has no memory"))
      return
    }
    let exchanges = Exchanges(multi: multi, trust: trust)
    state.withLock { $0.multi = multi }
    var failure = HTTPFailure.cancelled
    while true {
      let (waiting, cancelled, isStopping) = state.withLock { state in
        defer {
          state.waiting.removeAll()
          state.cancelled.removeAll()
        }
        return (state.waiting, state.cancelled, state.isStopping)
      }
      waiting.forEach(exchanges.start)
      cancelled.forEach(exchanges.cancel)
      if isStopping { break }
      guard exchanges.work() else {
        failure = .unavailable("libcurl cannot wait for its connections")
        break
      }
    }
    exchanges.failAll(with: failure)
    end(failing: failure, closing: multi)
  }

  /// The thread's last act: what was handed over meanwhile fails too.
  private func end(failing failure: HTTPFailure, closing multi: UnsafeMutableRawPointer? = nil) {
    // nobody wakes a handle that is about to go
    state.withLock { $0.multi = nil }
    if let multi { sc_multi_cleanup(multi) }
    let (waiting, awaitingEnd) = state.withLock { state in
      defer {
        state.waiting.removeAll()
        state.cancelled.removeAll()
        state.awaitingEnd.removeAll()
        state.hasThread = false
      }
      return (state.waiting, state.awaitingEnd)
    }
    for transfer in waiting { transfer.finish(.failure(failure)) }
    for continuation in awaitingEnd { continuation.resume() }
  }
}
