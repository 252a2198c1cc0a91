import CheckModel

extension MutationOperator {
  /// Two neighboring sections that are not about the work change places.
  static let reorderSections = MutationOperator("reorder-sections", .equivalent) { plan, choice in
    let free: Set<SectionRole> = [
      .outOfScope, .risks, .alternatives, .assumptions, .constraints, .glossary, .problem, .context,
      .references, .security, .performance, .rollback,
    ]
    let sections = plan.sections.filter { section in
      section.level == 2 && section.roles.first.map { free.contains($0.role) } == true
    }
    let pairs = zip(sections, sections.dropFirst()).filter { first, second in
      first.parent == second.parent && first.span.file == second.span.file
        && plan.isBlank(first.span.range.upperBound..<second.span.range.lowerBound, first.span.file)
    }
    return choice.one(of: pairs).map { first, second in
      Mutant(
        plan,
        [
          Edit(first.span, plan.text(of: second.span)),
          Edit(second.span, plan.text(of: first.span)),
        ],
        within: nil)
    }
  }
}

extension Plan {
  fileprivate func isBlank(_ range: Range<Int>, _ file: Int) -> Bool {
    files[file].source.bytes[range].allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
  }
}
