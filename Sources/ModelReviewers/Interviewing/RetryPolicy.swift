import CheckModel

/// Whether and when to try again: a pure function of what went wrong, so that it is tested without waiting.
package struct RetryPolicy: Sendable, Hashable {
  /// The most requests for one review, the one that re-asks included.
  package var attempts = 4
  /// Before the second attempt; doubled before each further one.
  var first: Duration = .milliseconds(500)
  /// The longest wait that nobody asked for.
  var most: Duration = .seconds(8)
  /// The part of such a wait that chance takes off, so that not everybody comes back at once.
  var jitter = 0.25
  /// A server that asks for more is not waited for.
  var longestDemand: Duration = .seconds(120)
  /// With less time left than this, another attempt is not worth its price.
  var leastTime: Duration = .seconds(1)

  package init() {}

  /// Programs try again by themselves, so they are only asked once more for a reply that could not be used.
  package static let ofPrograms: RetryPolicy = {
    var policy = RetryPolicy()
    policy.attempts = 2
    return policy
  }()

  /// The wait before the next attempt; nil when there shall be none.
  ///
  /// - Parameter attempt: the one that failed, from 1.
  /// - Parameter remaining: the time until the review no longer counts.
  /// - Parameter chance: from 0 to 1.
  /// - Parameter now: what the clock on the wall shows, seconds since 1970-01-01 UTC.
  func wait(
    after failure: WireFailure, attempt: Int, remaining: Duration, chance: Double, now: Int
  ) -> Duration? {
    guard attempt < attempts, !failure.isFinal,
      Self.isRetryable(failure.failure.failureClass)
    else { return nil }
    let wait = failure.demand?.wait(now: now) ?? backOff(attempt, chance)
    guard wait <= longestDemand, wait + leastTime <= remaining else { return nil }
    return wait
  }

  /// 0.5 s · 2^n, at most 8 s, less up to a quarter: what the vendors' own libraries do.
  private func backOff(_ attempt: Int, _ chance: Double) -> Duration {
    var wait = first
    for _ in 1..<max(1, attempt) where wait < most { wait = wait * 2 }
    return min(wait, most) * (1 - jitter * min(max(chance, 0), 1))
  }

  /// Trouble that passes by itself. Everything else is the same the next time, and may cost again.
  static func isRetryable(_ failureClass: ReviewFailure.Class) -> Bool {
    switch failureClass {
    case .rateLimited, .overloaded, .unreachable, .timeoutIdle: true
    default: false
    }
  }
}
