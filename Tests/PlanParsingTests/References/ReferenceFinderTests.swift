import CheckModel
import PlanParsing
import Testing

@Suite("References: what a plan names and what it does with it")
struct ReferenceFinderTests {
  private func paths(_ markdown: String) -> [String] {
    parse(markdown).references.filter { $0.kind == .path }.map {
      "\($0.action.rawValue) \($0.text)"
    }
  }

  @Test(
    "the words around a path decide the action",
    arguments: [
      ("- Create: `src/a.ts`", "create"), ("- Modify: `src/a.ts:12-40`", "modify"),
      ("- **New file**: `src/a.ts`", "create"), ("- Delete `src/a.ts`", "delete"),
      ("- Update `src/a.ts` so that it retries", "modify"),
      ("- Add a flag to `src/a.ts`", "modify"),
      ("- Add `src/a.ts` with the parser", "create"), ("- Read `src/a.ts` first", "read"),
      ("- `src/a.ts` (new)", "create"), ("- `src/a.ts` (修改)", "modify"),
      ("- `src/a.ts` — new file", "create"), ("- `src/a.ts`를 수정한다", "modify"),
      ("- `src/a.ts` を作成する", "create"), ("- Remove the cache from `src/a.ts`", "modify"),
      ("- Do not modify `src/a.ts`", "mention"), ("- The parser in `src/a.ts` is slow", "mention"),
      ("- Implement the parser in `src/a.ts`", "mention"), ("- Test: `src/a.ts`", "mention"),
      ("- Update Readme. See `src/a.ts`", "read"), ("- 修改 `src/a.ts`", "modify"),
      ("- Add a test in `src/a.ts`", "mention"),
    ])
  func actions(line: String, action: String) {
    #expect(paths(line).first == "\(action) src/a.ts")
  }

  @Test("a move deletes its first path and creates its second")
  func moves() {
    #expect(paths("- Move `src/a.ts` to `src/b.ts`") == ["delete src/a.ts", "create src/b.ts"])
  }

  @Test("what a list is announced with holds for its items, a heading for its section")
  func context() {
    #expect(
      paths("New files:\n\n- `a/b.ts`\n- `a/c.ts` holds the queue\n") == [
        "create a/b.ts", "create a/c.ts",
      ])
    #expect(paths("# P\n\n## Files to modify\n\n- `a/b.ts`: the retry loop\n") == ["modify a/b.ts"])
    #expect(
      paths("# P\n\n**Modified files:**\n- `a/b.ts` - add the retry loop\n") == ["modify a/b.ts"])
  }

  @Test("an action column speaks for its row")
  func table() {
    #expect(
      paths("| File | Action |\n|---|---|\n| `a/b.ts` | Create |\n| `a/c.ts` | Delete |\n").first
        == "mention a/b.ts")
    #expect(
      paths("| Action | File |\n|---|---|\n| Create | `a/b.ts` |\n| Delete | `a/c.ts` |\n")
        == ["create a/b.ts", "delete a/c.ts"])
  }

  @Test("paths in prose, in links and beside letters of other scripts")
  func prose() {
    #expect(
      paths("Look into src/core/run.py:88 and [the notes](docs/notes.md#top), config.yamlを読む")
        == ["read src/core/run.py", "read docs/notes.md", "read config.yaml"])
  }

  @Test("symbols, urls and commands")
  func otherKinds() {
    let plan = parse(
      "Call `Store.save(_:)` and `max_retries`, see https://example.org/a_b. Then `swift test`.")
    #expect(plan.references.map(\.kind) == [.symbol, .symbol, .url, .command])
    #expect(
      plan.references.map(\.text) == [
        "Store.save", "max_retries", "https://example.org/a_b", "swift test",
      ])
    #expect(plan.references[3].action == .run)
  }

  @Test("plain words in code are no symbols", arguments: ["true", "main", "null", "x = 1 + 2"])
  func noSymbols(code: String) {
    #expect(parse("Set `\(code)` here").references.isEmpty)
  }

  @Test("a directory tree gives whole paths, with the action of its comments")
  func tree() {
    #expect(
      paths(
        """
        ```
        app/
        ├── src/
        │   ├── main.ts      # new
        │   └── old.ts       # delete
        └── package.json
        ```
        """) == ["create app/src/main.ts", "delete app/src/old.ts", "mention app/package.json"])
  }

  @Test("shell lines: what a tool does with its arguments, from the folder it stands in")
  func shell() {
    #expect(
      paths("```sh\nmkdir -p build/out\ncd web && rm src/old.ts\nmv src/a.ts src/b.ts\n```\n")
        == [
          "create build/out", "delete web/src/old.ts", "delete web/src/a.ts", "create web/src/b.ts",
        ])
    #expect(paths("```sh\ncd $ROOT\npytest tests/test_a.py\n```\n") == ["mention tests/test_a.py"])
  }

  @Test("code fences name files in comments and diffs, imports do not count")
  func fences() {
    #expect(
      paths("```ts\n// src/core/run.ts\nimport a from './b/c.ts'\n```\n") == [
        "mention src/core/run.ts"
      ])
    #expect(paths("```diff\n--- a/src/a.c\n+++ b/src/a.c\n```\n").last == "modify src/a.c")
  }

  @Test("spans point at the names themselves")
  func spans() {
    let markdown = "- Modify: `src/a.ts:3-4` and `B.run()`"
    let plan = parse(markdown)
    #expect(plan.references.map { plan.text(of: $0.span) } == ["src/a.ts", "B.run"])
    #expect(plan.references[0].lines == 3...4)
  }
}
