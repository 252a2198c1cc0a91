package import CheckModel

/// The page of a criterion: what is asked, and what a plan with 0 to 100 points looks like.
package struct CriterionPage: Sendable {
  package let criterion: Criterion

  package init(_ criterion: Criterion) { self.criterion = criterion }

  /// The page as Markdown, ending with a line break.
  package var markdown: String {
    var text = """
      # \(criterion.id): \(criterion.title)

      \(criterion.summary)

      Weight \(points(criterion.weight)) of 100, \(points(criterion.highTierWeight)) in the high \
      tier; \(lens). \(gate)

      ## Questions


      """
    for question in criterion.questions {
      let mark = question.oftenNotApplicable ? " (often not applicable)" : ""
      text += "- `\(question.id)` \(question.text)\(mark)\n"
    }
    text += "\n## What the points look like\n\n"
    for (points, anchor) in zip([0, 25, 50, 75, 100], criterion.anchors) {
      text += "- \(points): \(anchor)\n"
    }
    return text
  }

  private func points(_ value: Double) -> String { RubricText.number(value) }

  private var lens: String {
    let planner = criterion.lensFactors[.planner] ?? 1
    let executor = criterion.lensFactors[.executor] ?? 1
    if planner == executor { return "both lenses look at it alike" }
    return planner > executor ? "the planner lens looks first" : "the executor lens looks first"
  }

  private var gate: String {
    switch criterion.gate {
    case .never: "No gate."
    case .always: "A gate: when the reviewers read it in opposite ways, the plan is held."
    case .highTier: "A gate in the high tier."
    }
  }
}
