import CheckModel
import Merging

/// What checks and seats found about one plan, before it is merged.
struct Gathered {
  let plan: Plan
  var checks: [Finding]
  /// Seat A, then seat B.
  var seats: [SeatResult] = []

  init(plan: Plan, checks: [Finding]) {
    self.plan = plan
    self.checks = checks
  }

  func merged() -> MergedFindings {
    Merger.merge(plan: plan, a: findings(0), b: findings(1), checks: checks)
  }

  private func findings(_ index: Int) -> [Finding] {
    index < seats.count ? seats[index].outcome.review?.findings ?? [] : []
  }

  /// Marks every finding that belongs to an accepted fingerprint as waived, in both reviews and the checks.
  ///
  /// A fingerprint names a merged finding, so all the findings that were merged into it are waived. A
  /// fingerprint that names nothing changes nothing and is said.
  mutating func waive(_ accepted: [String: Waiver]) -> (
    overrides: [Override], diagnostics: [Diagnostic]
  ) {
    guard !accepted.isEmpty else { return ([], []) }
    var left = accepted
    var waivers: [Finding: Waiver] = [:]
    var overrides: [Override] = []
    for merged in merged().findings {
      guard let waiver = accepted[merged.fingerprint] else { continue }
      left[merged.fingerprint] = nil
      for member in merged.members { waivers[member.finding] = waiver }
      waivers[merged.finding] = waiver
      overrides.append(
        Override(
          what: .acceptFinding, by: waiver.by, terminal: false,
          reason: "\(merged.fingerprint): \(waiver.reason)"))
    }
    checks = checks.map { Self.waived($0, waivers) }
    for index in seats.indices {
      guard case .review(var review) = seats[index].outcome else { continue }
      review.findings = review.findings.map { Self.waived($0, waivers) }
      seats[index].outcome = .review(review)
    }
    let diagnostics = left.keys.sorted().map { fingerprint in
      Diagnostic(
        code: "unknown-fingerprint",
        message: "no finding has the fingerprint \(fingerprint); nothing was accepted for it")
    }
    return (overrides, diagnostics)
  }

  private static func waived(_ finding: Finding, _ waivers: [Finding: Waiver]) -> Finding {
    guard finding.waiver == nil, let waiver = waivers[finding] else { return finding }
    var finding = finding
    finding.waiver = waiver
    return finding
  }
}
