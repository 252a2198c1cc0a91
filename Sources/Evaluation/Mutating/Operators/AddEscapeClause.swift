import CheckModel

extension MutationOperator {
  static let addEscapeClause = sentence(
    "add-escape-clause", .lexical, rules: ["escape-clause", "hedged-instruction"],
    criterion: "clarity",
    [
      "Log the outcome where possible.", "If feasible, remove the old branch too.",
      "Keep the old name as far as practical.", "Reuse the existing helper if possible.",
      "Update the other callers as appropriate.", "Whenever practical, avoid a second query.",
      "Time permitting, translate the labels.", "Cover the rare cases to the extent possible.",
      "Add an index if it seems useful.", "Convert the dates where applicable.",
      "If you can, drop the old column.", "Repeat the call as required.",
    ])
}
