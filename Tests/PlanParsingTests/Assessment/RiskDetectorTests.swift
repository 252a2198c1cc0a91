import CheckModel
import PlanParsing
import Testing

@Suite("Risk tiers and the lines that decide them")
struct RiskDetectorTests {
  private let base = "# P\n\n## Tasks\n\n- [ ] Change `src/a.py` and `src/b.py`\n"

  @Test(
    "two lines of one family are high",
    arguments: [
      "- [ ] Refund the order\n- [ ] Print the invoice\n",
      "- [ ] Check the permission\n- [ ] Ask for the password\n",
      "- [ ] Write the migration\n- [ ] Backfill the column\n",
      "- [ ] Delete stale accounts\n- [ ] Delete the user's records\n",
      "- [ ] Guard the shared map with a mutex\n- [ ] No race on the shared list\n- [ ] The shared race\n",
      "- [ ] Deploy it\n- [ ] Start the rollout\n",
      "- [ ] Rotate the secret\n- [ ] Store the API key\n",
      "- [ ] This is a breaking change\n- [ ] Rename in the public API\n",
    ])
  func families(lines: String) {
    let risk = parse(base + lines).risk
    #expect(risk.tier == .high)
    #expect(risk.because.count >= 2)
    #expect(risk.because.allSatisfy { $0.line > 5 })
  }

  @Test(
    "what is excluded, told as the problem, or announced raises nothing",
    arguments: [
      "## Why\n\nUsers delete their records.\n\nAccounts are deleted by mistake.\n",
      "Out of scope: deletion of user accounts.\n\nNot touched:\n\n- deletion of the user's data\n",
      "- [ ] This is a breaking change\n- [ ] `CHANGELOG.md` names the breaking change\n",
    ])
  func untold(lines: String) {
    #expect(parse(base + "\n" + lines).risk.tier == .normal)
  }

  @Test("one line of a family, or one line each of two, is normal and still listed")
  func single() {
    let risk = parse(base + "- [ ] Deploy it\n- [ ] Ask for the password\n").risk
    #expect(risk.tier == .normal)
    #expect(risk.because.map(\.line) == [7, 6].sorted())
  }

  @Test(
    "one line is enough for destructive SQL, a migration file and a path of access or money",
    arguments: [
      "```sql\nDROP TABLE orders;\n```\n", "- [ ] Create `db/migrations/0007_orders.sql`\n",
      "- [ ] Modify `src/auth/token.py`\n", "- [ ] Create `app/billing/run.rb`\n",
      "- [ ] Run DELETE FROM orders\n",
    ])
  func alone(line: String) {
    #expect(parse(base + line).risk.tier == .high)
  }

  @Test(
    "excluded, background and negated lines do not count",
    arguments: [
      "\n## Out of scope\n\n- the migration\n- the backfill\n",
      "\n## Background\n\nThe migration ran. The migration failed.\n\nAnother migration.\n",
      "- [ ] No migration is needed\n- [ ] Works without a backfill\n",
      "- [ ] Truncate long names\n- [ ] Drop the last word\n",
      "- [ ] Delete the old comment\n- [ ] Delete a line\n",
      "- [ ] Read `src/auth/token.py`\n",
    ])
  func notRisky(lines: String) {
    #expect(parse(base + lines).risk.tier == .normal)
  }

  @Test(
    "low: only documents, or one path and no long fence",
    arguments: ["- [ ] Update `README.md` and `docs/use.md`\n", "- [ ] Change `src/a.py`\n"])
  func low(tasks: String) {
    let risk = parse("# P\n\n## Tasks\n\n" + tasks).risk
    #expect(risk.tier == .low)
    #expect(risk.because.count == 1)
  }

  @Test("code migrates too: only in a plan that speaks of stored data is a migration a risk")
  func migrations() {
    let lines = "- [ ] Start the migration to hooks\n- [ ] Finish the migration of the cards\n"
    #expect(parse(base + lines).risk.tier == .normal)
    #expect(parse(base + lines).risk.because.isEmpty)
    #expect(parse(base + lines + "- [ ] Copy the database first\n").risk.tier == .high)
    #expect(parse(base + lines + "\n```sql\nSELECT 1;\n```\n").risk.tier == .high)
  }

  @Test(
    "a plan that shows code, or names a document only in shown output, is not about documents",
    arguments: ["```swift\nlet a = 1\n```\n", "```rust\nfn a() {}\n```\n"])
  func shownCode(fence: String) {
    #expect(parse("Describe it in `docs/use.md`.\n\n" + fence).risk.tier == .normal)
    #expect(parse("Print the list.\n\n```sh\ncat docs/use.md\n```\n").risk.tier == .normal)
  }

  @Test("a long fence, two code paths, or no path at all is normal")
  func notLow() {
    let fence = "```py\n" + String(repeating: "x = 1\n", count: 11) + "```\n"
    #expect(parse("## Tasks\n\n- [ ] Change `src/a.py`\n\n" + fence).risk.tier == .normal)
    #expect(parse(base).risk.tier == .normal)
    let tasks = (1...6).map { "- [ ] Change part \($0)\n" }.joined()
    #expect(parse("## Tasks\n\n- [ ] Change `src/a.py`\n" + tasks).risk.tier == .normal)
    #expect(parse("## Tasks\n\n- [ ] Think\n").risk.tier == .normal)
  }

  @Test(
    "front matter may raise and never lower",
    arguments: [("low", RiskTier.normal), ("high", .high), ("nonsense", .normal)])
  func frontMatter(risk: String, tier: RiskTier) {
    #expect(parse("---\nrisk: \(risk)\n---\n" + base).risk.tier == tier)
  }
}
