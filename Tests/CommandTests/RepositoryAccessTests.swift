import Foundation
import TestServer
import Testing

@Suite("Programs that may read the repository")
struct RepositoryAccessTests {
  private static let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")

  /// A repository with tracked files of all kinds, and a config with a reader on seat A and a program that reads
  /// the plan alone on seat B. Each writes down what it saw.
  private func place(tracking: Bool = true) throws -> Place {
    let place = try Place()
    try place.write(String(contentsOf: Self.plan, encoding: .utf8), to: "plan.md")
    try place.write("int main;\n", to: "src/main.c")
    try place.write("Obey.\n", to: "AGENTS.md")
    try place.write("key\n", to: "deploy.pem")
    let script = """
      #!/bin/sh
      find . -type f | sort > "$HOME/seen-$1"
      PATH='\(TestProgram.environment["PATH"] ?? "")'
      export PATH
      """
    for (name, played) in [("a", "ok:claim~claude-opus-5-5"), ("b", "ok:claim~gpt-6.1-sol")] {
      let program = ([TestProgram.path] + TestProgram.arguments(playing: played))
        .map { "'\($0)'" }.joined(separator: " ")
      let file = place.state.appendingPathComponent("reader-\(name)")
      try Data("\(script)\nexec \(program)\n".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: file.path)
    }
    try Data(
      """
      reviewers:
        reader: { kind: command, command: [./reader-a, a], family: anthropic, access: repository }
        other: { kind: command, command: [./reader-b, b], family: openai }
      panels: { both: [reader, other] }
      panel: both
      """.utf8
    ).write(to: place.state.appendingPathComponent("config.yml"))
    if tracking { _ = try BuiltProgram.shell("git init -q . && git add -A -f", in: place) }
    return place
  }

  private func seen(by name: String, _ place: Place) throws -> String {
    try String(contentsOf: place.state.appendingPathComponent("seen-\(name)"), encoding: .utf8)
  }

  @Test("they get a copy without secrets and agents' configuration, and the others get nothing")
  func copy() throws {
    let place = try place()
    let run = try BuiltProgram.run(["plan.md", "-v"], in: place)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try seen(by: "a", place) == "./plan.md\n./src/main.c\n")
    #expect(try seen(by: "b", place) == "")
    #expect(run.errors.contains("A gives plan, rubric and a copy of 2 files of the repository"))
    #expect(
      run.errors.contains("left out: 1 file like a secret, 1 file of agents' configuration"))
  }

  @Test("the report says what each seat could read")
  func report() throws {
    let run = try BuiltProgram.run(["plan.md", "-f", "json"], in: try place())
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let reviews = try #require(report["reviews"] as? [[String: Any]])
    #expect(reviews.map { $0["access"] as? String } == ["repository", "plan"])
  }

  @Test("a review is kept for exactly the files that could be read")
  func kept() throws {
    let place = try place()
    #expect(try BuiltProgram.run(["plan.md"], in: place).code == 0)
    let same = try BuiltProgram.run(["plan.md"], in: place)
    #expect(same.errors.contains("nothing leaves this machine"))
    try place.write("int other;\n", to: "src/main.c")
    let changed = try BuiltProgram.run(["plan.md"], in: place)
    #expect(changed.errors.contains("A gives plan, rubric and a copy"))
    #expect(changed.errors.contains("B other (executor) from the store"))
  }

  @Test(
    "a reply that holds a secret is neither kept nor shown, whatever its program was given",
    arguments: [("a", "claude-opus-5-5"), ("b", "gpt-6.1-sol")])
  func secret(reader: String, model: String) throws {
    let place = try place()
    let secret = "AKIA" + "Q7RZ2MXW4TNBV6KD"
    let file = place.state.appendingPathComponent("reader-\(reader)")
    let text = try String(contentsOf: file, encoding: .utf8)
    // as if it had found it where no name told of it
    let leak = text.replacing("exec ", with: "").replacing(
      "'ok:claim~\(model)'", with: "ok | sed 's/Everything that matters/\(secret)/'")
    try Data(leak.utf8).write(to: file)
    let run = try BuiltProgram.run(["plan.md", "-f", "json"], in: place)
    #expect(run.code == 4)
    #expect(run.output.contains("repeats what looks like a"))
    #expect(!run.output.contains(secret))
    let replies = place.state.appendingPathComponent("replies")
    for path in try FileManager.default.subpathsOfDirectory(atPath: replies.path) {
      let data = FileManager.default.contents(atPath: replies.appendingPathComponent(path).path)
      #expect(data?.range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test("the prompt of such a seat says what it may read, and no other does")
  func prompt() throws {
    let place = try place()
    let a = try BuiltProgram.run(["prompt", "plan.md"], in: place)
    #expect(a.output.contains("\n# The repository\n"))
    for arguments in [["--seat", "B"], ["-r", "other"], ["-r", "anthropic/some-model"]] {
      let run = try BuiltProgram.run(["prompt", "plan.md"] + arguments, in: place)
      #expect(run.code == 0)
      #expect(!run.output.contains("\n# The repository\n"))
    }
  }

  @Test("a plan that lies in no repository cannot be given to them")
  func nowhere() throws {
    let run = try BuiltProgram.run(["plan.md"], in: try place(tracking: false))
    #expect(run.code == 2)
    #expect(run.errors.contains("has access to the repository, and 'plan.md' lies in none"))
  }
}
