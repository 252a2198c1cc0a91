package import CheckModel

/// All that a decision depends on; nothing else is read.
package struct DecisionInput: Sendable {
  package var planState: PlanState
  package var tier: RiskTier
  package var rubric: Rubric
  package var policy: Policy
  package var a: SeatResult
  package var b: SeatResult
  package var merged: MergedFindings
  package var overrides: [Override]
  /// No override may lead to GO.
  package var noOverrides: Bool
  package var problems: [ValidityProblem]
  /// The model family that wrote the plan, if it is known.
  package var writtenBy: String?
  /// How far each reviewer's points moved on repeated reading, if that was measured.
  package var noise: [Seat: ReviewerNoise]

  package init(
    planState: PlanState, tier: RiskTier, rubric: Rubric, policy: Policy, a: SeatResult,
    b: SeatResult, merged: MergedFindings, overrides: [Override] = [], noOverrides: Bool = false,
    problems: [ValidityProblem] = [], writtenBy: String? = nil, noise: [Seat: ReviewerNoise] = [:]
  ) {
    self.planState = planState
    self.tier = tier
    self.rubric = rubric
    self.policy = policy
    self.a = a
    self.b = b
    self.merged = merged
    self.overrides = overrides
    self.noOverrides = noOverrides
    self.problems = problems
    self.writtenBy = writtenBy
    self.noise = noise
  }

  /// Whether seats that could have been asked were not.
  var recallsOnly: Bool {
    problems.contains(.nobodyAsked) && !(a.reviewer.isRules && b.reviewer.isRules)
  }

  func overridden(_ what: Override.What) -> Bool { overrides.contains { $0.what == what } }
}

/// Why a review cannot be leaned on although it is valid by itself.
package enum ValidityProblem: Sendable, Hashable {
  /// The plan's bytes are no longer those that were reviewed.
  case documentChanged
  /// A project config that nobody trusted tried to loosen the gate; what it tried.
  case untrustedConfig([String])
  /// Only rules and what was kept from earlier speak; never enough for GO.
  case nobodyAsked
}

/// What a run decided, with the numbers behind it.
package struct Decision: Sendable {
  package var confidence: Confidence
  package var unseen: UnseenEstimate
  package var verdict: Verdict
  /// The thresholds that were applied: those of the policy, five points more for rules alone.
  package var policy: Policy

  package init(
    confidence: Confidence, unseen: UnseenEstimate, verdict: Verdict, policy: Policy
  ) {
    self.confidence = confidence
    self.unseen = unseen
    self.verdict = verdict
    self.policy = policy
  }
}
