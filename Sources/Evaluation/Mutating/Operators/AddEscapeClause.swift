import CheckModel

extension MutationOperator {
  static let addEscapeClause = sentence(
    "add-escape-clause", .lexical, rules: ["escape-clause", "hedged-instruction"],
    criterion: "clarity",
    [
      "Log the outcome where possible.", "If feasible, remove the old branch too.",
      "Keep the old name as far as practical.",
    ])
}
