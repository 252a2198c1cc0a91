import Foundation
import TestProcess
import TestServer
import Testing

@Suite("Programs on the seats")
struct ProgramSeatTests {
  private static let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")

  private static let a = "ok:claim~claude-opus-5-5"
  private static let b = "ok:claim~gpt-6.1-sol"

  /// A repository with the plan; nothing in it is tracked.
  private func place() throws -> Place {
    let place = try Place()
    try place.write(String(contentsOf: Self.plan, encoding: .utf8), to: "plan.md")
    try place.write("", to: ".git/HEAD")
    return place
  }

  /// The program's line for two programs that play this.
  private func command(_ a: String = a, _ b: String = b) -> String {
    let path = TestProgram.environment["PATH"] ?? ""
    let specs = [a, b].map { "-r \"\(TestProgram.spec(playing: $0))\"" }.joined(separator: " ")
    return "PATH='\(path)' speccheck plan.md \(specs)"
  }

  /// The same two as reviewers of the user's config, which declares their families.
  private func declared(_ a: String = a, _ b: String = b, in place: Place) throws -> String {
    func reviewer(_ played: String, _ family: String) -> String {
      let words = [TestProgram.path] + TestProgram.arguments(playing: played)
      let list = words.map { "'\($0)'" }.joined(separator: ", ")
      return "{ kind: command, command: [\(list)], family: \(family) }"
    }
    try Data(
      "reviewers:\n  one: \(reviewer(a, "anthropic"))\n  two: \(reviewer(b, "openai"))\n".utf8
    ).write(to: place.state.appendingPathComponent("config.yml"))
    return "PATH='\(TestProgram.environment["PATH"] ?? "")' speccheck plan.md -r one -r two"
  }

  @Test("two that nobody vouches for are no two opinions, whatever names their replies give")
  func undeclared() throws {
    let run = try BuiltProgram.shell(command(), in: try place())
    #expect(run.code == 3)
    #expect(run.output.contains("not-independent"))
  }

