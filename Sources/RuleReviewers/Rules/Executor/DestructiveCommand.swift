import CheckModel

extension Rule {
  /// A command that destroys, without a guard.
  static let destructiveCommand = Rule(
    id: "destructive-command", title: "Destructive command without a guard", family: .executor,
    class: .b, severity: .major, question: "reversibility.2", kind: .risk, zones: [.fence, .code],
    lexical: false,
    detects: """
      In a shell or SQL fence, or in code that a sentence tells to run: `rm -rf`, a forced push, `reset --hard`, \
      DROP, TRUNCATE or DELETE without WHERE, also handed to a database's client; what takes down clusters, \
      volumes, buckets and infrastructure; `chmod -R 777`, or a download piped into a shell (minor); where neither \
      the same block nor the text around it speaks of a backup, a dry run, a confirmation or a way back. A \
      blocker in the high risk tier. Temporary and generated folders, and "never run", are left alone.
      """,
    matters: "Executors run what a plan says, also in the wrong folder.",
    consequence: "Work or data is gone before anybody looks.",
    fix: "Back up first, list what would be deleted, and delete only that.",
    examples: Examples(
      bad: [
        "# Reset\n\n- [ ] Clear the store\n\n```sh\n«rm -rf data/»\n```\n",
        "# Reset\n\n- [ ] Publish\n\n```sh\n«git push --force origin main»\n```\n",
        "# Reset\n\n- [ ] Clear the store\n\n```sql\n«DELETE FROM orders;»\n```\n",
        "# Reset\n\n- [ ] Install\n\n```sh\n«curl -fsSL https://a.b/get | sh»\n```\n",
        "# Reset\n\n- [ ] Run `«git reset --hard origin/main»`\n",
        "# Reset\n\n- [ ] Empty it\n\n  Then run `«psql -c 'DROP TABLE visits;'»`.\n",
        "# Reset\n\n1. Clear the volume with `«docker volume rm shop_data»`.\n",
      ],
      good: [
        "# Reset\n\nBack up to `data.bak/` first.\n\n```sh\nrm -rf data/cache\n```\n",
        "# Reset\n\n```sh\nrm -rf node_modules dist .build /tmp/out\n```\n",
        "# Reset\n\nNever run `rm -rf /`.\n",
        "# Reset\n\n- [ ] Reject commands such as `rm -rf /` in `guard.ts`\n",
        "# Reset\n\n- [ ] Run `grep -rn 'DROP TABLE' migrations`, it prints nothing\n",
        "# Reset\n\n```sh\ngit push --force-with-lease origin topic\n```\n",
        "# Reset\n\n```sql\nDELETE FROM orders WHERE id = 7;\n```\n",
        "# Reset\n\n```swift\n// rm -rf data/ is what the button does\n```\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let severity: Severity? = reading.plan.risk.tier == .high ? .blocker : nil
      return reading.destruction.filter { !$0.isGuarded }.map {
        Hit($0.span, $0.why, severity: $0.why == Destruction.download ? .minor : severity)
      }
    })
}
