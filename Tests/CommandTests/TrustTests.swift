import Foundation
import Testing

@Suite("Trusting a project's config", .enabled(if: isLinux))
struct TrustTests {
  private let lenient =
    "policy: { low: { go: 50, eachAtLeast: 40 }, normal: { go: 50, eachAtLeast: 40 } }\n"

  @Test("only at a terminal, only where there is something to trust")
  func refused() throws {
    let place = try ConfiguredPlace()
    try place.project(lenient)
    for line in [
      "speccheck trust repo", "cd repo; speccheck trust", "echo y | speccheck trust repo",
    ] {
      let run = try place.shell(line)
      #expect(run.code == 2)
      #expect(run.errors.contains("at a terminal"))
    }
    try FileManager.default.removeItem(
      at: place.place.plans.appendingPathComponent("repo/.speccheck.yml"))
    for (line, words) in [
      ("speccheck trust repo", "there is no"), ("speccheck trust .", "no repository"),
      ("SPECCHECK_HOME=repo/s speccheck trust repo", "inside the working tree"),
      ("echo 'a: b' > repo/.speccheck.yml; speccheck trust repo", "unknown key"),
    ] {
      let run = try atTerminal(line, in: place.place)
      #expect(run.code == 2, "\(line)")
      #expect(run.output.contains(words), "\(run.output)")
    }
    #expect(try place.shell("ls ../state/trust").output == "")
  }

  @Test("what is trusted counts, until a byte of it changes, and in that repository alone")
  func counts() throws {
    let place = try ConfiguredPlace()
    try place.project(lenient)
    #expect(try place.shell(ConfiguredPlace.run).code == 3)
    let run = try atTerminal("cd repo; speccheck trust", in: place.place)
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("followed from now on: 'policy.low.go: 50' instead of 58"))
    let report = try place.shell(ConfiguredPlace.run + " -f json")
    #expect(report.code == 0, "\(report.errors)")
    #expect(report.output.contains("\"go\": 50.00"))
    #expect(try place.shell("stat -c %a ../state/trust/*").output == "600\n")

    let moved = try place.shell(
      "cp -r repo other; \(ConfiguredPlace.run.replacingOccurrences(of: "cd repo", with: "cd other"))"
    )
    #expect(moved.code == 3)
    try place.project(lenient + "# more\n")
    #expect(try place.shell(ConfiguredPlace.run).code == 3)
    try place.project(lenient)
    #expect(try place.shell(ConfiguredPlace.run).code == 0)
    let open = try place.shell("chmod 666 ../state/trust/*; \(ConfiguredPlace.run)")
    #expect(open.code == 3)
  }

  @Test("trust covers the rubric that the config brings")
  func rubric() throws {
    let place = try ConfiguredPlace()
    let rubric = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "rubrics/default.md")
    try place.place.write(String(contentsOf: rubric, encoding: .utf8), to: "repo/r.md")
    try place.project("rubric: r.md\n")
    #expect(try atTerminal("speccheck trust repo", in: place.place).code == 0)
    let followed = try place.shell("cd repo; speccheck plan.md -f json")
    #expect(followed.output.contains("\"name\": \"r.md\""))
    #expect(!followed.output.contains("untrusted-config"))
    let changed = try place.shell("cd repo; echo >> r.md; speccheck plan.md -f json")
    #expect(changed.output.contains("\"name\": \"default\""))
    #expect(changed.output.contains("untrusted-config"))
  }

  @Test("trusted or not, a project lowers no guard and brings no reviewers")
  func never() throws {
    let place = try ConfiguredPlace()
    try place.project(
      "rules: { secret-in-plan: off }\nreviewers: { a: { kind: command, command: [touch, ran] } }\n"
        + "panels: { p: ['command:touch ran', rules/executor] }\n")
    let run = try atTerminal("speccheck trust repo", in: place.place)
    #expect(run.code == 0)
    #expect(!run.output.contains("followed from now on"), "\(run.output)")
    #expect(run.output.contains("no project config can lower 'secret-in-plan'"))
    try place.place.write(
      "# Plan\n\nUse `AKIA" + "QX3ZT7WPL9KD2MVB` for the bucket.\n", to: "repo/s.md")
    #expect(try place.shell("speccheck repo/s.md").code == 1)
    #expect(try place.isUntouched())
  }
}
