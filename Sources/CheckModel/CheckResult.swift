/// All that one run found out about one plan: what every report is made from.
package struct CheckResult: Sendable {
  package var tool: ToolIdentity
  package var run: RunIdentity
  package var plan: Plan
  package var rubric: Rubric
  package var policy: Policy
  /// SHA-256 of the policy's values.
  package var policySHA256: String
  /// Digest of the tool's rules, rubric and prompt: equal instruments give comparable numbers.
  package var instrument: String
  /// Seat A, then seat B.
  package var seats: [SeatResult]
  package var confidence: Confidence
  package var merged: MergedFindings
  package var unseen: UnseenEstimate
  package var overrides: [Override]
  package var verdict: Verdict
  package var timing: Timing
  package var diagnostics: [Diagnostic]

  package init(
    tool: ToolIdentity, run: RunIdentity, plan: Plan, rubric: Rubric, policy: Policy,
    policySHA256: String, instrument: String, seats: [SeatResult], confidence: Confidence,
    merged: MergedFindings, unseen: UnseenEstimate, overrides: [Override], verdict: Verdict,
    timing: Timing, diagnostics: [Diagnostic]
  ) {
    self.tool = tool
    self.run = run
    self.plan = plan
    self.rubric = rubric
    self.policy = policy
    self.policySHA256 = policySHA256
    self.instrument = instrument
    self.seats = seats
    self.confidence = confidence
    self.merged = merged
    self.unseen = unseen
    self.overrides = overrides
    self.verdict = verdict
    self.timing = timing
    self.diagnostics = diagnostics
  }
}

/// Which program, and which version of it, judged.
package struct ToolIdentity: Sendable, Hashable {
  package var name: String
  package var version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// Which run this is; a later run on the same plan has a higher round.
package struct RunIdentity: Sendable, Hashable {
  package var id: String
  /// RFC 3339, UTC.
  package var startedAt: String
  package var round: Int

  package init(id: String, startedAt: String, round: Int) {
    self.id = id
    self.startedAt = startedAt
    self.round = round
  }
}

/// Where the time went, milliseconds.
package struct Timing: Sendable, Hashable {
  package var wall: Double
  package var slowestReviewer: Double

  package init(wall: Double, slowestReviewer: Double) {
    self.wall = wall
    self.slowestReviewer = slowestReviewer
  }
}

/// Something about our own run that is worth saying and did not stop it.
package struct Diagnostic: Sendable, Hashable {
  package var code: String
  package var message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
