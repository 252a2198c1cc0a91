package import CheckModel

/// The rules that always run, whoever sits on the seats.
package enum RuleChecks {
  /// Findings of the rules that are on no seat: adversary, secret and parser rules always, a lens's rules
  /// where no rule reviewer holds that lens.
  ///
  /// - Parameter lensesOnSeats: the lenses that rule reviewers hold.
  package static func findings(
    in reading: PlanReading, lensesOnSeats: Set<Lens>, catalogue: RuleCatalogue = .standard
  ) -> [Finding] {
    let assembly = FindingAssembly(reading: reading)
    return catalogue.rules(besides: lensesOnSeats).flatMap(assembly.findings(of:))
  }

  /// What is odd about the plan's suppression comments: each one that is not, or only partly, followed.
  package static func diagnostics(
    in reading: PlanReading, catalogue: RuleCatalogue = .standard
  ) -> [Diagnostic] {
    let assembly = FindingAssembly(reading: reading)
    // only what the comments are compared by
    var found: [String: [(span: Span?, severity: Severity)]] = [:]
    return reading.suppressions.compactMap { suppression in
      let rule = catalogue.rule(suppression.rule)
      if let rule, found[rule.id] == nil {
        found[rule.id] = assembly.made(by: rule).findings.map { ($0.span, $0.severity) }
      }
      return problem(of: suppression, rule, found[suppression.rule] ?? []).map { problem in
        let plan = reading.plan
        let line = plan.lines(of: suppression.span).lowerBound
        return Diagnostic(
          code: "suppression",
          message: "\(plan.files[suppression.span.file].path):\(line): \(problem)")
      }
    }
  }

  private static func problem(
    of suppression: Suppression, _ rule: Rule?, _ findings: [(span: Span?, severity: Severity)]
  ) -> String? {
    switch suppression.fault {
    case .noRule: return "the suppression names no rule and is not followed"
    case .noReason:
      return "the suppression of \(suppression.rule) gives no reason and is not followed"
    case nil: break
    }
    guard let rule else {
      return "there is no rule “\(suppression.rule)”, the suppression is not followed"
    }
    guard rule.family != .checks else {
      return "\(rule.id) cannot be suppressed by the plan itself"
    }
    // at most `mostHits` findings, so this stays linear in the plan
    let covered = findings.filter { finding in
      finding.span.map { suppression.covers?.contains($0) == true } ?? false
    }
    if covered.contains(where: { $0.severity > .minor }) {
      return
        "\(rule.id) is more than minor here; a plan cannot suppress that, a person can accept it"
    }
    return covered.isEmpty ? "\(rule.id) finds nothing here, the suppression can go" : nil
  }
}
