import CheckModel

/// One threshold of the policy, as configs name it.
package enum PolicyField: String, Sendable, CaseIterable {
  case go, eachAtLeast, noGo, holdMajors, noGoMajors
  case farApart, rounds

  /// Set for each risk tier.
  static let ofTier: [PolicyField] = [.go, .eachAtLeast, .noGo, .holdMajors, .noGoMajors]
  /// Set once.
  static let ofAllTiers: [PolicyField] = [.farApart, .rounds]

  var shape: ConfigShape {
    switch self {
    case .go, .eachAtLeast, .noGo: .number(0...100)
    case .holdMajors: .count(0...1_000)
    case .noGoMajors: .count(1...1_000)
    case .farApart: .number(1...100)
    case .rounds: .count(1...1_000)
    }
  }

  var meaning: String {
    switch self {
    case .go: "Both reviewers together need at least this for GO."
    case .eachAtLeast: "Each reviewer alone needs at least this."
    case .noGo: "Below it the plan is refused."
    case .holdMajors: "More confirmed majors than this hold."
    case .noGoMajors: "So many confirmed majors refuse."
    case .farApart: "The least distance of two confidences that is far apart."
    case .rounds: "Rounds without progress before a person is asked."
    }
  }

  /// A stricter gate has a higher value; of the others, a lower one.
  private var isStricterHigher: Bool {
    switch self {
    case .go, .eachAtLeast, .noGo: true
    case .holdMajors, .noGoMajors, .farApart, .rounds: false
    }
  }

  /// Whether the first value makes the gate no looser than the second.
  func isAsStrict(_ value: Double, as other: Double) -> Bool {
    isStricterHigher ? value >= other : value <= other
  }

  func value(in policy: Policy) -> Double {
    switch self {
    case .go: policy.go
    case .eachAtLeast: policy.eachAtLeast
    case .noGo: policy.noGo
    case .holdMajors: Double(policy.holdMajors)
    case .noGoMajors: Double(policy.noGoMajors)
    case .farApart: policy.farApart
    case .rounds: Double(policy.rounds)
    }
  }

  /// - Parameter value: within the range of the field's shape, whole where that counts.
  func set(_ value: Double, in policy: inout Policy) {
    switch self {
    case .go: policy.go = value
    case .eachAtLeast: policy.eachAtLeast = value
    case .noGo: policy.noGo = value
    case .holdMajors: policy.holdMajors = Int(value)
    case .noGoMajors: policy.noGoMajors = Int(value)
    case .farApart: policy.farApart = value
    case .rounds: policy.rounds = Int(value)
    }
  }
}
