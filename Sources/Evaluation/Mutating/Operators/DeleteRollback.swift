import CheckModel

extension MutationOperator {
  /// Only where existing data, money or a running service are at stake.
  static let deleteRollback = deletion(
    "delete-rollback", of: .rollback, rules: ["no-rollback"], criterion: "reversibility",
    severity: .major
  ) { plan, _ in plan.risk.tier == .high }
}
