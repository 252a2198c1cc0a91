import Testing

@testable import Configuration

private func accepts(_ text: String, _ path: String) -> Bool {
  let pattern = PlanPattern(text)
  let end = path.split(separator: "/").reduce(pattern.start) {
    pattern.step($0, to: Array($1.utf8))
  }
  return pattern.accepts(end)
}

@Suite("Patterns of plans")
struct PlanPatternTests {
  @Test(
    "a pattern means the paths that its names, stars and folders can be",
    arguments: [
      ("docs/plan.md", ["docs/plan.md"], ["docs/plans.md", "plan.md", "docs/plan.md/x", "docs"]),
      ("docs/*.md", ["docs/a.md", "docs/.md"], ["docs/a/b.md", "docs/a.mdx", "docs"]),
      ("plans/**", ["plans/a", "plans/a/b/c.md"], ["plan/a", "x/plans/a"]),
      ("**/plan.md", ["plan.md", "a/plan.md", "a/b/plan.md"], ["a/plan", "a/plan.md/b"]),
      ("a/**/z", ["a/z", "a/b/z", "a/b/c/z", "a/z/z"], ["a", "z", "b/a/z", "a/z/y"]),
      ("**/**", ["a", "a/b"], []), ("specs/*/", ["specs/a"], ["specs", "specs/a/b"]),
      ("./docs//x.md", ["docs/x.md"], ["x.md"]), ("?.md", ["a.md"], [".md", "ab.md"]),
      ("*a*b*", ["ab", "xaxbx", "aabb"], ["ba", "", "bxa"]), ("a.b", ["a.b"], ["axb"]),
      ("[ab]", ["[ab]"], ["a"]), ("a**", ["a", "abc"], ["a/b"]),
    ] as [(String, [String], [String])])
  func meaning(pattern: String, yes: [String], no: [String]) {
    for path in yes { #expect(accepts(pattern, path), "\(path)") }
    for path in no { #expect(!accepts(pattern, path), "\(path)") }
  }

  @Test("only a slash at the end asks for folders")
  func folders() {
    #expect(PlanPattern("specs/*/").asksForFolders)
    #expect(!PlanPattern("specs/*").asksForFolders)
  }

  @Test("a folder in which nothing can match is known to be one")
  func lost() {
    let pattern = PlanPattern("docs/*/plan.md")
    let docs = pattern.step(pattern.start, to: Array("docs".utf8))
    #expect(!docs.isLost)
    #expect(pattern.step(pattern.start, to: Array("src".utf8)).isLost)
    let end = ["a", "plan.md", "more"].reduce(docs) { pattern.step($0, to: Array($1.utf8)) }
    #expect(end.isLost)
  }

  @Test("stars and folders without end do not make it slow", .timeLimit(.minutes(1)))
  func hostile() {
    let stars = String(repeating: "*a", count: 2_000) + "b"
    #expect(!accepts(stars, String(repeating: "a", count: 20_000)))
    let folders = String(repeating: "**/", count: 300) + "z"
    #expect(!accepts(folders, Array(repeating: "a", count: 64).joined(separator: "/")))
  }
}
