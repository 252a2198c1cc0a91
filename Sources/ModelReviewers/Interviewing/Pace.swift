#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Clocks, waits and chance, so that tests need not wait for them.
package struct Pace: Sendable {
  package var now: @Sendable () -> ContinuousClock.Instant
  /// What the clock on the wall shows, seconds since 1970-01-01 UTC.
  package var wallSeconds: @Sendable () -> Int
  /// Throws only when the task is cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1.
  package var chance: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    wallSeconds: @escaping @Sendable () -> Int,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.wallSeconds = wallSeconds
    self.sleep = sleep
    self.chance = chance
  }

  /// The clocks of this machine.
  package static let real = Pace(
    now: { ContinuousClock.now }, wallSeconds: { time(nil) },
    sleep: { try await Task.sleep(for: $0) }, chance: { .random(in: 0...1) })
}
