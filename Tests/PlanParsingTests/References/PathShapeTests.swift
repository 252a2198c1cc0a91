import Testing

@testable import PlanParsing

@Suite("What is a path and what only has a slash or a dot")
struct PathShapeTests {
  private func path(_ word: String, _ place: PathShape.Place) -> String? {
    let bytes = Array(word.utf8)
    return PathShape(bytes, 0..<bytes.count, in: place).map { bytes.text($0.range) }
  }

  @Test(
    "paths in code",
    arguments: [
      "src/app/main.ts", "Sources/App/", "src/*", "app/(auth)/sign-in|sign-up/page.tsx",
      "src/[id]/page.tsx", "install.js", "Makefile", ".gitignore", "./scripts/run", "~/.config/x",
      "src/{a,b}.ts", ".github/workflows/ci.yml", "docs/specs", "C:\\work\\a.cs", "README",
      "packages/core/src", "**/*.swift",
    ])
  func code(word: String) {
    #expect(path(word, .code) == word)
  }

  @Test(
    "no paths in code",
    arguments: [
      "application/json", "github.com/a/b", "@scope/name", "and/or", "feature/login", "/api/users",
      "res.json()", "node.js", "user.name", "true", "1/2", "//", "a", ".yml/.yaml", "readme",
      "e.g.", "path/to/file.py", "/path/to/project",
    ])
  func notInCode(word: String) {
    #expect(path(word, .code) == nil)
  }

  @Test(
    "paths in prose, without what stands around them",
    arguments: [
      ("(src/app.ts),", "src/app.ts"), ("config.yaml.", "config.yaml"),
      ("\"docs/a.md\"", "docs/a.md"),
      ("src/core/parse.swift:", "src/core/parse.swift"),
    ])
  func prose(word: String, expected: String) {
    #expect(path(word, .prose) == expected)
  }

  @Test(
    "prose with slashes and dots",
    arguments: [
      "client/server", "TCP/IP", "Node.js", "i.e.", "yes/no", "origin/main", "v1.2", "src/app",
    ])
  func notInProse(word: String) {
    #expect(path(word, .prose) == nil)
  }

  @Test(
    "line suffixes",
    arguments: [
      ("a/b.ts:120", 120...120), ("a/b.ts:120-145", 120...145), ("a/b.ts:80-89,120", 80...120),
      ("a/b.ts#L10-L20", 10...20), ("a/b.ts:12:5", 5...12),
    ])
  func lines(word: String, lines: ClosedRange<Int>) {
    let bytes = Array(word.utf8)
    let shape = PathShape(bytes, 0..<bytes.count, in: .code)
    #expect(shape?.lines == lines)
    #expect(shape.map { bytes.text($0.range) } == "a/b.ts")
  }

  @Test("a test's name and an impossible line number are no part of the path")
  func otherSuffixes() {
    #expect(path("tests/test_a.py::test_one", .code) == "tests/test_a.py")
    let bytes = Array("a/b.ts:99999999999999999999".utf8)
    #expect(PathShape(bytes, 0..<bytes.count, in: .code)?.lines == nil)
  }
}
