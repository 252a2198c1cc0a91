import CheckModel

extension MutationOperator {
  static let deleteNonGoals = deletion(
    "delete-non-goals", of: .outOfScope, rules: ["no-scope-boundary"], criterion: "intent",
    severity: .minor
  ) { _, _ in true }
}
