import CheckModel

extension MutationOperator {
  private static let ways = [
    "rollback", "roll back", "revert", "restore", "undo", "downgrade", ".down.", "_down.",
    "way back",
    "migrate-down", "migrate:down",
  ]

  /// Only where existing data, money or a running service are at stake and nothing else says how to go back.
  static let deleteRollback = deletion(
    "delete-rollback", of: .rollback, rules: ["no-rollback"], criterion: "reversibility",
    severity: .major
  ) { plan, sections in plan.risk.tier == .high && !plan.says(ways, outside: sections) }

  /// The others of these plans.
  static let deleteOneRollback = deletion(
    "delete-one-rollback", .semantic, of: .rollback, rules: ["no-rollback"],
    criterion: "reversibility", severity: .major
  ) { plan, sections in plan.risk.tier == .high && plan.says(ways, outside: sections) }
}
