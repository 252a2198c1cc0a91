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
      id: String(repeating: "0", count: 12 - id.count) + id, startedAt: now(), round: 1)
  }

  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(1900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
