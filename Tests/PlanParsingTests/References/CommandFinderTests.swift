import CheckModel
import PlanParsing
import Testing

@Suite("Commands: what to run and what should come out")
struct CommandFinderTests {
  private func commands(_ markdown: String) -> [(text: String, expected: String?, verifies: Bool)] {
    let plan = parse(markdown)
    return plan.commands.map { ($0.text, $0.expected.map(plan.text(of:)), $0.verifies) }
  }

  @Test(
    "commands that test, build or lint",
    arguments: [
      "swift test", "npm run lint", "cd web && pnpm test", "python -m pytest tests", "make check",
      "go vet ./...", "./scripts/run-tests.sh", "npx tsc --noEmit", "cargo clippy -- -D warnings",
      "bundle exec rspec", "CI=1 yarn typecheck", "uv run pytest -q", "docker build .",
    ])
  func checks(command: String) {
    #expect(commands("Run: `\(command)`").map(\.verifies) == [true])
  }

  @Test(
    "commands that set up",
    arguments: [
      "git commit -m x", "npm install", "cd web", "mkdir -p out", "pip install -e .", "cp a b",
    ])
  func setUp(command: String) {
    #expect(commands("Run: `\(command)`").map(\.verifies) == [false])
  }

  @Test(
    "code that is no command",
    arguments: ["let x = 1", "user name", "SELECT * FROM t", "if (a) { b }"])
  func notCommands(code: String) {
    #expect(commands("The `\(code)` part").isEmpty)
  }

  @Test("a tool's name alone counts where running is asked for")
  func bareTools() {
    #expect(commands("Run `pytest` now").count == 1)
    #expect(commands("We like `pytest` a lot").isEmpty)
  }

  @Test(
    "the expected result, wherever it stands",
    arguments: [
      ("Run: `swift test`\nExpected: 12 tests pass", "Expected: 12 tests pass"),
      ("Run: `swift test` → 12 passed", "→ 12 passed"),
      ("Run `a.sh x` and `./b`, which should print 3", "should print 3"),
      ("```sh\nswift test\n```\n\nExpected: 0 failures\n", "Expected: 0 failures"),
      ("```sh\nswift test  # expected: 0 failures\n```\n", "# expected: 0 failures"),
      ("```console\n$ wc -l a.txt\n3 a.txt\n```\n", "3 a.txt"),
      ("- [ ] Types compile: `go build ./...`", "Types compile"),
      ("- Run: `make test`\n  - Expected: exit 0\n", "Expected: exit 0"),
      ("| command | expected |\n|---|---|\n| `make test` | no failures |\n", "no failures"),
      ("Run: `wc -l x.txt`\n\nExpected: `7`", "Expected: `7`"),
    ])
  func expectations(markdown: String, expected: String) {
    #expect(commands(markdown).compactMap(\.expected).last == expected)
  }

  @Test("nothing is expected where nothing is said, or another command comes first")
  func noExpectation() {
    #expect(commands("Run: `swift test`\n\nThen go on.").map(\.expected) == [nil])
    #expect(
      commands("```sh\nmake\n```\n\n```sh\nmake test\n```\n\nExpected: green\n").first?.expected
        == nil)
  }

  @Test("shell blocks: comments, prompts, continuations, here-documents and keywords")
  func shellBlocks() {
    let found = commands(
      """
      ```bash
      # set up
      git commit -m "one
      two"
      cat > a.txt <<EOF
      rm -rf nothing
      EOF
      for f in *; do
        echo "$f"
      done
      curl -s \\
        https://example.org
      X=1
      ```
      """)
    #expect(
      found.map { $0.text.prefix(10) } == [
        "git commit", "cat > a.tx", "echo \"$f\"", "curl -s \\\n",
      ])
  }

  @Test("the text of a script is no list of commands")
  func scripts() {
    #expect(commands("```sh\n#!/bin/sh\nmake test\n```").isEmpty)
    #expect(commands("```sh\nrun() {\n  make test\n}\n```").isEmpty)
    #expect(commands("Write `setup.sh`:\n\n```sh\nmake test\n```").isEmpty)
  }

  @Test("a fence without a language is a shell block when every line is a command")
  func untagged() {
    #expect(commands("```\nnpm install\nnpm test\n```").count == 2)
    #expect(commands("```\nnpm install\nand then some\n```").isEmpty)
  }
}
