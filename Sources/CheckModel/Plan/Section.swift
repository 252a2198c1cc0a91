/// A heading with everything below it, up to the next heading of the same or a higher level.
package struct Section: Sendable, Hashable {
  /// Unique in the plan: the slugs of the headings on the way, joined by `/`, numbered when repeated.
  package var id: String

  /// The heading's text without markup and trailing colon.
  package var title: String

  /// 1–6; a bold label that acts as a heading is one deeper than the heading it stands under, at most 7.
  package var level: Int

  /// From the heading's first byte to the last byte before the next section of this level, trailing blank lines excluded.
  package var span: Span

  /// The index of the heading (or label) in `Plan.blocks`.
  package var heading: Int

  /// The index of the enclosing section.
  package var parent: Int?

  /// Weighted roles, strongest first; never empty (`topic` when nothing is known).
  package var roles: [WeightedRole]

  /// Of this section's prose; `und` when there is too little of it.
  package var language: String

  package init(
    id: String, title: String, level: Int, span: Span, heading: Int, parent: Int?,
    roles: [WeightedRole] = [], language: String = "und"
  ) {
    self.id = id
    self.title = title
    self.level = level
    self.span = span
    self.heading = heading
    self.parent = parent
    self.roles = roles
    self.language = language
  }

  /// Whether the role is among the section's own or inherited roles.
  package func has(_ role: SectionRole) -> Bool { roles.contains { $0.role == role } }
}

/// A role and how sure we are of it.
package struct WeightedRole: Sendable, Hashable {
  package var role: SectionRole
  /// 0…1: 1 from the heading's own words, less from a parent, the file's name or the content.
  package var weight: Double
  /// Taken over from an enclosing section.
  package var inherited: Bool

  package init(role: SectionRole, weight: Double, inherited: Bool = false) {
    self.role = role
    self.weight = weight
    self.inherited = inherited
  }
}

/// What a section is for.
package enum SectionRole: String, Sendable, Codable, CaseIterable {
  case goal, problem, context, scope
  case outOfScope = "out_of_scope"
  case requirements
  case userStories = "user_stories"
  case acceptance, tasks, files, tests, design, data, api, errors, decisions, alternatives
  case dependenciesAndOrder = "deps_order"
  case rollout, rollback, risks
  case openQuestions = "open_questions"
  case assumptions, constraints, security, performance, ops, progress, references, future, estimate,
    glossary, docs, notes
  /// The document's subject, no role of its own.
  case topic
  /// Status, date, author and the like; not content.
  case metadata
}
