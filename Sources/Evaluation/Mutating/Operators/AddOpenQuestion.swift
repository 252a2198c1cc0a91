import CheckModel

extension MutationOperator {
  static let addOpenQuestion = MutationOperator(
    "add-open-question", .structural, rules: ["open-question"], criterion: "selfcontained",
    severity: .major
  ) { plan, choice in
    let questions = [
      "Should archived records be treated the same way?", "Who is told when it fails?",
      "Do we keep the old behavior behind a switch?",
    ]
    guard let file = plan.files.indices.first, let question = choice.one(of: questions) else {
      return nil
    }
    let end = plan.files[file].source.bytes.count
    let span = Span(file: file, range: end..<end)
    return Mutant(
      plan, [Edit(span, "\n\n## Open questions\n\n- \(question)\n")], within: span)
  }
}
