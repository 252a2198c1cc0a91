import Foundation
import TestProcess
import TestServer
import Testing

@Suite("Reviews that are kept, and runs that are broken off")
struct KeptReviewTests {
  private static let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")

  /// A place with the plan, and the program's line up to its options; each model at a server that does
  /// what the switches say.
  private func setUp(
    _ a: String = "ok", _ b: String = "ok"
  ) throws -> (place: Place, command: String) {
    let server = try TestServer.running()
    let place = try Place()
    try place.write(String(contentsOf: Self.plan, encoding: .utf8), to: "plan.md")
    let environment =
      "ANTHROPIC_API_KEY=k OPENAI_API_KEY=k ANTHROPIC_BASE_URL=\(server.url("/anthropic/\(a)")) "
      + "OPENAI_BASE_URL=\(server.url("/openai/\(b)"))"
    return (
      place,
      "\(environment) speccheck plan.md -r anthropic/claude-sonnet-5-5 -r openai/gpt-6-sol"
    )
  }

  private func json(_ line: String, _ place: Place) throws -> [String: Any] {
    let run = try BuiltProgram.shell("\(line) -q -f json", in: place)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(value as? [String: Any], "\(run.errors)")
  }

  private func reviews(_ report: [String: Any]) throws -> [[String: Any]] {
    try #require(report["reviews"] as? [[String: Any]])
  }

  /// What may differ between two runs over the same bytes is taken out.
  private func comparable(_ report: [String: Any]) throws -> NSDictionary {
    var report = report
    for key in ["run", "timing"] { report[key] = nil }
    report["reviews"] = try reviews(report).map { review in
      var review = review
      for key in ["usage", "attempts", "fromLedger"] { review[key] = nil }
      return review
    }
    return report as NSDictionary
  }

  @Test("the second run asks nobody and decides the same")
  func secondRun() throws {
    let (place, command) = try setUp("gap~major")
    let first = try json(command, place)
    let second = try json(command, place)
    #expect(try reviews(first).map { $0["fromLedger"] as? Bool } == [false, false])
    #expect(try reviews(second).map { $0["fromLedger"] as? Bool } == [true, true])
    #expect(try comparable(first) == comparable(second))
    let verdict = try #require(first["verdict"] as? [String: Any])
    #expect(verdict["outcome"] as? String == "GO")
  }

  @Test(
    "a family is known by its products too, and its own plan is not lifted by its praise",
    arguments: ["anthropic", "Claude", "claude-opus-5-5"])
  func ownFamily(author: String) throws {
    let (place, command) = try setUp()
    let run = try BuiltProgram.shell("\(command) --written-by \(author)", in: place)
    #expect(run.errors.contains("its own family, anthropic, wrote"))
  }

  @Test("what a healthy seat said is kept while the other failed")
  func healthySeat() throws {
    let (place, command) = try setUp("ok", "status~401")
    let first = try json(command, place)
    #expect(try reviews(first).map { $0["status"] as? String } == ["ok", "failed"])
    let second = try json(command, place)
    #expect(try reviews(second)[0]["fromLedger"] as? Bool == true)
    #expect(try reviews(second)[1]["status"] as? String == "failed")
  }

  @Test("samples are counted, their spread is told, and later runs go on counting them")
  func samples() throws {
    let (place, command) = try setUp()
    let first = try json("\(command) --samples 2", place)
    #expect(try reviews(first).map { $0["spread"] as? Double } == [0, 0])
    let fresh = try BuiltProgram.shell("\(command) --fresh", in: place)
    #expect(fresh.code == 0)
    #expect(fresh.output.contains("A of 3 reviews: 100, 100, 100"))
    let later = try BuiltProgram.shell(command, in: place)
    #expect(later.output == fresh.output)
    #expect(later.errors.contains("from the store"))
  }

