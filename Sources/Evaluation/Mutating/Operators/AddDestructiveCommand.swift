import CheckModel

extension MutationOperator {
  static let addDestructiveCommand = sentence(
    "add-destructive-command", .structural, rules: ["destructive-command", "no-rollback"],
    criterion: "reversibility", severity: .major,
    [
      "Then run `rm -rf /srv/data`.", "Then run `git push --force origin main`.",
      "Then run `psql -c 'DROP TABLE visits;'`.",
    ])
}
