import CheckModel

extension MutationOperator {
  /// Only where no other place says what must come out.
  static let deleteAcceptance = deletion(
    "delete-acceptance", of: .acceptance, rules: ["no-acceptance"], criterion: "verification",
    severity: .major
  ) { plan, sections in
    func isDeleted(_ span: Span) -> Bool { sections.contains { $0.contains(span) } }
    return plan.criteria.allSatisfy { isDeleted($0.span) }
      && plan.commands.allSatisfy { $0.expected == nil || isDeleted($0.span) }
  }
}
