import CheckModel

extension MutationOperator {
  static let addOpenList = sentence(
    "add-open-list", .lexical, rules: ["open-ended-list"], criterion: "clarity",
    [
      "Accept the endings csv, tsv, etc.", "Write down name, date, size and so on.",
      "Reject blanks, tabs and the like.",
    ])
}
