import CheckModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Names a run and says when it began.
enum RunClock {
  /// A fresh identity: twelve random hex digits and the time in UTC (RFC 3339, seconds).
  static func identity() -> RunIdentity {
    let id = String(UInt64.random(in: 0..<(1 << 48)), radix: 16)
    return RunIdentity(
      id: String(repeating: "0", count: 12 - id.count) + id,
      startedAt: RFC3339.text(seconds: time(nil)),
      round: 1)
  }
}
