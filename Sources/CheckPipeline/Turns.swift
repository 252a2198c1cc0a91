import CheckModel
import Reviewing
import Threads

/// Lets only so many plans be asked about at once; who waits longest is next.
final class Turns: Sendable {
  private struct State {
    var free: Int
    var waiting: [Waiter] = []
  }

  // both variables are used under the lock of the turns alone
  private final class Waiter: @unchecked Sendable {
    var isCancelled = false
    var continuation: CheckedContinuation<Bool, Never>?
  }

  private let state: Locked<State>

  /// - Parameter atOnce: at least 1.
  init(atOnce: Int) { state = Locked(State(free: max(1, atOnce))) }

  /// A turn, as soon as there is one; nil for a task that is cancelled before.
  func next() async -> Turn? {
    let waiter = Waiter()
    let isGiven = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isGiven: Bool? = state.withLock { state in
          if waiter.isCancelled { return false }
          if state.free > 0 {
            state.free -= 1
            return true
          }
          waiter.continuation = continuation
          state.waiting.append(waiter)
          return nil
        }
        if let isGiven { continuation.resume(returning: isGiven) }
      }
    } onCancel: {
      giveUp(waiter)
    }
    return isGiven ? Turn { [self] in passOn() } : nil
  }

  private func giveUp(_ waiter: Waiter) {
    let continuation = state.withLock { state in
      waiter.isCancelled = true
      let place = state.waiting.firstIndex { $0 === waiter }
      return place.flatMap { state.waiting.remove(at: $0).continuation }
    }
    continuation?.resume(returning: false)
  }

  private func passOn() {
    let continuation = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return CheckedContinuation<Bool, Never>?.none
      }
      return state.waiting.removeFirst().continuation
    }
    continuation?.resume(returning: true)
  }
}

/// The time in which one plan is asked about. It ends once: with ``end()``, or as soon as nobody is left who
/// might be asked again.
final class Turn: Sendable {
  private struct State {
    var asking = Set(Seat.allCases)
    var isOver = false
  }

  private let state = Locked(State())
  private let passOn: @Sendable () -> Void

  init(passOn: @escaping @Sendable () -> Void) { self.passOn = passOn }

  /// The next may begin.
  func end() {
    let isFirst = state.withLock { state in
      defer { state.isOver = true }
      return !state.isOver
    }
    if isFirst { passOn() }
  }

  /// Listens to how the seats are getting on, before whoever listened already.
  func heard(by listener: PanelProgress) -> PanelProgress {
    PanelProgress { [self] seat, progress in
      switch progress {
      case .event(.answered), .ended:
        let isLast = state.withLock { state in
          state.asking.remove(seat)
          return state.asking.isEmpty
        }
        if isLast { end() }
      default: break
      }
      listener.report(seat, progress)
    }
  }
}
