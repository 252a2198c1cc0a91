package import CheckModel

/// What is in force for a run: the user's config and as much of the project's as may be followed.
package struct EffectiveConfig: Sendable {
  /// The user's, by name.
  package var reviewers: [String: ReviewerSettings] = [:]
  /// The user's: where keys may go although a base URL from the environment leads there.
  package var hosts: [HostPattern] = []
  /// Names or SPECs for seat A and seat B, by the panel's name.
  package var panels: [String: [String]] = [:]
  /// The name of each tier's panel; a tier without one is reviewed as without a config.
  package var panel: [RiskTier: String] = [:]
  package var writtenBy: String?
  package var executor: String?
  /// Nil for the default one.
  package var rubric: RubricSource?
  /// What the rules' severities are, where they are not the usual ones; by id.
  package var rules: [String: RuleSetting] = [:]
  /// Paths below the repository's top, each once.
  package var context: [String] = []
  /// Patterns of paths below the repository's top.
  package var plans: [String] = []
  /// What a project config that nobody trusts tried to loosen; empty where it only tightens. Not empty
  /// means HOLD at best.
  package var loosened: [String] = []
  /// Keys that were not followed, and why.
  package var diagnostics: [Diagnostic] = []
  var policies: [RiskTier: Policy]

  /// What is in force without any config.
  package init() {
    policies = Dictionary(
      uniqueKeysWithValues: RiskTier.allCases.map { ($0, Policy.standard(for: $0)) })
  }

  /// The thresholds of a tier.
  package func policy(for tier: RiskTier) -> Policy { policies[tier] ?? .standard(for: tier) }

  /// Names or SPECs for seat A and seat B of a tier; nil where no panel is configured.
  package func seats(for tier: RiskTier) -> [String]? { panel[tier].flatMap { panels[$0] } }
}

/// Which rubric a config names, and whose word that is.
package struct RubricSource: Sendable, Hashable {
  /// A built-in rubric's name, or a file: the user's relative to the config's folder, the project's to the
  /// repository's top.
  package let name: String
  package let origin: Config.Origin

  package init(name: String, origin: Config.Origin) {
    self.name = name
    self.origin = origin
  }
}
