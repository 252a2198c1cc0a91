import Dispatch

/// Two pieces of work that know nothing of each other.
package enum SideBySide {
  /// What both make, on two threads where a second one is free, else one after the other.
  ///
  /// It waits for nothing that has not begun, so that it may be called on Swift's own few threads. Worth it
  /// from about a tenth of a millisecond on.
  package static func make<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let (one, other) = (Locked<First?>(nil), Locked<Second?>(nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        let value = first()
        one.withLock { $0 = value }
      } else {
        let value = second()
        other.withLock { $0 = value }
      }
    }
    guard let made = one.withLock({ $0 }), let beside = other.withLock({ $0 }) else {
      // both numbers are called before `concurrentPerform` returns
      preconditionFailure("half of the work was not done")
    }
    return (made, beside)
  }
}
