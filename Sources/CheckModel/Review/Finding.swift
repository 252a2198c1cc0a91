/// One thing missing or wrong in a plan.
package struct Finding: Sendable, Hashable {
  /// In which way the plan falls short.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case missing, wrong, ambiguous, contradiction, risk, scope, assumption, injection, secret,
      preference
  }

  /// Where a quote stands in the plan.
  package enum Evidence: String, Sendable, Codable, CaseIterable {
    /// The quote stands at the lines given (white space and markup folded).
    case verified
    /// The quote stands in the plan, at other lines than given.
    case drifted
    case notFound = "not-found"
    /// No quote: something is missing.
    case absence
    /// The working tree shows it.
    case repository
  }

  /// The certainty class of a rule: A structural fact, B expected precision at least 80 %, C informative.
  package enum RuleClass: String, Sendable, Codable { case a = "A", b = "B", c = "C" }

  package var title: String
  package var kind: Kind
  package var severity: Severity
  /// Nil for adversary and secret rules, which belong to none.
  package var criterion: String?
  /// The rule that found it; nil for a model's finding.
  package var rule: String?
  package var ruleClass: RuleClass?
  /// The id of the section it stands in.
  package var section: String?
  /// Nil when it has no place: something missing from the whole.
  package var span: Span?
  /// What the plan says there, or nil for an absence.
  package var quote: String?
  package var evidence: Evidence
  package var problem: String
  package var consequence: String
  package var fix: String
  /// A suppression comment in the plan, or an override, took it out of the count.
  package var waiver: Waiver?

  package init(
    title: String, kind: Kind, severity: Severity, criterion: String?, rule: String? = nil,
    ruleClass: RuleClass? = nil, section: String? = nil, span: Span? = nil, quote: String? = nil,
    evidence: Evidence, problem: String, consequence: String, fix: String, waiver: Waiver? = nil
  ) {
    self.title = title
    self.kind = kind
    self.severity = severity
    self.criterion = criterion
    self.rule = rule
    self.ruleClass = ruleClass
    self.section = section
    self.span = span
    self.quote = quote
    self.evidence = evidence
    self.problem = problem
    self.consequence = consequence
    self.fix = fix
    self.waiver = waiver
  }

  /// Counts in verdict, overlap and penalties: not waived and not set aside for a quote that is nowhere.
  package var counts: Bool { waiver == nil && evidence != .notFound }
}

/// Why a finding is not counted.
package struct Waiver: Sendable, Hashable, Codable {
  /// `plan` for a suppression comment, else who accepted it.
  package var by: String
  package var reason: String

  package init(by: String, reason: String) {
    self.by = by
    self.reason = reason
  }
}

/// How much a gap matters to somebody who builds exactly what is written.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// No effect on the result.
  case info
  /// A blank with one sensible reading.
  case minor
  /// Several readings; the result would differ.
  case major
  /// Cannot be done, would destroy data, or success cannot be recognised.
  case blocker

  /// 0 for info … 3 for blocker.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
