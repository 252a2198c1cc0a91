package import CheckModel

/// One way to make a good plan worse in one place, or to change it so that nothing changes.
package struct MutationOperator: Sendable {
  /// How a change can be noticed.
  package enum Group: String, Sendable, CaseIterable {
    /// By how the plan is built.
    case structural
    /// By words.
    case lexical
    /// By understanding only, or not at all where one of several is taken away.
    case semantic
    /// It speaks to the reviewer.
    case injection
    /// It must not be noticed.
    case equivalent
  }

  /// Lowercase words joined by hyphens: `delete-rollback`.
  package var id: String
  package var group: Group
  /// The rules that a finding about it may come from; empty for a change that does no harm.
  package var rules: [String]
  /// The criterion that suffers; nil for text that speaks to the reviewer and for what does no harm.
  package var criterion: String?
  /// What a finding about it should weigh at least.
  package var severity: Severity
  /// The mutant; nil where the plan has no place for it.
  package var make: @Sendable (Plan, inout SeededChoice) -> Mutant?

  init(
    _ id: String, _ group: Group, rules: [String] = [], criterion: String? = nil,
    severity: Severity = .minor,
    make: @escaping @Sendable (Plan, inout SeededChoice) -> Mutant?
  ) {
    self.id = id
    self.group = group
    self.rules = rules
    self.criterion = criterion
    self.severity = severity
    self.make = make
  }

  /// Adds one of these sentences to the work, behind what stands there or as an item, in a plan in English.
  static func sentence(
    _ id: String, _ group: Group, rules: [String], criterion: String?, severity: Severity = .minor,
    _ sentences: [String]
  ) -> MutationOperator {
    MutationOperator(id, group, rules: rules, criterion: criterion, severity: severity) {
      plan, choice in
      guard plan.language == "en", let place = choice.one(of: plan.workPlaces),
        let sentence = choice.one(of: sentences)
      else { return nil }
      return Mutant(plan, [Edit(place.span, place.lead + sentence)], within: place.span)
    }
  }

  /// Adds one of these paragraphs at the end of a section, in any language.
  static func paragraph(
    _ id: String, _ group: Group, rules: [String], criterion: String? = nil,
    severity: Severity = .major, _ paragraphs: [String]
  ) -> MutationOperator {
    MutationOperator(id, group, rules: rules, criterion: criterion, severity: severity) {
      plan, choice in
      guard let end = choice.one(of: plan.sectionEnds), let text = choice.one(of: paragraphs)
      else { return nil }
      return Mutant(plan, [Edit(end, "\n\n" + text + "\n")], within: end)
    }
  }

  /// Deletes all sections of a role.
  static func deletion(
    _ id: String, _ group: Group = .structural, of role: SectionRole, rules: [String],
    criterion: String, severity: Severity,
    where isMeant: @escaping @Sendable (Plan, [Span]) -> Bool
  ) -> MutationOperator {
    MutationOperator(
      id, group, rules: rules, criterion: criterion, severity: severity
    ) { plan, _ in
      let sections = plan.outermostSections { section in
        section.roles.first.map { $0.role == role && !$0.inherited } ?? false
      }
      guard !sections.isEmpty, isMeant(plan, sections) else { return nil }
      return Mutant(plan, sections.map { Edit($0, "") }, within: nil)
    }
  }
}
