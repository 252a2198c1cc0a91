import Foundation
import Testing

@Suite("Verdicts and exit codes")
struct VerdictTests {
  @Test(
    "what the free checks decide alone",
    arguments: [
      ("with-secret.md", 1, "NO-GO"), ("injected.md", 3, "HOLD"),
      ("unfilled-template.md", 1, "NO-GO"), ("not-a-plan.md", 1, "NO-GO"),
      ("empty.md", 1, "NO-GO"), ("finished.md", 3, "HOLD"), ("title-only.md", 1, "NO-GO"),
    ] as [(String, Int32, String)])
  func checksAlone(_ name: String, code: Int32, outcome: String) throws {
    let run = try BuiltProgram.run([Inputs.path(name)], in: try Place())
    #expect(run.code == code)
    #expect(run.output.contains(outcome))
    #expect(run.errorLines.count == 1, "who reviews, and nothing else")
    #expect(run.errors.contains("rules/planner") && run.errors.contains("nothing leaves"))
  }

  @Test(
    "rules alone never say GO",
    arguments: ["crlf.md", "with-bom.md", "cjk.md", "folder-plan", "finished.md", "injected.md"])
  func rulesAlone(_ name: String) throws {
    let run = try BuiltProgram.run([Inputs.path(name)], in: try Place())
    #expect(run.code == 1 || run.code == 3)
  }

  @Test("of several verdicts NO-GO decides the exit code, whatever the order")
  func several() throws {
    let place = try Place()
    let held = Inputs.path("finished.md")
    let refused = Inputs.path("not-a-plan.md")
    #expect(try BuiltProgram.run([held, held], in: place).code == 3)
    #expect(try BuiltProgram.run([held, refused], in: place).code == 1)
    #expect(try BuiltProgram.run([refused, held], in: place).code == 1)
  }

  @Test("--fail-on and --exit-zero change the code and not the verdict")
  func failOn() throws {
    let place = try Place()
    let held = Inputs.path("finished.md")
    let refused = Inputs.path("not-a-plan.md")
    for (arguments, code) in [
      ([held, "--fail-on", "no-go"], 0), ([held, "--fail-on", "hold"], 3),
      ([refused, "--fail-on", "no-go"], 1), ([refused, "--exit-zero"], 0),
      ([held, refused, "--exit-zero"], 0),
    ] as [([String], Int32)] {
      let run = try BuiltProgram.run(arguments, in: place)
      #expect(run.code == code, "\(arguments.dropFirst())")
      #expect(run.output.contains(arguments[0] == held ? "HOLD" : "NO-GO"))
    }
  }

  @Test("a reply that is none makes the verdict INCOMPLETE, and no option makes that a success")
  func incomplete() throws {
    let place = try Place()
    try place.write("no reply at all", to: "reply.json")
    try place.write("", to: "empty.json")
    let plan = Inputs.path("with-bom.md")
    for file in ["reply.json", "empty.json"] {
      for options in [[], ["--fail-on", "no-go"], ["--fail-on", "incomplete"]] {
        let run = try BuiltProgram.run([plan, "-r", "answer:\(file)"] + options, in: place)
        #expect(run.code == 4)
        #expect(run.output.contains("INCOMPLETE"))
      }
    }
    #expect(
      try BuiltProgram.run([plan, "-r", "answer:reply.json", "--exit-zero"], in: place).code == 0)
  }

  @Test("the code stays what it is when nobody reads the output")
  func closedOutput() throws {
    let place = try Place()
    for (name, code) in [("not-a-plan.md", "1"), ("finished.md", "3")] {
      let run = try BuiltProgram.shell(
        "speccheck -q '\(Inputs.path(name))' | head -0; echo ${PIPESTATUS[0]}", in: place)
      #expect(run.output == "\(code)\n")
      #expect(run.errors == "")
      let closed = try BuiltProgram.shell(
        "speccheck '\(Inputs.path(name))' >&-; echo $?", in: place)
      #expect(closed.output == "\(code)\n")
    }
    let help = try BuiltProgram.shell(
      "speccheck --help | head -0; echo ${PIPESTATUS[0]}", in: place)
    #expect(help.output == "0\n")
  }
}
