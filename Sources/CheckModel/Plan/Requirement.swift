/// Something the result must do: a SHALL or MUST sentence, an `FR-001` item, a `Requirement N` heading.
package struct Requirement: Sendable, Hashable {
  /// `FR-001`, `1.2`, `Requirement 3`; nil when it has none.
  package var id: String?
  package var span: Span
  package var section: Int?
  /// Indices into `Plan.criteria` of the checks that stand below it or name it.
  package var criteria: [Int]

  package init(id: String?, span: Span, section: Int?, criteria: [Int] = []) {
    self.id = id
    self.span = span
    self.section = section
    self.criteria = criteria
  }
}

/// How the plan says that something is done.
package struct AcceptanceCriterion: Sendable, Hashable {
  /// How the author wrote the criterion down.
  package enum Form: String, Sendable, CaseIterable {
    /// An item below an acceptance or success heading or label.
    case item
    /// Given / When / Then, in one line or in several.
    case scenario
    /// "WHEN … THE system SHALL …" (EARS).
    case ears
    /// A SHALL sentence.
    case shall
    /// `Run:` with `Expected:`.
    case runExpected
    /// "Done when …", "Acceptance: …".
    case doneWhen
  }
  package var form: Form
  package var span: Span
  package var section: Int?
  /// It carries a literal value, a number, a code span or a command.
  package var concrete: Bool

  package init(form: Form, span: Span, section: Int?, concrete: Bool) {
    self.form = form
    self.span = span
    self.section = section
    self.concrete = concrete
  }
}
