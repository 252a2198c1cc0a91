import CheckModel

/// Whether the thresholds of one file make sense beside each other and beside the usual ones.
struct PolicySense {
  let checker: ConfigChecker

  /// Throws for the first pair that no plan could satisfy in the order that the verdict needs.
  func check(_ config: Config) throws(ConfigError) {
    for tier in RiskTier.allCases {
      let settings = config.policy.filter { $0.tier == tier }
      let pairs: [(PolicyField, PolicyField)] = [
        (.eachAtLeast, .go), (.noGo, .go), (.holdMajors, .noGoMajors),
      ]
      for (lower, upper) in pairs { try check(lower, upper, tier, settings) }
    }
  }

  private func check(
    _ lower: PolicyField, _ upper: PolicyField, _ tier: RiskTier, _ settings: [PolicySetting]
  ) throws(ConfigError) {
    let usual = Policy.standard(for: tier)
    let low = settings.first { $0.field == lower }
    let high = settings.first { $0.field == upper }
    let lowValue = low?.value.value ?? lower.value(in: usual)
    let highValue = high?.value.value ?? upper.value(in: usual)
    guard lowValue > highValue, let culprit = high ?? low else { return }
    let isHigh = high != nil
    let other = isHigh ? lower : upper
    let otherValue = Self.shown(isHigh ? lowValue : highValue)
    let basis =
      low == nil || high == nil ? ", which is \(otherValue) unless set" : " (\(otherValue))"
    throw checker.error(
      "'\(culprit.value.place.keyPath)' is \(Self.shown(culprit.value.value)), "
        + "\(isHigh ? "below" : "above") \(other.rawValue)\(basis)", at: culprit.value.place)
  }

  private static func shown(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
