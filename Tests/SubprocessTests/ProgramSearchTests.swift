import Foundation
import Subprocess
import Testing

@Suite("Finding a program, and what it gets of the environment")
struct ProgramSearchTests {
  @Test("a name with a slash is a path, whether it exists or not")
  func paths() {
    #expect(ProgramSearch.path(of: "/bin/sh", in: nil, from: "/tmp") == "/bin/sh")
    #expect(ProgramSearch.path(of: "./x", in: "/bin", from: "/tmp") == "/tmp/./x")
  }

  @Test("any other is looked up in folders that mean the same everywhere")
  func names() {
    #expect(ProgramSearch.path(of: "sh", in: "/nowhere:/bin", from: "/") == "/bin/sh")
    #expect(ProgramSearch.path(of: "sh", in: "bin::.", from: "/") == nil)
    #expect(ProgramSearch.path(of: "sh", in: nil, from: "/")?.hasSuffix("/bin/sh") == true)
    #expect(ProgramSearch.path(of: "", in: "/bin", from: "/") == nil)
  }

  @Test("the search goes on behind what may not be taken")
  func accepting() {
    let found = ProgramSearch.path(of: "sh", in: "/bin:/usr/bin", from: "/") {
      $0.hasPrefix("/usr")
    }
    #expect(found == "/usr/bin/sh")
  }

  @Test("a file of that name that may not be run is no program, and is found to be told of")
  func unfit() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sh").path
    try Data().write(to: URL(filePath: file))
    let paths = "/nowhere:\(folder.path):/bin"
    #expect(ProgramSearch.path(of: "sh", in: paths, from: "/") == "/bin/sh")
    #expect(ProgramSearch.unfit("sh", in: paths) == file)
    #expect(ProgramSearch.obstacle(file) == .notExecutable)
    #expect(ProgramSearch.unfit("sh", in: paths) { $0 != file } == nil)
    #expect(ProgramSearch.unfit("", in: paths) == nil)
  }

  @Test("keys are not among what programs usually get")
  func allowed() {
    let variables = [
      "PATH": "/bin", "LC_ALL": "C", "OPENAI_API_KEY": "sk-secret", "SPECCHECK_SEAL_KEY": "s",
      // the prefix that ssh lets through, so that people send more than locales with it
      "LC_TOKEN": "s",
    ]
    #expect(
      ProgramEnvironment.allowing(from: variables) == ["PATH": "/bin", "LC_ALL": "C"])
    #expect(ProgramEnvironment.allowing(["OPENAI_API_KEY"], from: variables).count == 1)
    #expect(ProgramEnvironment.current["PATH"] != nil)
  }
}
