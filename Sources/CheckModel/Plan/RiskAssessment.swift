/// How much can go wrong when the plan is carried out.
package enum RiskTier: String, Sendable, Codable, CaseIterable, Comparable {
  case low, normal, high

  package static func < (left: RiskTier, right: RiskTier) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The tier with the lines that decided it.
package struct RiskAssessment: Sendable, Hashable {
  /// A line that raised the tier.
  package struct Trigger: Sendable, Hashable {
    package var file: String
    package var line: Int
    /// The family or path that fired, in words of ours.
    package var trigger: String

    package init(file: String, line: Int, trigger: String) {
      self.file = file
      self.line = line
      self.trigger = trigger
    }
  }
  package var tier: RiskTier
  package var because: [Trigger]
  /// Who lowered it (an override).
  package var acceptedBy: String?

  package init(tier: RiskTier, because: [Trigger], acceptedBy: String? = nil) {
    self.tier = tier
    self.because = because
    self.acceptedBy = acceptedBy
  }
}
