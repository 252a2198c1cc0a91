import CheckModel

extension Rule {
  /// A change of stored data or of a running system without a way back.
  static let noRollback = Rule(
    id: "no-rollback", title: "No way back", family: .planner, class: .b, severity: .major,
    question: "reversibility.1", kind: .risk, zones: [.paragraph, .item, .fence], lexical: true,
    detects: """
      A plan that alters a schema or stored data (ALTER, DROP, UPDATE or DELETE in SQL, a migration file, a \
      backfill) or deploys (`kubectl apply`, `terraform apply`, “to production”), and nowhere speaks of rollback, \
      revert, restore, undo or a down migration. A blocker in the high risk tier; minor where a backup is made that \
      nothing puts back. Code moved from one library to another is no such migration, and a transaction that is \
      rolled back undoes no release.
      """,
    matters: "Code is reverted with one command, data and running systems are not.",
    consequence: "When it goes wrong, the way back is invented under pressure.",
    fix: "Say how each state-changing step is undone, and test it; or say why it need not be.",
    examples: Examples(
      bad: [
        "# Users\n\n- [ ] Run the change\n\n```sql\n«ALTER TABLE users DROP COLUMN email;»\n```\n",
        "# Users\n\n- [ ] «Backfill the new column for all users»\n",
        "# Users\n\n- [ ] Run `«kubectl apply -f app.yml»`\n",
        "# Users\n\nAn error rolls the transaction back.\n\n- [ ] «Drop the column `email` of the table `users»`\n",
      ],
      good: [
        "# Users\n\n```sql\nALTER TABLE users ADD COLUMN age INT;\n```\n\nThe way back is `0007_down.sql`, a rollback tested in step 3.\n",
        "# Users\n\n- [ ] Migrate the tests from Jest to Vitest\n",
        "# Users\n\n- [ ] Add the column, additive only, no data is changed\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state), let first = StateChange.first(in: reading),
        WayBack.place(in: reading) == nil
      else { return [] }
      if WayBack.copy(in: plan) != nil {
        return [
          Hit(
            first, "A copy of the data is made, and nothing says how it is put back.",
            severity: .minor)
        ]
      }
      return [
        Hit(
          first, "This changes stored data or a running system, and no way back is given anywhere.",
          severity: plan.risk.tier == .high ? .blocker : nil)
      ]
    })
}
