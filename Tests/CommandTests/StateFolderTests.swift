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

  @Test(
    "a secret that others could read is closed to them, once, and used",
    arguments: ["644", "640", "604"])
  func readable(mode: String) throws {
    let place = try repository()
    let line = "speccheck prompt repo/plans/p.md"
    let before = try BuiltProgram.shell(line, in: place)
    let run = try BuiltProgram.shell("chmod \(mode) ../state/nonce-secret; \(line)", in: place)
    #expect(run.code == 0)
    #expect(run.output == before.output)
    #expect(run.errors.contains("other users of this machine could read"))
    let after = try BuiltProgram.shell("\(line); stat -c %a ../state/nonce-secret", in: place)
    #expect(after.errors == "")
    #expect(after.output == before.output + "600\n")
  }

  @Test(
    "a secret that others could have written, and one that is no file, is not used",
    arguments: [
      "chmod 666 SECRET", "chmod 620 SECRET", "mv SECRET x; ln -s $PWD/x SECRET",
      "rm SECRET; mkdir SECRET", "rm SECRET; ln -s nothing SECRET", "rm SECRET; mkfifo SECRET",
      "head -c 33 /dev/zero > SECRET", "printf '' > SECRET",
    ])
  func writable(change: String) throws {
    let place = try repository()
    let line = "speccheck prompt repo/plans/p.md"
    let change = change.replacingOccurrences(of: "SECRET", with: "../state/nonce-secret")
    #expect(try BuiltProgram.shell(line, in: place).code == 0)
    let run = try BuiltProgram.shell("\(change); \(line)", in: place)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("nonce-secret") && run.errors.contains("remove it"))
  }

  @Test("a state folder that others can change is refused, unless they cannot change what is yours")
  func openFolder() throws {
    let place = try repository()
    let line = "speccheck prompt repo/plans/p.md"
    for mode in ["777", "775", "757"] {
      let run = try BuiltProgram.shell("chmod \(mode) ../state; \(line)", in: place)
      #expect(run.code == 2)
      #expect(run.errors.contains("chmod go-w"))
    }
    #expect(try BuiltProgram.shell("chmod 1777 ../state; \(line)", in: place).code == 0)
    #expect(try BuiltProgram.shell("chmod 777 ../state; speccheck repo", in: place).code != 2)
    let linked = try BuiltProgram.shell(
      "chmod 755 ../state; ln -s ../state l; SPECCHECK_HOME=l \(line)", in: place)
    #expect(linked.code == 0)
  }
}
