import CheckModel

extension MutationOperator {
  /// What a plan says where it leaves something out.
  private static let limits = [
    "out of scope", "out of bounds", "not part of", "not changed:", "not affected", "left alone",
    "do not touch", "do not change", "are not edited", "as they are", "stays unchanged",
    "no changes", "-side changes", "no database", "no schema", "belongs to this change",
    "nothing else changes", "no new ",
  ]

  /// Only where no other line says what is left out.
  static let deleteNonGoals = deletion(
    "delete-non-goals", of: .outOfScope, rules: ["no-scope-boundary"], criterion: "intent",
    severity: .minor
  ) { plan, sections in
    (plan.tasks.count >= 4 || plan.proseWords > 900) && !plan.says(limits, outside: sections)
  }

  /// The others.
  static let deleteOneBoundary = deletion(
    "delete-one-boundary", .semantic, of: .outOfScope, rules: ["no-scope-boundary"],
    criterion: "intent", severity: .minor
  ) { plan, sections in plan.says(limits, outside: sections) }
}