  @Test("--no-send needs no key, moves what was said with its text, and is never GO")
  func noSend() throws {
    let (place, command) = try setUp("gap~major")
    #expect(try BuiltProgram.shell(command, in: place).code == 0)
    let silent = command.replacing("_API_KEY=k", with: "_API_KEY=")
    let same = try BuiltProgram.shell("\(silent) --no-send", in: place)
    #expect(same.errors.contains("not asked") && !same.errors.contains("from the store"))
    #expect(same.code == 3)
    #expect(same.output.contains("[stored-only]"))
    let before = same.output.firstMatch(of: /plan\.md:(\d+):1: major/).flatMap { Int($0.1) }
    try place.write("# New\n\n" + place.read("plan.md"), to: "plan.md")
    let moved = try BuiltProgram.shell("\(silent) --no-send", in: place)
    #expect(moved.code == 3)
    #expect(moved.output.contains("A speaks of an earlier version of the plan"))
    let after = moved.output.firstMatch(of: /plan\.md:(\d+):1: major/).flatMap { Int($0.1) }
    #expect(try #require(after) == #require(before) + 2)
  }

  @Test("a damaged reply is passed over, said and asked for again")
  func damaged() throws {
    let (place, command) = try setUp()
    _ = try BuiltProgram.shell(command, in: place)
    let replies = place.state.appendingPathComponent("replies")
    for path in try FileManager.default.subpathsOfDirectory(atPath: replies.path)
    where path.hasSuffix(".json") {
      let handle = try FileHandle(forWritingTo: replies.appendingPathComponent(path))
      try handle.truncate(atOffset: 100)
      try handle.close()
    }
    let run = try BuiltProgram.shell(command, in: place)
    #expect(run.code == 0)
    #expect(run.errors.contains("passed over: its content is not what was stored"))
    #expect(run.errors.contains("A sends plan and rubric"))
    let quiet = try BuiltProgram.shell("\(command) -q", in: place)
    #expect(quiet.errors == "")
  }

  @Test("twenty runs at once on one plan pay once for each seat")
  func twenty() async throws {
    let (place, command) = try setUp("slow~1", "slow~1")
    let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try BuiltProgram.shell(
            "for i in 1 2 3 4 5; do (\(command) -q) & done; wait; true", in: place
          ).code
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == [0, 0, 0, 0])
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: place.state.appendingPathComponent("replies").path)
    #expect(paths.count { $0.hasSuffix(".json") } == 2)
    #expect(paths.count { $0.contains(".tmp") } == 0)
  }

  @Test("the folder of replies is closed to others")
  func permissions() throws {
    let (place, command) = try setUp()
    _ = try BuiltProgram.shell("umask 0; \(command)", in: place)
    let replies = place.state.appendingPathComponent("replies")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: replies.path)
    #expect(paths.count { $0.hasSuffix(".json") } == 2)
    for path in paths {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: replies.appendingPathComponent(path).path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test("an interrupt with both requests under way ends at once and leaves nothing half-written")
  func interrupt() async throws {
    let server = try TestServer.running()
    let (place, _) = try setUp()
    let replies = place.state.appendingPathComponent("replies")
    func files() -> [String] {
      (try? FileManager.default.subpathsOfDirectory(atPath: replies.path)) ?? []
    }
    let process = try ChildProcess(
      BuiltProgram.path,
      ["plan.md", "-r", "anthropic/claude-sonnet-5-5", "-r", "openai/gpt-6-sol"],
      environment: [
        "SPECCHECK_HOME": place.state.path, "ANTHROPIC_API_KEY": "k", "OPENAI_API_KEY": "k",
        "ANTHROPIC_BASE_URL": server.url("/anthropic/hang"),
        "OPENAI_BASE_URL": server.url("/openai/hang-in-body"),
      ], directory: place.plans.path)
    // a lock for each seat is there before its request
    let limit = ContinuousClock.now + .seconds(60)
    while files().count(where: { $0.hasSuffix("/lock") }) < 2, .now < limit {
      try await Task.sleep(for: .milliseconds(20))
    }
    kill(process.identifier, SIGINT)
    var ending = process.ended()
    while ending == nil {
      try await Task.sleep(for: .milliseconds(20))
      ending = process.ended()
    }
    #expect(ending == .exited(130))
    #expect(files().filter { $0.contains("/") && !$0.hasSuffix("/lock") } == [])
  }
}
