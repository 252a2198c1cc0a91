/// What a run decided about one plan.
package struct Verdict: Sendable, Hashable {
  package var outcome: Outcome
  /// The row of the verdict table that matched.
  package var code: Code
  /// The matched row first, then what else a person should know.
  package var reasons: [Reason]
  package var nextActions: [String]
  /// For a HOLD: what a person has to decide.
  package var decisions: [Decision]
  /// Both seats were rules.
  package var rulesOnly: Bool

  package init(
    outcome: Outcome, code: Code, reasons: [Reason], nextActions: [String],
    decisions: [Decision] = [], rulesOnly: Bool
  ) {
    self.outcome = outcome
    self.code = code
    self.reasons = reasons
    self.nextActions = nextActions
    self.decisions = decisions
    self.rulesOnly = rulesOnly
  }

  /// The four outcomes, as people read them.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    case go = "GO"
    case noGo = "NO-GO"
    case hold = "HOLD"
    case incomplete = "INCOMPLETE"

    /// 0 GO, 1 NO-GO, 3 HOLD, 4 INCOMPLETE.
    package var exitCode: Int32 {
      switch self {
      case .go: 0
      case .noGo: 1
      case .hold: 3
      case .incomplete: 4
      }
    }
  }

  /// The rows of the verdict table.
  package enum Code: String, Sendable, Codable, CaseIterable {
    case failed
    case template
    case notAPlan = "not-a-plan"
    case alreadyDone = "already-done"
    case invalid
    case untrustedConfig = "untrusted-config"
    case notIndependent = "not-independent"
    case secret, injection, blocker, low
    case oneBlocker = "one-blocker"
    case farApart = "far-apart"
    case start
    case tierFloor = "tier-floor"
    case majors
    case rulesOnly = "rules-only"
    case oneModel = "one-model"
    case disputed
    /// Nobody was asked (`--no-send`): what the seats say was kept from earlier.
    case storedOnly = "stored-only"
    /// More than three findings ≥ major waived.
    case waived
    case ready
    case notEnough = "not-enough"
  }

  /// One reason, as a code for programs and a sentence for people.
  package struct Reason: Sendable, Hashable {
    package var code: String
    package var message: String

    package init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// A decision card: one question, what each side says, what a mistake costs.
  package struct Decision: Sendable, Hashable {
    package var question: String
    package var sideA: String
    package var sideB: String
    package var costIfWrong: String
    /// Ids of merged findings.
    package var findings: [String]

    package init(
      question: String, sideA: String, sideB: String, costIfWrong: String, findings: [String]
    ) {
      self.question = question
      self.sideA = sideA
      self.sideB = sideB
      self.costIfWrong = costIfWrong
      self.findings = findings
    }
  }
}

/// The thresholds of one risk tier, points of 100.
package struct Policy: Sendable, Hashable {
  package var go: Double
  package var eachAtLeast: Double
  package var noGo: Double
  package var holdMajors: Int
  package var noGoMajors: Int
  package var farApart: Double
  package var rounds: Int

  package init(
    go: Double, eachAtLeast: Double, noGo: Double, holdMajors: Int, noGoMajors: Int,
    farApart: Double = 15, rounds: Int = 3
  ) {
    self.go = go
    self.eachAtLeast = eachAtLeast
    self.noGo = noGo
    self.holdMajors = holdMajors
    self.noGoMajors = noGoMajors
    self.farApart = farApart
    self.rounds = rounds
  }

  /// The thresholds that hold without a config.
  package static func standard(for tier: RiskTier) -> Policy {
    switch tier {
    case .low: Policy(go: 58, eachAtLeast: 48, noGo: 40, holdMajors: 3, noGoMajors: 6)
    case .normal: Policy(go: 65, eachAtLeast: 55, noGo: 43, holdMajors: 2, noGoMajors: 5)
    case .high: Policy(go: 75, eachAtLeast: 68, noGo: 50, holdMajors: 0, noGoMajors: 3)
    }
  }
}
