import CheckModel

/// The rubric's questions as a prompt shows them, the lens's own criteria first.
enum RubricListing {
  static func text(_ rubric: Rubric, lens: Lens) -> String {
    var text = "# Questions\n\nA † marks a question that is often not applicable.\n"
    for criterion in criteria(of: rubric, lens: lens) {
      text += "\n## \(criterion.id): \(criterion.title)\n\(criterion.summary)\n"
      for question in criterion.questions {
        text += "- `\(question.id)` \(question.text)\(question.oftenNotApplicable ? " †" : "")\n"
      }
    }
    text.removeLast()
    return text
  }

  /// By how much the lens cares, and in the rubric's order where it cares equally.
  static func criteria(of rubric: Rubric, lens: Lens) -> [Criterion] {
    rubric.criteria.enumerated().sorted { left, right in
      let factors = (left.element.lensFactors[lens] ?? 1, right.element.lensFactors[lens] ?? 1)
      return factors.0 == factors.1 ? left.offset < right.offset : factors.0 > factors.1
    }.map(\.element)
  }
}
