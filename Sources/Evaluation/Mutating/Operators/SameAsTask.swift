import CheckModel

extension MutationOperator {
  /// The last task of several is told by another one.
  static let sameAsTask = MutationOperator(
    "same-as-task", .lexical, rules: ["copy-by-reference"], criterion: "selfcontained"
  ) { plan, choice in
    let named = plan.tasks.filter { task in
      task.form == .heading
        && ["Task ", "Step ", "Phase "].contains { task.authorID?.hasPrefix($0) == true }
    }
    guard plan.language == "en", named.count > 1, let first = named.first?.authorID,
      let last = named.last
    else { return nil }
    let end = last.span.range.upperBound
    let span = Span(file: last.span.file, range: end..<end)
    let texts = [
      "Same as \(first), but for the other one.", "Repeat \(first) for the other module.",
      "Proceed as in \(first).", "Similar to \(first).",
      "Follow the steps of \(first) for the other file.", "As in \(first), with the other name.",
    ]
    guard let text = choice.one(of: texts) else { return nil }
    return Mutant(plan, [Edit(span, "\n\n\(text)\n")], within: span)
  }
}
