import CheckModel

/// The merged findings as the verdict counts them.
struct Tally: Sendable {
  /// Findings that count, in report order.
  let standing: [MergedFinding]
  /// Majors that two independent sources name.
  let confirmedMajors: [MergedFinding]
  /// How many majors count against the limits of the policy: confirmed ones, and between rules alone
  /// the number of rules.
  let majors: Int
  let confirmedBlockers: [MergedFinding]
  let openBlockers: [MergedFinding]
  let secrets: [MergedFinding]
  let injections: [MergedFinding]
  /// Majors or worse that a person took out of the count.
  let rejectedMajors: [MergedFinding]
  let waivedMajors: [MergedFinding]
  /// Certain rules with a major or worse, for a panel with one model.
  let majorRules: Int

  /// - Parameters:
  ///   - panel: who sits on the seats; nil where nobody was asked, which counts as rules alone.
  ///   - allowSecrets: a person allowed the secrets in the plan.
  init(_ merged: MergedFindings, panel: Panel?, allowSecrets: Bool) {
    let all = merged.findings
    standing = all.filter { $0.stands && !(allowSecrets && $0.isSecret) }
    secrets = standing.filter(\.isSecret)
    injections = standing.filter(\.isInjection)
    rejectedMajors = all.filter { $0.status == .rejected && $0.finding.severity >= .major }
    waivedMajors = all.filter {
      ($0.status == .waived || $0.finding.waiver != nil) && $0.finding.severity >= .major
    }
    let worth = standing.filter { $0.finding.severity >= .major && !$0.isAdversary }
    let certainRules = Set(worth.flatMap(\.certainMajorRules))
    majorRules = certainRules.count
    if panel == nil || panel == .rules {
      confirmedMajors = worth.filter { !$0.certainMajorRules.isEmpty }
      majors = certainRules.count
    } else {
      confirmedMajors = worth.filter { $0.isConfirmedMajor(panel) }
      majors = confirmedMajors.count
    }
    let blockers = worth.filter { $0.finding.severity == .blocker }
    confirmedBlockers = blockers.filter { $0.isConfirmedBlocker(panel) }
    openBlockers = blockers.filter { !$0.isConfirmedBlocker(panel) }
  }
}

extension MergedFinding {
  /// A rule found what looks like a credential. A model's word alone is an ordinary finding.
  fileprivate var isSecret: Bool {
    everyMember.contains {
      $0.finding.kind == .secret && $0.finding.rule != nil && $0.finding.severity >= .major
    }
  }

  /// A rule found text that speaks to the reviewer, or that would choke the parser.
  fileprivate var isInjection: Bool {
    everyMember.contains {
      $0.finding.kind == .injection && $0.finding.rule != nil && $0.finding.severity >= .major
    }
  }

  /// Dealt with by rows of its own.
  fileprivate var isAdversary: Bool { isSecret || isInjection }

  /// The certain rules among the members with a major or worse.
  fileprivate var certainMajorRules: [String] {
    everyMember.compactMap { member in
      guard member.finding.isCertainRule, member.finding.severity >= .major else { return nil }
      return member.finding.rule ?? "repository"
    }
  }

  /// The worst severity that a seat gave it; nil when the seat does not name it.
  func severity(from finder: Finder) -> Severity? {
    everyMember.filter { $0.finder == finder }.map(\.finding.severity).max()
  }

  /// Major or worse from both seats; or from a certain rule or the repository, and named by a model.
  fileprivate func isConfirmedMajor(_ panel: Panel?) -> Bool {
    let seats = [severity(from: .a), severity(from: .b)]
    if panel == .models, seats.allSatisfy({ ($0 ?? .info) >= .major }) { return true }
    let models = everyMember.contains { $0.finding.rule == nil && $0.finder != .checks }
    return models && !certainMajorRules.isEmpty
  }

  /// A blocker that both seats name without disputing it, or that a certain rule names.
  fileprivate func isConfirmedBlocker(_ panel: Panel?) -> Bool {
    let bySeats = foundBy.contains(.a) && foundBy.contains(.b) && agreement == .both
    let byRule = everyMember.contains {
      $0.finding.isCertainRule && $0.finding.severity == .blocker
    }
    return byRule || bySeats && panel == .models
  }
}
