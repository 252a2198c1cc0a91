import CheckModel

extension MutationOperator {
  /// Only where no other place says what must come out.
  static let deleteAcceptance = deletion(
    "delete-acceptance", of: .acceptance, rules: ["no-acceptance"], criterion: "verification",
    severity: .major
  ) { plan, sections in
    func isDeleted(_ span: Span) -> Bool { sections.contains { $0.contains(span) } }
    let tests = plan.sections.filter { section in
      section.roles.contains { $0.role == .tests && $0.weight >= 0.8 }
    }
    // what a task says of its own result
    guard !plan.says([" prints `", " exits with", " exits 0"], outside: sections) else {
      return false
    }
    return plan.criteria.allSatisfy { isDeleted($0.span) }
      && tests.allSatisfy { isDeleted($0.span) }
      && plan.commands.allSatisfy { $0.expected == nil || isDeleted($0.span) }
  }
}
