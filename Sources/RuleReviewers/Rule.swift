package import CheckModel

/// One rule: what it looks for, why, examples that are its documentation and its tests, and how it finds it.
///
/// A rule is a value in a file of its own under `Rules/<Family>/`, registered by one line in `RuleCatalogue`.
package struct Rule: Sendable {
  /// Who runs it.
  package enum Family: String, Sendable, Codable, CaseIterable {
    /// Before everything else, for both seats, whoever sits there.
    case checks
    /// Both lenses.
    case shared
    case planner, executor
  }

  /// Lowercase words joined by hyphens: `placeholder-marker`.
  package var id: String
  /// A few words, the headline of its findings.
  package var title: String
  package var family: Family
  package var ruleClass: Finding.RuleClass
  /// The usual severity; a finding may differ where the page says so.
  package var severity: Severity
  /// The question of the rubric that its findings count against; nil for adversary and secret rules.
  package var question: String?
  package var kind: Finding.Kind
  /// Where it looks.
  package var zones: [Zone]
  /// It reads words and not structure: silent in sections that are not English.
  package var lexical: Bool
  package var detects: String
  package var matters: String
  /// What the executor would do, said with each finding.
  package var consequence: String
  package var fix: String
  package var examples: Examples
  package var find: @Sendable (PlanReading) -> [Hit]
  /// What a config says about the severity of its findings.
  var setting = RuleSeverity.usual

  /// The criterion of its question.
  package var criterion: String? {
    question.flatMap { $0.split(separator: ".").first.map(String.init) }
  }

  /// It guards against the plan itself or finds what nobody may pass over: no project can lower it.
  package var isGuard: Bool { family == .checks || severity == .blocker }

  init(
    id: String, title: String, family: Family, class ruleClass: Finding.RuleClass,
    severity: Severity, question: String?, kind: Finding.Kind, zones: [Zone], lexical: Bool,
    detects: String, matters: String, consequence: String, fix: String, examples: Examples,
    find: @escaping @Sendable (PlanReading) -> [Hit]
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.ruleClass = ruleClass
    self.severity = severity
    self.question = question
    self.kind = kind
    self.zones = zones
    self.lexical = lexical
    self.detects = detects
    self.matters = matters
    self.consequence = consequence
    self.fix = fix
    self.examples = examples
    self.find = find
  }
}

/// What a rule found at one place.
package struct Hit: Sendable {
  /// Nil when something is missing from the whole plan.
  package var span: Span?
  /// Where it differs from the rule's.
  package var severity: Severity?
  /// One sentence about this very place.
  package var problem: String
  /// What to show instead of the plan's own words: for secrets.
  package var quote: String?
  /// What to do at this very place, where that differs from the rule's.
  package var fix: String?
  /// The working tree shows it, and not the plan alone.
  package var isShownByTree: Bool

  init(
    _ span: Span?, _ problem: String, severity: Severity? = nil, quote: String? = nil,
    fix: String? = nil, isShownByTree: Bool = false
  ) {
    self.span = span
    self.severity = severity
    self.problem = problem
    self.quote = quote
    self.fix = fix
    self.isShownByTree = isShownByTree
  }
}
