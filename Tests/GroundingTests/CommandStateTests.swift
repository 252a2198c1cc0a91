import CheckModel
import Testing

@testable import Grounding

@Suite("What the tree says about commands and code names")
struct CommandStateTests {
  private let tree = Tree(files: [
    "package.json": #"{ "scripts": { "lint": "eslint .", "test": "vitest" } }"#,
    "Makefile": "VERSION := 3\n\nall check: build\n\tcc\nbuild:\n\tcc\n",
    "justfile": "alias b := build\nbuild target='x':\n  echo\n",
    "src/app.ts": "export function start() { run_all() }\n",
  ])

  private func command(_ text: String) -> Reference? {
    tree.references("# P\n\n- [ ] Modify `src/app.ts`, then run `\(text)`\n", .command).first
  }

  @Test(
    "what a file defines exists",
    arguments: [
      "npm run lint", "npm test", "pnpm run lint -- --fix", "make check", "make -j4 build",
      "just build",
    ])
  func exists(text: String) { #expect(command(text)?.state == .exists) }

  @Test(
    "what no file defines is missing, with the nearest name",
    arguments: [("npm run lnit", "lint"), ("make chekc", "check")])
  func missing(text: String, nearest: String) {
    #expect(command(text)?.state == .missing)
    #expect(command(text)?.suggestion == nearest)
  }

  @Test(
    "of what runs elsewhere, or by a name that is not written out, nothing is said",
    arguments: [
      "npm run x --workspace web", "make -C sub x", "cd web && npm run x", "make $TARGET",
      "npm run x --if-present", "cargo test", "yarn vitest",
    ])
  func unknown(text: String) { #expect(command(text)?.state ?? .unknown == .unknown) }

  @Test("what the plan writes into the file is created here")
  func created() {
    let text =
      "# P\n\n- [ ] Modify `src/app.ts`\n- [ ] Add `types` to `package.json`\n- [ ] Run `npm run types`\n"
    #expect(tree.references(text, .command).first?.state == .createdHere)
  }

  @Test(
    "a makefile that takes in others, or a package that is no JSON, says nothing about what is missing",
    arguments: [
      ("Makefile", "include rules.mk\n", "make x"), ("package.json", "{ no", "npm run x"),
    ])
  func partial(file: String, text: String, command: String) {
    let tree = Tree(files: [file: text, "src/app.ts": ""])
    let plan = "# P\n\n- [ ] Modify `src/app.ts`, then run `\(command)`\n"
    #expect(tree.references(plan, .command).first?.state == .unknown)
  }

  @Test("a code name is looked for as a whole word in sources, not in prose")
  func symbols() {
    let tree = Tree(files: ["src/app.ts": "runAll()\n", "docs/old.md": "startOver()\n"])
    let text =
      "# P\n\n- [ ] In `src/app.ts` rename `runAll()`, `runAl()` and `startOver()`; add `freshName()`\n"
    let found = tree.references(text, .symbol)
    #expect(found.map(\.state) == [.exists, .missing, .missing, .createdHere])
  }
}
