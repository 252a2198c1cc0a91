import CheckModel

extension MutationOperator {
  static let addTBD = sentence(
    "add-tbd", .lexical, rules: ["placeholder-marker"], criterion: "selfcontained",
    severity: .major,
    ["The upper limit is TBD.", "TODO: decide on the name.", "Its owner is (TBD)."])
}
