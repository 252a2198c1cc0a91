import Testing

@testable import Grounding

@Suite("Paths of a plan")
struct RepositoryPathTests {
  @Test(
    "a path is brought into the form of the tree",
    arguments: [
      ("./src/a.swift", "src/a.swift"), ("src//b/./c.py", "src/b/c.py"),
      ("../lib/x.rs", "docs/lib/x.rs"),
      ("a/../b.c", "b.c"), ("src/", "src"),
    ])
  func normal(written: String, expected: String) {
    #expect(RepositoryPath(written, from: "docs/plans")?.text == expected)
  }

  @Test(
    "of paths that hold a blank, a variable or lead elsewhere nothing is said",
    arguments: [
      "/etc/hosts", "~/x", "$HOME/x", "src/<name>.ts", "a/.../b", "docs/YYYY-MM-DD.md",
      "../../../x.md", "@/components/a.tsx", "C:\\x\\y.c", "a|b/c.d",
    ])
  func open(written: String) {
    #expect(RepositoryPath(written, from: "docs/plans") == nil)
  }

  @Test(
    "one star stays in a folder, two cross folders",
    arguments: [
      ("src/*.ts", "src/a.ts", true), ("src/*.ts", "src/a/b.ts", false),
      ("src/**/*.ts", "src/a/b/c.ts", true), ("src/**/*.ts", "src/c.ts", true),
      ("src/**", "lib/a.ts", false), ("**/*_test.go", "a/b_test.go", true),
    ])
  func patterns(pattern: String, path: String, matches: Bool) throws {
    #expect(try #require(RepositoryPath(pattern, from: nil)).matches(path) == matches)
  }

  @Test("braces with commas are several paths, without they are a blank")
  func braces() {
    #expect(RepositoryPath("a.{ts,js}").alternatives == ["a.ts", "a.js"])
    #expect(RepositoryPath("a/{id}.ts").alternatives == nil)
  }
}
