import Foundation
import Testing

@Suite("Where the program keeps its state")
struct StateFolderTests {
  private func repository() throws -> Place {
    let place = try Place()
    try place.write("# Plan\n\n## Goal\n\nPrint the total.\n", to: "repo/plans/p.md")
    try place.write("", to: "repo/.git/HEAD")
    try place.write("", to: "outside/here")
    return place
  }

  @Test(
    "a state folder inside the repository of the plan is refused, however it is spelled",
    arguments: [
      "repo/state", "repo", "./repo/../repo/state", "missing/../repo/state", "outside/../repo/x",
      "link/state", "$PWD/repo/state",
    ])
  func inside(_ home: String) throws {
    let place = try repository()
    for arguments in ["prompt repo/plans/p.md", "repo/plans/p.md", "repo", "prompt repo"] {
      let run = try BuiltProgram.shell(
        "ln -sfn repo/plans link; SPECCHECK_HOME=\(home) speccheck \(arguments)", in: place)
      #expect(run.code == 2, "\(arguments)")
      #expect(run.output == "")
      #expect(run.errors.contains("inside the working tree"), "\(run.errors)")
    }
    #expect(try BuiltProgram.shell("find . -name nonce-secret", in: place).output == "")
  }

  @Test(
    "the repository that counts is the plan's, the target's of a link, and the current folder's")
  func whose() throws {
    let place = try repository()
    for line in [
      "ln -s repo/plans/p.md l.md; SPECCHECK_HOME=repo/s speccheck prompt l.md",
      "cp repo/plans/p.md outside/; cd repo; SPECCHECK_HOME=s speccheck prompt ../outside/p.md",
    ] {
      #expect(try BuiltProgram.shell(line, in: place).code == 2, "\(line)")
    }
    let outside = try BuiltProgram.shell(
      "SPECCHECK_HOME=outside/s speccheck prompt repo/plans/p.md", in: place)
    #expect(outside.code == 0)
  }

  @Test(
    "a state folder that cannot be used is exit code 2 where it is needed, and unknown to rules")
  func unusable() throws {
    let place = try repository()
    for home in ["outside/here", "/dev/null", "/proc/nothing"] {
      let run = try BuiltProgram.shell(
        "SPECCHECK_HOME=\(home) speccheck prompt repo/plans/p.md", in: place)
      #expect(run.code == 2, "\(home)")
      #expect(run.errorLines.count == 1)
      let rules = try BuiltProgram.shell("SPECCHECK_HOME=\(home) speccheck repo", in: place)
      #expect(rules.code == 1 || rules.code == 3)
    }
  }
}
