import Testing

@testable import PlanParsing

@Suite("Where a shell stands")
struct ShellFolderTests {
  @Test(
    "paths from the folder that cd went to",
    arguments: [
      (["web"], "src/a.ts", "web/src/a.ts"), (["web", "../api"], "a.py", "api/a.py"),
      (["web"], "/etc/hosts", "/etc/hosts"), ([], "./a", "./a"), (["web"], "./a/", "web/a/"),
      (["$ROOT"], "a.py", nil), (["-"], "a.py", nil), (["/tmp"], "a.py", nil),
    ] as [([String], String, String?)])
  func paths(folders: [String], path: String, expected: String?) {
    var folder = ShellFolder()
    for target in folders { folder.enter(target) }
    #expect(folder.path(to: path) == expected)
  }
}
