package import CheckModel

/// What became of judging a mutant, beside the plan that it was made from.
package struct JudgedMutant: Sendable, Hashable {
  package let plan: String
  package let mutation: String
  package let group: MutationOperator.Group
  /// What the change put into the plan, shortened.
  package let text: String
  /// Somebody found what the plan did not have before, by a rule meant for it or in the criterion that suffers.
  package let isDetected: Bool
  /// One of these findings stands at the change, or the change concerns the whole plan.
  package let isLocalized: Bool
  /// The rules of all findings that the plan did not have before, sorted.
  package let rules: [String]
  package let before: Verdict.Outcome
  package let after: Verdict.Outcome
  /// Points that each seat gained; negative for a loss, nil where a seat has none.
  package let gains: [Int?]

  init(
    _ subject: String, _ mutation: MutationOperator, _ mutant: Mutant, before: CheckResult,
    after: CheckResult
  ) {
    plan = subject
    self.mutation = mutation.id
    group = mutation.group
    text = mutant.text
    let known = Set(before.merged.findings.filter(\.stands).map { Self.key($0.finding) })
    let fresh = after.merged.findings.filter(\.stands).map(\.finding)
      .filter { !known.contains(Self.key($0)) }
    let meant = fresh.filter { finding in
      finding.rule.map(mutation.rules.contains) == true
        || finding.criterion != nil && finding.criterion == mutation.criterion
    }
    isDetected = !meant.isEmpty
    isLocalized = meant.contains { Self.stands($0, in: mutant) }
    rules = Set(fresh.compactMap(\.rule)).sorted()
    self.before = before.verdict.outcome
    self.after = after.verdict.outcome
    gains = zip(
      [before.confidence.a, before.confidence.b], [after.confidence.a, after.confidence.b]
    ).map { old, new in
      old.flatMap { old in new.map { $0.points - old.points } }
    }
  }

  /// What makes two findings the same although the lines moved.
  private static func key(_ finding: Finding) -> [String] {
    [finding.rule ?? "", finding.quote ?? "", finding.severity.rawValue]
  }

  private static func stands(_ finding: Finding, in mutant: Mutant) -> Bool {
    guard let place = mutant.place, let span = finding.span else { return mutant.place == nil }
    return place.file == span.file
      && mutant.plan.lines(of: place).overlaps(mutant.plan.lines(of: span))
  }

  /// A seat has more points than before; for a change that does harm that must not be.
  package var isRaised: Bool { gains.contains { ($0 ?? 0) > 0 } }

  /// A seat's points or the verdict differ; for a change without meaning that must not be.
  package var isDifferent: Bool { before != after || gains.contains { ($0 ?? 0) != 0 } }
}
