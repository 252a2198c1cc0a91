import CheckModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many gaps neither reviewer found, from how far their finds overlap (capture and recapture).
///
/// The estimate assumes that both search alike and independently. Blind spots that they share make it
/// too low, different interests too high; it never decides anything.
package enum UnseenGaps {
  /// Chapman's estimate of the gaps that neither found.
  ///
  /// - Parameters:
  ///   - first: gaps of one reviewer.
  ///   - second: gaps of the other.
  ///   - both: gaps that both found, at most the smaller of the two.
  package static func chapman(_ first: Int, _ second: Int, both: Int) -> Double {
    let total = Double(first + 1) * Double(second + 1) / Double(both + 1) - 1
    return total - Double(first + second - both)
  }

  /// The 5, 50 and 95 % points of the number of gaps that neither found.
  ///
  /// The posterior of the total N with both detection rates integrated out over a uniform prior, and
  /// 1/N as the prior of N up to 400 (or the gaps found, if these are more):
  /// (1/N) · N!/(N−M)! · B(n₁+1, N−n₁+1) · B(n₂+1, N−n₂+1), with M the gaps found together.
  package static func quantiles(_ first: Int, _ second: Int, both: Int) -> (
    low: Int, median: Int, high: Int
  ) {
    let found = max(1, first + second - both)
    let limit = max(400, found)
    var logFactorial = [0.0]
    for number in 1...(limit + 1) {
      logFactorial.append(logFactorial[number - 1] + log(Double(number)))
    }
    // ln B(n+1, N−n+1) = ln n! + ln (N−n)! − ln (N+1)!; what does not depend on N is left out
    let weights = (found...limit).map { total -> Double in
      let arrangements = logFactorial[total] - logFactorial[total - found]
      let missed = logFactorial[total - first] + logFactorial[total - second]
      return arrangements + missed - 2 * logFactorial[total + 1] - log(Double(total))
    }
    let highest = weights.max() ?? 0
    let likelihoods = weights.map { exp($0 - highest) }
    let sum = likelihoods.reduce(0, +)
    func quantile(_ share: Double) -> Int {
      var reached = 0.0
      for (unseen, likelihood) in likelihoods.enumerated() {
        reached += likelihood
        if reached >= share * sum { return unseen }
      }
      return likelihoods.count - 1
    }
    return (quantile(0.05), quantile(0.5), quantile(0.95))
  }

  /// The estimate with its interval and how to read it, or why none can be given.
  static func estimate(_ standing: Standing) -> UnseenEstimate {
    let merged = standing.input.merged
    guard standing.pair != nil else {
      return none("An estimate needs two reviews.", merged.matched, asked: false)
    }
    guard standing.panel == .models else {
      return none(
        "Rules look only for what they know, so an estimate needs two models.", merged.matched,
        asked: false)
    }
    guard !standing.counted.contains(where: { $0.scored.review.isOfEarlierVersion }) else {
      return none(
        "An estimate needs two reviews of this very text.", merged.matched, asked: false)
    }
    let shared = standing.confidence.byCriterion.filter { $0.gap != nil }.count
    guard shared >= 8 else {
      return none(
        "The reviewers judged only \(shared) criteria in common, and 8 are needed.", merged.matched)
    }
    guard merged.countA >= 3, merged.countB >= 3 else {
      return none(
        "Too few gaps for an estimate (A \(merged.countA), B \(merged.countB), each needs 3).",
        merged.matched)
    }
    guard merged.matched >= 1 else {
      return none(
        "No overlap: the reviewers looked at different things, and the number of unseen gaps cannot "
          + "be bounded.", 0)
    }
    return bounded(merged)
  }

  private static func bounded(_ merged: MergedFindings) -> UnseenEstimate {
    let most = min(max(merged.matched, merged.matchedAtMost), merged.countA, merged.countB)
    let certain = min(merged.matched, most)
    let few = quantiles(merged.countA, merged.countB, both: certain)
    let many = quantiles(merged.countA, merged.countB, both: most)
    let low = min(few.low, many.low)
    let high = max(few.high, many.high)
    let estimate = max(0, chapman(merged.countA, merged.countB, both: certain))
    let named = merged.countA + merged.countB - certain
    let overlap = "Both reviewers named \(certain) of the \(named) gaps."
    let about = oneFigure(estimate)
    let unseen = about == 0 ? "no more" : "about \(about) more"
    return UnseenEstimate(
      estimate: estimate, low: low, high: high, matched: certain,
      why: overlap
        + " If they search alike, \(unseen) (90 %: \(low)–\(high)) were seen by neither. "
        + "Blind spots they share are not in this number.")
  }

  private static func none(
    _ why: String, _ matched: Int, asked: Bool = true
  ) -> UnseenEstimate {
    UnseenEstimate(estimate: nil, low: nil, high: nil, matched: asked ? matched : nil, why: why)
  }

  /// The number to one significant figure: 17 becomes 20.
  private static func oneFigure(_ number: Double) -> Int {
    var unit = 1.0
    while number / unit >= 10 { unit *= 10 }
    return Int((number / unit).rounded() * unit)
  }
}
