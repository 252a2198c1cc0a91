import CheckModel

extension MutationOperator {
  /// The last task of several is told by another one.
  static let sameAsTask = MutationOperator(
    "same-as-task", .lexical, rules: ["copy-by-reference"], criterion: "selfcontained"
  ) { plan, _ in
    let named = plan.tasks.filter { $0.form == .heading && $0.authorID?.hasPrefix("Task ") == true }
    guard plan.language == "en", named.count > 1, let first = named.first?.authorID,
      let last = named.last
    else { return nil }
    let end = last.span.range.upperBound
    let span = Span(file: last.span.file, range: end..<end)
    return Mutant(
      plan, [Edit(span, "\n\nSame as \(first), but for the other one.\n")], within: span)
  }
}
