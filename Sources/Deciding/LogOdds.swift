#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Points of 100 as odds, and back.
enum LogOdds {
  /// ln(p / (1 − p)) of points clipped to 3…97: nobody is ever certain.
  static func logit(_ points: Double) -> Double {
    let share = min(97, max(3, points)) / 100
    return log(share / (1 - share))
  }

  /// The points whose log-odds these are, 0–100.
  static func points(_ logit: Double) -> Double { 100 / (1 + exp(-logit)) }
}

/// Two confidences made one.
package enum Combination {
  /// The mean of the log-odds, at most ten points above the lower of the two.
  ///
  /// Pooled without extremizing, since both reviewers read the same text and err together; guarded,
  /// since the lower one usually saw something that the other did not. Points of 100.
  package static func points(_ a: Double, _ b: Double) -> Double {
    let pooled = LogOdds.points((LogOdds.logit(a) + LogOdds.logit(b)) / 2)
    return min(pooled, min(a, b) + 10)
  }
}
