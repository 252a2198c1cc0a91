package import CheckModel

/// What somebody says about the severity of a rule's findings.
package enum RuleSeverity: Sendable, Hashable {
  /// As the rule has it.
  case usual
  /// Above the rule's own severity no finding is less than this; below it none is more.
  case severity(Severity)
  /// The rule finds nothing.
  case off

  /// The severity of a finding to which the rule gives another one.
  func applied(to severity: Severity, of rule: Rule) -> Severity {
    guard case .severity(let wanted) = self, wanted != rule.severity else { return severity }
    return wanted > rule.severity ? max(severity, wanted) : min(severity, wanted)
  }

  /// For the instrument's digest; empty where nothing is changed.
  var mark: String {
    switch self {
    case .usual: ""
    case .severity(let severity): " as \(severity.rawValue)"
    case .off: " off"
    }
  }
}

extension RuleCatalogue {
  /// The same rules with other severities, by id; ids that no rule has change nothing.
  package func with(_ severities: [String: RuleSeverity]) -> RuleCatalogue {
    RuleCatalogue(
      rules: rules.map { rule in
        var rule = rule
        rule.setting = severities[rule.id] ?? rule.setting
        return rule
      })
  }
}
