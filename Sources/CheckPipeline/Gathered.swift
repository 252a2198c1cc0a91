import CheckModel
import Merging

/// What checks and seats found about one plan, before it is decided.
struct Gathered {
  let plan: Plan
  private(set) var checks: [Finding]
  /// Seat A, then seat B.
  private(set) var seats: [SeatResult]
  /// What the findings of a seat were in its several reviews.
  private var origins: [Finding: [Finding]] = [:]
  /// One for each finding that a person accepted.
  private(set) var acceptedOverrides: [Override] = []
  private var acceptedFingerprints: Set<String> = []

  init(plan: Plan, checks: [Finding], seats: [SeatResult]) {
    self.plan = plan
    self.checks = checks
    self.seats = seats
  }

  /// What came back from the seats.
  mutating func take(_ results: [SeatResult], rubric: Rubric) {
    let repeated = results.map { RepeatedReviews($0, plan: plan, rubric: rubric) }
    seats = repeated.map(\.seat)
    for reviews in repeated { origins.merge(reviews.origins, uniquingKeysWith: +) }
  }

  func merged() -> MergedFindings {
    Merger.merge(plan: plan, a: findings(0), b: findings(1), checks: checks)
  }

  private func findings(_ index: Int) -> [Finding] {
    seats[index].outcome.review?.findings ?? []
  }

  /// Marks every finding that belongs to an accepted fingerprint as waived, in both reviews and the checks.
  ///
  /// A fingerprint names a merged finding, so all the findings that were merged into it are waived.
  mutating func waive(_ accepted: [String: Waiver]) {
    guard !accepted.isEmpty else { return }
    var waivers: [Finding: Waiver] = [:]
    for merged in merged().findings {
      guard let waiver = accepted[merged.fingerprint] else { continue }
      for member in merged.members { waivers[member.finding] = waiver }
      waivers[merged.finding] = waiver
      guard acceptedFingerprints.insert(merged.fingerprint).inserted else { continue }
      acceptedOverrides.append(
        Override(
          what: .acceptFinding, by: waiver.by, terminal: false,
          reason: "\(merged.fingerprint): \(waiver.reason)"))
    }
    for (finding, waiver) in waivers {
      for original in origins[finding] ?? [] { waivers[original] = waiver }
    }
    checks = checks.map { Self.waived($0, waivers) }
    for index in seats.indices {
      guard case .review(var review) = seats[index].outcome else { continue }
      review.findings = review.findings.map { Self.waived($0, waivers) }
      for repeated in review.repeats.indices {
        review.repeats[repeated].findings = review.repeats[repeated].findings.map {
          Self.waived($0, waivers)
        }
      }
      seats[index].outcome = .review(review)
    }
  }

  /// A fingerprint that names nothing changes nothing and is said.
  func unknownFingerprints(in accepted: [String: Waiver]) -> [Diagnostic] {
    accepted.keys.filter { !acceptedFingerprints.contains($0) }.sorted().map { fingerprint in
      Diagnostic(
        code: "unknown-fingerprint",
        message: "no finding has the fingerprint \(fingerprint); nothing was accepted for it")
    }
  }

  private static func waived(_ finding: Finding, _ waivers: [Finding: Waiver]) -> Finding {
    guard finding.waiver == nil, let waiver = waivers[finding] else { return finding }
    var finding = finding
    finding.waiver = waiver
    return finding
  }
}
