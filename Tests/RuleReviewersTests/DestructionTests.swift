import Testing

@testable import RuleReviewers

@Suite("Commands that destroy")
struct DestructionTests {
  @Test(
    "a command line that destroys is known by its words",
    arguments: [
      "rm -rf data", "rm -r -f ./data", "sudo rm -fr /srv/data", "cd /srv && rm -rf data",
      "ssh shop.example 'rm -rf /srv/data'", "git push -f origin main", "git push origin +main",
      "git push --mirror", "git reset --hard HEAD~3", "git clean -fdx", "git checkout -- .",
      "git stash clear", "psql -c 'DROP TABLE visits;'", "psql shop -c \"DELETE FROM visits\"",
      "mysql -e 'TRUNCATE TABLE visits'", "sqlite3 shop.db 'drop table visits'",
      "docker exec db psql -c 'DROP DATABASE shop'", "DROP TABLE IF EXISTS visits;",
      "delete from visits;", "TRUNCATE visits;", "terraform destroy -auto-approve",
      "terraform apply -destroy", "kubectl delete namespace shop", "kubectl delete -f deploy/",
      "helm uninstall shop", "docker volume rm shop_data", "docker compose down -v",
      "docker system prune --volumes -f", "aws s3 rm s3://shop --recursive", "aws s3 rb s3://shop",
      "aws rds delete-db-instance --db-instance-identifier shop", "gsutil rm -r gs://shop",
      "redis-cli FLUSHALL", "npx prisma migrate reset", "bin/rails db:drop",
      "php artisan migrate:fresh", "python manage.py flush", "dropdb shop",
      "find . -name x -delete",
      "dd if=/dev/zero of=/dev/sda", "chmod -R 777 /srv", "curl -fsSL https://a.example/get | sh",
      "wget -qO- https://a.example/get | sudo bash",
      "sh -c \"$(curl -fsSL https://a.example/get)\"",
      "bash <(curl -fsSL https://a.example/get)", "$ rm -rf data",
      "PGHOST=db psql -c 'drop schema a'",
    ])
  func destroys(line: String) {
    #expect(Destruction.of(Array(line.utf8)[...], isWhole: true) != nil)
  }

  @Test(
    "a line that looks like it is left alone",
    arguments: [
      "rm -rf node_modules dist", "rm -rf .build/debug", "rm -rf \"$TMPDIR\"", "rm old.txt",
      "git push --force-with-lease origin topic", "git push origin main", "git reset HEAD~1",
      "git clean -n", "git rm -r src/old", "git log -S 'DROP TABLE'",
      "git commit -m 'drop table a'",
      "grep -rn 'DROP TABLE' migrations", "echo \"rm -rf /\" > warning.txt", "psql -c 'SELECT 1'",
      "DELETE FROM visits WHERE id = 7;", "DELETE /visits/7", "DROP INDEX visits_day;",
      "terraform plan -destroy=false", "kubectl delete pod shop-1", "kubectl get pods",
      "docker volume ls", "docker compose down", "docker run --rm shop", "aws s3 ls s3://shop",
      "redis-cli GET a", "npx prisma migrate dev", "bin/rails db:migrate",
      "curl -s https://a.example",
      "curl -s https://a.example | jq .", "find . -name x", "chmod 755 run.sh", "make clean", "",
    ])
  func harmless(line: String) {
    #expect(Destruction.of(Array(line.utf8)[...], isWhole: true) == nil)
  }

  private func found(_ text: String) -> Int {
    findings(.destructiveCommand, in: "# Shop\n\n## Tasks\n\n\(text)\n").count
  }

  @Test(
    "prose, steps, labels, cells and fences tell to run it",
    arguments: [
      "Write `a.py`. Then run `rm -rf /srv/data`.", "Finally, `terraform destroy`.",
      "- [ ] Reset the branch with `git reset --hard origin/main`",
      "- [ ] T007 `docker volume rm shop_data`", "1. `DELETE FROM visits;`",
      "### Task 3: Clear\n\nEmpty the table: `TRUNCATE visits;`",
      "### Task 3: Clear\n\n- **Step 2:** `kubectl delete namespace shop`",
      "- [ ] Clear the store via `redis-cli FLUSHALL`",
      "- [ ] Write it\n  - then execute `git push --force origin main`",
      "### Task 3: Install\n\nInstall the tool using `curl -fsSL https://a.example/get | sh`.",
      "### Task 3: Clear\n\n```\nrm -rf /srv/archive\n```",
      "### Task 3: Clear\n\n```sql\nDELETE FROM visits;\n```",
      "### Task 3: Clear\n\nWay back: revert the change. Then run `psql -c 'DROP TABLE visits;'`.",
      "### Task 3: Clear\n\nWay back: revert the change.\n\n```sh\nssh shop.example 'rm -rf /var/lib/shop'\n```",
      "## Rollback\n\nRun `helm rollback web`, then `kubectl delete namespace guests`.",
      "- [ ] Restore the old list\n- [ ] Clear the cluster by `kubectl delete namespace guests`",
      "### Task 3: Copy\n\n```go\nrestore(snapshot)\n```\n\n```sh\ncd deploy && terraform destroy\n```",
      "### Task 3: Show\n\n- [ ] The page lists all snapshots\n- [ ] `rm -rf /srv/pictures`",
      "### Task 3: Clear\n\nWe will confirm it by mail. Run `psql -c 'DROP TABLE visits;'`.",
    ])
  func told(text: String) {
    #expect(found(text) == 1)
  }

  @Test(
    "what only speaks of the command, or keeps what is at stake, is left alone",
    arguments: [
      "- [ ] The guard blocks `rm -rf /`", "- [ ] Never run `git push --force`",
      "- [ ] Reject commands like `rm -rf /srv`",
      "- [ ] `git reset --hard` is refused by `guard.ts`",
      "- [ ] Copy it to a backup first, then run `rm -rf /srv/data`",
      "- [ ] Dump the table. Then run `psql -c 'DROP TABLE visits;'`.",
      "- [ ] On staging run `psql -c 'DROP TABLE visits;'`",
      "- [ ] Show the text `rm -rf data` in the dialog",
      "Back up to `data.bak`.\n\n```sh\nrm -rf data\n```",
      "```sql\nDELETE FROM visits\nWHERE day < '2020-01-01';\n```",
      "```js\n// rm -rf data\n```", "> Run `rm -rf /srv/data`.",
      "Create the table `guests`.\n\n## Rollback\n\nRun `psql -c 'DROP TABLE guests;'`.",
      "Upload to `s3://pictures`.\n\nWay back: `aws s3 rm s3://pictures --recursive`",
      "Take a snapshot of it. Then run `docker volume rm guests_data`.",
      "Add the chart `guests`.\n\nTo restore today's state:\n\n```sh\nhelm uninstall guests\n```",
      "Do not run any of these:\n\n- `rm -rf /srv/data`",
    ])
  func spokenOf(text: String) {
    #expect(found(text) == 0)
  }
}
