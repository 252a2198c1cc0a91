import CheckModel
import Testing

@testable import Grounding

@Suite("What the tree says about a plan's paths")
struct PathStateTests {
  private let tree = Tree(files: [
    "README.md": "# Read me\n", "src/app.ts": "a\nb\n", "src/auth/token.ts": "x\n",
    "src/lib/words.ts": "x\n", "src/lib/index.ts": "x\n", "src/auth/index.ts": "x\n",
    "docs/guide.md": "x\n", "package.json": "{}\n",
  ])

  @Test("a path that is there exists, and has no suggestion")
  func exists() throws {
    let found = try #require(tree.references("# P\n\n- [ ] Modify `src/app.ts`\n").first)
    #expect(found.state == .exists)
    #expect(found.suggestion == nil)
  }

  @Test(
    "a slip is missing, with the name that was meant",
    arguments: [
      ("src/auht/token.ts", "src/auth/token.ts"), ("src/auth/tokens.ts", "src/auth/token.ts"),
      ("src/App.ts", "src/app.ts"), ("src/app.tsx", "src/app.ts"),
    ])
  func slip(written: String, meant: String) throws {
    let text = "# P\n\n- [ ] Modify `\(written)` and read `src/app.ts`\n"
    let found = try #require(tree.references(text).first)
    #expect(found.state == .missing)
    #expect(found.suggestion == meant)
  }

  @Test(
    "a test that is only named is one that will be written, unless its name is a slip of an existing one",
    arguments: [
      ("test/ansewring.ts", Reference.State.missing), ("test/answerring.ts", .missing),
      ("test/anwering.ts", .missing), ("test/asking.ts", .createdHere),
      ("test/answering2.ts", .createdHere), ("test/answerings.ts", .createdHere),
    ])
  func slipOfTest(written: String, state: Reference.State) throws {
    let tree = Tree(files: ["test/answering.ts": "x\n", "src/app.ts": "x\n"])
    let text = "# P\n\n- [ ] Modify `src/app.ts`\n- [ ] They take `answer()` from `\(written)`\n"
    #expect(tree.state(of: written, in: text) == state)
    let both = text + "- [ ] Others are in `test/answering.ts`\n"
    #expect(tree.state(of: written, in: both) == .createdHere)
  }

  @Test("near names are looked for as long as a person could still mean them all")
  func manySlips() {
    let tree = Tree(
      files: Dictionary(uniqueKeysWithValues: (1...50).map { ("src/column\($0).ts", "x\n") }))
    let text = "# P\n\n" + (1...600).map { "- [ ] Modify `src/column\($0)x.ts`\n" }.joined()
    let references = tree.references(text)
    #expect(references.count == 600)
    #expect(references.allSatisfy { $0.state == .missing })
    #expect(references.prefix(50).allSatisfy { $0.suggestion != nil })
    #expect(references.dropFirst(500).allSatisfy { $0.suggestion == nil })
  }

  @Test(
    "what the plan brings about is not missing afterwards",
    arguments: [
      ("Create `src/new.ts`", "src/new.ts", Reference.State.createdHere),
      ("Run `mkdir -p src/store && touch src/store/a.ts`", "src/store/a.ts", .createdHere),
      ("Create the folder `src/store/`", "src/store/b.ts", .createdHere),
      ("Run `git mv src/app.ts src/main.ts`", "src/main.ts", .movedHere),
      ("Move `src/app.ts` to `src/main.ts`", "src/main.ts", .movedHere),
      ("Implement the counter in `src/count.ts`", "src/count.ts", .createdHere),
    ])
  func produced(step: String, path: String, state: Reference.State) {
    let text = "# P\n\n- [ ] \(step)\n- [ ] Modify `\(path)` and `src/lib/words.ts`\n"
    #expect(tree.state(of: path, in: text) == state)
  }

  @Test("a directory tree in a fence says what will be there")
  func directoryTree() {
    let text = """
      # P

      ```
      src/
      ├── app.ts
      └── store/
          └── cache.ts
      ```

      - [ ] Modify `src/store/cache.ts` and `src/app.ts`

      """
    #expect(tree.state(of: "src/store/cache.ts", in: text) == .createdHere)
    #expect(tree.state(of: "src/app.ts", in: text) == .exists)
  }

  @Test(
    "a path is looked for as people write it",
    arguments: [
      "./src/app.ts", "src/lib/words", "src/*.ts", "src/{app,other}.ts", "src/lib", "words.ts",
      "auth/token.ts",
    ])
  func spellings(path: String) {
    let text = "# P\n\n- [ ] Modify `\(path)` and `src/app.ts`\n"
    let states = tree.references(text).map(\.state)
    #expect(!states.isEmpty)
    #expect(states.allSatisfy { $0 == .exists })
  }

  @Test("a path from the plan's own folder exists")
  func ownFolder() {
    #expect(tree.state(of: "../src/app.ts", in: "# P\n\nSee [app](../src/app.ts).\n") == .exists)
    #expect(tree.state(of: "guide.md", in: "# P\n\nSee [guide](guide.md).\n") == .exists)
  }

  @Test("in a tree of many packages the plan's paths tell which package it is about")
  func packages() throws {
    let packages = Tree(files: [
      "packages/web/src/index.ts": "", "packages/web/src/a.ts": "",
      "packages/api/src/index.ts": "",
    ])
    let text = "# P\n\n- [ ] Modify `src/a.ts`\n- [ ] Modify `src/index.ts`\n"
    let found = packages.references(text)
    #expect(found.map(\.state) == [.exists, .exists])
    #expect(found.map(\.suggestion) == ["packages/web/src/a.ts", "packages/web/src/index.ts"])
  }

  @Test(
    "of what tools make, of other repositories and of links nothing is said",
    arguments: ["dist/app.js", "node_modules/x/index.js", "linked/a.ts", "sub/b.ts"])
  func unknown(path: String) {
    let links = Tree(files: tree.files, opaque: ["linked", "sub"])
    let text = "# P\n\n- [ ] Modify `\(path)` and `src/app.ts`\n"
    #expect(links.state(of: path, in: text) == .unknown)
  }

  @Test("two ways to write one letter name one file")
  func normalForms() {
    let letters = Tree(files: ["src/caf\u{65}\u{301}.ts": "", "src/b.ts": ""])
    #expect(
      letters.state(of: "src/caf\u{E9}.ts", in: "# P\n\n- [ ] Modify `src/caf\u{E9}.ts`\n")
        == .exists)
  }

  @Test("a plan about another repository is said to be so, and nothing in it is judged")
  func otherRepository() {
    let text = """
      # P

      - [ ] Modify `lib/engine/start.rb`
      - [ ] Modify `lib/engine/stop.rb`
      - [ ] Modify `lib/engine/pause.rb`
      - [ ] Modify `README.md` and `config/routes.rb`

      """
    let grounded = tree.grounded(text)
    #expect(grounded.plan.references.allSatisfy { $0.state == .unknown })
    #expect(grounded.diagnostics.map(\.code) == ["other-repository"])
  }

  @Test("lines are counted in files that are named with lines")
  func lines() throws {
    let found = try #require(tree.references("# P\n\n- [ ] Modify `src/app.ts:9`\n").first)
    #expect(found.fact == .lineCount(2))
  }

  @Test("a file that is there and that words may only change is changed and not created")
  func additions() {
    let text =
      "# P\n\n- [ ] Add a line to `README.md`\n- [ ] Add `src/app.ts` to it\n- [ ] Create `package.json`\n"
    #expect(tree.references(text).map(\.action) == [.modify, .modify, .create])
  }
}
