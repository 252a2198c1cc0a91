/// Anything a person did that loosens the gate; shown in every report.
package struct Override: Sendable, Hashable, Codable {
  /// Which of the gate's rules was loosened.
  package enum What: String, Sendable, Codable, CaseIterable {
    case answerFile = "answer-file"
    case acceptRulesOnly = "accept-rules-only"
    case allowSameFamily = "allow-same-family"
    case allowSecrets = "allow-secrets"
    case acceptFinding = "accept-finding"
    case riskAccepted = "risk-accepted"
  }
  package var what: What
  /// Who; nil where the option names nobody.
  package var by: String?
  /// Whether it was given at a terminal.
  package var terminal: Bool
  package var reason: String

  package init(what: What, by: String?, terminal: Bool, reason: String) {
    self.what = what
    self.by = by
    self.terminal = terminal
    self.reason = reason
  }
}
