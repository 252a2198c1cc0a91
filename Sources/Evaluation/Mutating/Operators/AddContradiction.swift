import CheckModel

extension MutationOperator {
  /// Another section says not to touch a file that a task changes.
  static let addContradiction = MutationOperator(
    "add-contradiction", .structural, rules: ["excluded-but-tasked"], criterion: "consistency",
    severity: .major
  ) { plan, choice in
    let changed = plan.tasks.filter { $0.state == .open }.flatMap { task in
      task.references.map { plan.references[$0] }.filter { reference in
        reference.kind == .path && [.create, .modify, .delete].contains(reference.action)
          && task.span.contains(reference.span)
      }
    }
    guard plan.language == "en", let reference = choice.one(of: changed),
      let end = choice.one(
        of: plan.sectionEnds.filter { end in
          end.file == reference.span.file
            && !plan.tasks.contains {
              $0.span.range.contains(end.range.lowerBound - 1) && $0.span.file == end.file
            }
        }),
      let words = choice.one(of: [
        "Do not change `PATH`.", "`PATH` stays as it is.", "Leave `PATH` untouched.",
        "`PATH` must not be edited.", "No changes to `PATH`.",
      ])
    else { return nil }
    let sentence = words.replacing("PATH", with: reference.text)
    // both places are the contradiction, and a finding may stand at either
    let places = [reference.span.range.lowerBound, end.range.lowerBound]
    return Mutant(
      plan, [Edit(end, "\n\n" + sentence + "\n")],
      within: Span(
        file: end.file,
        range: (places.min() ?? 0)..<max(places.max() ?? 0, reference.span.range.upperBound)))
  }

  /// Another section forbids what a requirement demands.
  static let addNegation = MutationOperator(
    "add-negation", .semantic, rules: ["contradicting-modal"], criterion: "consistency",
    severity: .info
  ) { plan, choice in
    let demands = plan.requirements.compactMap { requirement -> String? in
      let text = plan.text(of: requirement.span).replacing("\n", with: " ")
      guard let modal = [" SHALL ", " MUST "].first(where: { text.contains($0) }),
        !text.contains(modal + "NOT"), text.utf8.count < 200
      else { return nil }
      return text.replacing(modal, with: modal + "NOT ")
    }
    guard plan.language == "en", let demand = choice.one(of: demands),
      let end = plan.sectionEnds.last
    else { return nil }
    return Mutant(plan, [Edit(end, "\n\n" + demand + "\n")], within: nil)
  }
}
