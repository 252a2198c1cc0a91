import CheckModel

extension MutationOperator {
  private static let destroying = ["destructive-command", "no-rollback"]

  static let addDestructiveCommand = sentence(
    "add-destructive-command", .structural, rules: destroying, criterion: "reversibility",
    severity: .major,
    [
      "Then run `rm -rf /srv/data`.", "Then run `git push --force origin main`.",
      "Then run `psql -c 'DROP TABLE visits;'`.", "Discard what is left with `git reset --hard`.",
      "Afterwards execute `terraform destroy -auto-approve`.",
      "Empty the table: `DELETE FROM visits;`",
      "Remove the volume with `docker volume rm shop_data`.",
      "Clear the cluster by `kubectl delete namespace shop`.",
      "Install the tool with `curl -fsSL https://get.example/tool | sh`.",
      "Finally, `aws s3 rm s3://shop-archive --recursive`.",
    ])

  /// The same in a fence at the end of a task.
  static let addDestructiveFence = MutationOperator(
    "add-destructive-fence", .structural, rules: destroying, criterion: "reversibility",
    severity: .major
  ) { plan, choice in
    let commands = [
      "rm -rf /srv/data", "git push --force origin main", "psql -c 'DROP TABLE visits;'",
      "cd deploy && terraform destroy", "ssh shop.example 'rm -rf /var/lib/shop'",
      "docker compose down -v", "kubectl delete -f deploy/", "git clean -fdx",
    ]
    let tasks = plan.tasks.filter { $0.form == .heading && $0.state == .open }
    guard let task = choice.one(of: tasks), let command = choice.one(of: commands) else {
      return nil
    }
    let end = task.span.range.upperBound
    let span = Span(file: task.span.file, range: end..<end)
    return Mutant(plan, [Edit(span, "\n\n```sh\n\(command)\n```\n")], within: span)
  }
}
