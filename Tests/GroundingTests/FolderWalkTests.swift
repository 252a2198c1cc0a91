import Files
import Foundation
import Testing

@testable import Grounding

@Suite("A folder that is read as a tree of its own")
struct FolderWalkTests {
  @Test(
    "hidden folders are entered, those that tools fill are not, and links hide what they lead to")
  func entries() throws {
    let top = FileManager.default.temporaryDirectory
      .appendingPathComponent("speccheck-walk-\(UInt64.random(in: .min ... .max))")
    defer { try? FileManager.default.removeItem(at: top) }
    for path in ["src/a.c", ".github/ci.yml", ".git/HEAD", "node_modules/x/y.js", "deep/er/b.c"] {
      let file = top.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x\n".utf8).write(to: file)
    }
    try FileManager.default.createSymbolicLink(
      at: top.appendingPathComponent("linked"),
      withDestinationURL: top.appendingPathComponent("src"))
    let files = try RepositoryFiles.walked(FilePath(top.path))
    #expect(files.paths == [".github/ci.yml", "deep/er/b.c", "src/a.c"])
    #expect(files.isHidden("linked/a.c"))
    guard case .bytes(let bytes) = files.content("src/a.c", limit: 10) else {
      Issue.record("the file cannot be read")
      return
    }
    #expect(bytes == Array("x\n".utf8))
  }

  @Test("a folder that is not there is an error")
  func absent() {
    #expect(throws: FileTrouble.self) { try RepositoryFiles.walked(FilePath("/nowhere/at/all")) }
  }
}