  @Test("two of them let a good plan through, are announced as programs, and are asked once")
  func healthy() throws {
    let place = try place()
    let command = try declared(in: place)
    let first = try BuiltProgram.shell(command, in: place)
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.errors.contains("to the program /usr/bin/env, which may send them on"))
    let second = try BuiltProgram.shell(command, in: place)
    #expect(second.code == 0)
    #expect(second.errors.contains("from the store"))
    #expect(second.errors.contains("nothing leaves this machine"))
  }

  @Test("one that fails leaves the other's review, and the outcome is INCOMPLETE")
  func failing() throws {
    let place = try place()
    let run = try BuiltProgram.shell(
      "\(declared(Self.a, "exit~3", in: place)) -f json", in: place)
    #expect(run.code == 4)
    #expect(run.output.contains("exited with status 3"))
    // for who wants to know more
    #expect(run.output.contains("something went wrong after all"))
    let again = try BuiltProgram.shell(declared(in: place), in: place)
    #expect(again.code == 0)
    #expect(again.errors.contains("from the store"))
  }

  @Test("one that is not there is a failed seat, and the doctor says so")
  func missing() throws {
    let place = try place()
    let run = try BuiltProgram.run(["plan.md", "-r", "command:no-such-program"], in: place)
    #expect(run.code == 4)
    #expect(run.output.contains("not-installed"))
    let doctor = try BuiltProgram.run(["doctor", "-r", "command:no-such-program"], in: place)
    #expect(doctor.code == 4)
    #expect(doctor.output.contains("the program is not there: 'no-such-program'"))
  }

  @Test(
    "what bounds a run refuses a program that nobody can bound",
    arguments: [("--offline", "may send it on"), ("--max-cost 100", "is not known")])
  func refused(option: String, why: String) throws {
    let run = try BuiltProgram.shell("\(command()) \(option)", in: try place())
    #expect(run.code == 2)
    #expect(run.errors.contains(why), "\(run.errors)")
  }

  @Test("a name alone is never looked up in the repository, a path is what it says")
  func search() throws {
    let place = try place()
    try place.write("#!/bin/sh\ntouch ../ran\n", to: "bin/reviewer")
    let line = "chmod +x bin/reviewer; PATH=\"$PWD/bin:.:$PATH\" speccheck plan.md"
    let byName = try BuiltProgram.shell("\(line) -r command:reviewer", in: place)
    #expect(byName.output.contains("not-installed"))
    let ran = place.plans.deletingLastPathComponent().appendingPathComponent("ran").path
    #expect(!FileManager.default.fileExists(atPath: ran))
    let byPath = try BuiltProgram.shell("\(line) -r command:./bin/reviewer", in: place)
    // it runs, elsewhere, and says nothing
    #expect(byPath.output.contains("Seat A gave no review (empty)"), "\(byPath.output)")
  }

  @Test("one gets no key of the user's but the one that the config names for it")
  func environment() throws {
    let place = try place()
    try Data(
      """
      #!/bin/sh
      env > "$HOME/seen"
      """.utf8
    ).write(to: place.state.appendingPathComponent("seer"))
    try Data(
      """
      reviewers:
        seer: { kind: command, command: [./seer], family: own, apiKeyEnv: SEER_KEY }
      """.utf8
    ).write(to: place.state.appendingPathComponent("config.yml"))
    let keys = "SEER_KEY=sk-of-the-seer OPENAI_API_KEY=sk-other SPECCHECK_SEAL_KEY=sk-seal"
    _ = try BuiltProgram.shell(
      "chmod +x ../state/seer; \(keys) speccheck plan.md -r seer", in: place)
    let seen = try String(
      contentsOf: place.state.appendingPathComponent("seen"), encoding: .utf8)
    #expect(seen.contains("SEER_KEY=sk-of-the-seer\n"))
    #expect(!seen.contains("sk-other"))
    #expect(!seen.contains("sk-seal"))
  }

  @Test("temporary files that one forgets are removed with its folder")
  func temporaryFiles() throws {
    let place = try place()
    try Data("#!/bin/sh\nmkdir -p \"$TMPDIR/mine/1\"; echo \"$TMPDIR\" > \"$HOME/seen\"\n".utf8)
      .write(to: place.state.appendingPathComponent("forgetful"))
    let temporary = place.fresh("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    _ = try BuiltProgram.shell(
      "chmod +x ../state/forgetful; TMPDIR='\(temporary.path)' "
        + "speccheck plan.md -r command:../state/forgetful", in: place)
    let seen = try String(
      contentsOf: place.state.appendingPathComponent("seen"), encoding: .utf8)
    #expect(seen.contains("/speccheck-scratch-"))
    #expect(!FileManager.default.fileExists(atPath: String(seen.dropLast())))
    #expect(Self.names(in: temporary) == [])
  }

  @Test(
    "whatever signal ends a run, its programs and their folders are gone",
    arguments: [("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131)],
    ["stubborn", "hang", "retries"])
  func interrupted(_ signal: (name: String, code: Int), played: String) async throws {
    let place = try place()
    let mark = UUID().uuidString
    let temporary = place.fresh("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    // names of the locale are among what programs get
    let process = try ChildProcess(
      BuiltProgram.path,
      [
        "plan.md", "-r", TestProgram.spec(playing: played), "-r", TestProgram.spec(playing: played),
      ],
      environment: [
        "PATH": TestProgram.environment["PATH"] ?? "", "LANGUAGE": mark,
        "SPECCHECK_HOME": place.state.path, "TMPDIR": temporary.path,
      ], directory: place.plans.path)
    let limit = ContinuousClock.now + .seconds(60)
    while Self.names(in: temporary).isEmpty, .now < limit {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await Task.sleep(for: .milliseconds(.random(in: 0...300)))
    let number =
      ["INT": SIGINT, "TERM": SIGTERM, "HUP": SIGHUP, "QUIT": SIGQUIT][signal.name] ?? SIGINT
    kill(process.identifier, number)
    var ending = process.ended()
    while ending == nil {
      try await Task.sleep(for: .milliseconds(20))
      ending = process.ended()
    }
    #expect(ending == .exited(Int32(signal.code)))
    #expect(Self.names(in: temporary) == [])
    #if os(Linux)
      #expect(Self.processes(with: mark) == [])
    #endif
  }

  private static func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  /// The processes that have a word in their environment.
  private static func processes(with word: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { name in
      guard Int(name) != nil,
        let data = FileManager.default.contents(atPath: "/proc/\(name)/environ")
      else { return false }
      return data.range(of: Data(word.utf8)) != nil
    }
  }
}
