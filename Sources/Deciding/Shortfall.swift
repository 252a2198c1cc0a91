import CheckModel

/// What a plan still lacks for GO after every other row has let it pass; nil when it lacks nothing.
///
/// A question that was set aside (cannot tell, or not applicable where the other seat does not agree)
/// must never be what carries a plan over the line. So the thresholds are asked twice: of the points
/// as they are, and of the worst that could have come of answering those questions with no or partly.
struct Shortfall: Sendable, Hashable {
  let message: String
  /// The points suffice, and only what was set aside is in the way.
  let bySetAside: Bool

  init?(_ standing: Standing) {
    guard let panel = standing.panel, let a = standing.a, let b = standing.b else { return nil }
    let asTheyAre = (a.confidence.points, b.confidence.points)
    if let missing = Self.missing(asTheyAre, standing, panel, a.review, b.review) {
      message = missing
      bySetAside = false
      return
    }
    let count = standing.counted.reduce(0) { $0 + $1.scored.setAside }
    let aside = "\(count) \(count == 1 ? "answer was" : "answers were") set aside"
    let strictly = Self.missing((a.lowest, b.lowest), standing, panel, a.review, b.review)
    if let strictly {
      message = "The points would suffice, but \(aside). Counted as no: \(strictly)"
    } else if let conflict = Self.possibleConflict(standing, panel) {
      message = "The points would suffice, but \(aside), and they could hide this: \(conflict)"
    } else {
      return nil
    }
    bySetAside = true
  }

  /// Which threshold these points miss.
  private static func missing(
    _ points: (a: Int, b: Int), _ standing: Standing, _ panel: Panel, _ a: Review, _ b: Review
  ) -> String? {
    let policy = standing.policy
    let together = Standing.combined(
      (points.a, a), (points.b, b), panel: panel, writtenBy: standing.input.writtenBy)
    switch panel {
    case .oneModel:
      return together >= policy.go
        ? nil : "the model gives \(together.short), and \(policy.go.short) are needed."
    case .models, .rules:
      let lowest = min(points.a, points.b)
      if together < policy.go {
        return "A \(points.a) and B \(points.b) make \(together.short) together, and "
          + "\(policy.go.short) are needed."
      }
      return Double(lowest) >= policy.eachAtLeast
        ? nil : "the lower one is \(lowest), and each needs \(policy.eachAtLeast.short)."
    }
  }

  /// A row above that could have matched, had the questions been answered.
  private static func possibleConflict(_ standing: Standing, _ panel: Panel) -> String? {
    guard let gap = standing.gap else { return nil }
    if panel == .models {
      if Double(gap.possibleGap) >= standing.confidence.threshold {
        return "the two could be \(gap.possibleGap) points apart."
      }
      if let criterion = gap.possibleConflicts.first {
        return "the two could conflict on \(criterion)."
      }
    }
    if case .oneModel = panel, standing.tally.majorRules >= standing.policy.noGoMajors,
      standing.counted.contains(where: { $0.scored.highest >= VerdictTable.modelTrustsAt })
    {
      return "the model could be far above what the rules find."
    }
    guard standing.input.tier == .high else { return nil }
    for (seat, scored) in standing.counted {
      for criterion in TierFloor.criteria {
        guard let range = scored.ranges[criterion], range.lowerBound < TierFloor.points else {
          continue
        }
        return "\(criterion) of \(seat.rawValue) could be below \(TierFloor.points.short)."
      }
    }
    return nil
  }
}
