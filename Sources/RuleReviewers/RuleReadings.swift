package import CheckModel

/// Reads each plan once for all that judge it by rules: the checks and both seats.
///
/// Not a channel between the seats: a reading depends on the plan alone.
package actor RuleReadings {
  /// More plans than are judged at once need not be kept.
  private static let limit = 16

  private struct Key: Hashable {
    let path: String
    let sha256: String
    let tier: RiskTier
  }
  private var readings: [(key: Key, reading: PlanReading)] = []

  package init() {}

  /// The reading of a plan, made when it is asked for the first time.
  package func reading(of plan: Plan) -> PlanReading {
    let key = Key(path: plan.path, sha256: plan.sha256, tier: plan.risk.tier)
    if let known = readings.last(where: { $0.key == key }) { return known.reading }
    if readings.count == Self.limit { readings.removeFirst() }
    let reading = PlanReading(plan)
    readings.append((key, reading))
    return reading
  }
}
