package import CheckModel

/// One config file as it was written; nothing in it is in force yet.
package struct Config: Sendable {
  /// Whose file it is.
  package enum Origin: Sendable, Hashable { case user, project }

  package let file: String
  package let origin: Origin
  /// As it was read: trust is for exactly these bytes.
  package let bytes: [UInt8]
  package var reviewers: [String: ReviewerSettings] = [:]
  package var hosts: [HostPattern] = []
  package var panels: [String: Placed<[String]>] = [:]
  /// The panel of each tier that has one.
  package var panel: [RiskTier: Placed<String>] = [:]
  package var writtenBy: Placed<String>?
  package var executor: Placed<String>?
  package var rubric: Placed<String>?
  package var policy: [PolicySetting] = []
  /// By the rule's id.
  package var rules: [String: Placed<RuleSetting>] = [:]
  package var context: [Placed<String>] = []
  package var plans: [Placed<String>] = []
  /// Keys of a project file that only the user's may have; they are not followed.
  package var forbidden: [ConfigPlace] = []

  package init(file: String, origin: Origin, bytes: [UInt8]) {
    self.file = file
    self.origin = origin
    self.bytes = bytes
  }
}

/// One threshold that a config sets.
package struct PolicySetting: Sendable, Hashable {
  package let field: PolicyField
  /// Nil where it is for all tiers.
  package let tier: RiskTier?
  package let value: Placed<Double>

  package init(_ field: PolicyField, tier: RiskTier?, _ value: Placed<Double>) {
    self.field = field
    self.tier = tier
    self.value = value
  }
}

/// What a config says about a rule.
package enum RuleSetting: Sendable, Hashable, Comparable {
  case off
  case severity(Severity)

  static let words = ["off"] + Severity.allCases.map(\.rawValue)

  init?(_ word: String) {
    if word == "off" {
      self = .off
    } else if let severity = Severity(rawValue: word) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  /// As it is written.
  package var word: String {
    switch self {
    case .off: "off"
    case .severity(let severity): severity.rawValue
    }
  }
}
