import Foundation
import Testing

@Suite("Reports of the program")
struct ReportTests {
  private func report(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What may differ between two runs on the same input is taken out.
  private func lasting(_ text: String) throws -> NSDictionary {
    var report = try report(text)
    report["run"] = nil
    report["timing"] = nil
    return report as NSDictionary
  }

  @Test("JSON on standard output and in a file are one report, and say the exit code")
  func json() throws {
    let place = try Place()
    let plan = Inputs.path("with-bom.md")
    let run = try BuiltProgram.run([plan, "-f", "json", "--report", "json=out/r.json"], in: place)
    #expect(run.code != 0)
    try place.write("", to: "out/here")
    let again = try BuiltProgram.run(
      [plan, "-f", "json", "--report", "json=out/r.json"], in: place)
    #expect(try lasting(run.output) == lasting(again.output))
    #expect(try lasting(again.output) == lasting(place.read("out/r.json")))
    let verdict = try #require(try report(run.output)["verdict"] as? [String: Any])
    #expect(verdict["exitCode"] as? Int == Int(run.code))
    #expect(try report(run.output)["schema"] as? String == "speccheck.report/1")
  }

  @Test("several plans are one list of reports")
  func several() throws {
    let run = try BuiltProgram.run(
      [Inputs.path("finished.md"), Inputs.path("crlf.md"), "-f", "json"], in: try Place())
    let whole = try report(run.output)
    #expect(whole["schema"] as? String == "speccheck.reports/1")
    #expect((whole["reports"] as? [Any])?.count == 2)
  }

  @Test("a report that cannot be written is said, and a verdict against the plan stays")
  func unwritable() throws {
    let place = try Place()
    let run = try BuiltProgram.run(
      [Inputs.path("not-a-plan.md"), "--report", "json=no/such/folder/r.json"], in: place)
    #expect(run.code == 1)
    #expect(run.errors.contains("no/such/folder/r.json"))
    let zero = try BuiltProgram.run(
      [Inputs.path("not-a-plan.md"), "--exit-zero", "--report", "json=no/such/folder/r.json"],
      in: place)
    #expect(zero.code == 4)
  }

  @Test(
    "a report never overwrites what the run reads, and two reports never one another",
    arguments: [
      (["plan.md", "--report", "json=plan.md"], "which this run reads"),
      (["plan.md", "--report", "json=./plan.md"], "which this run reads"),
      (["plan.md", "--report", "plain=link.md"], "which this run reads"),
      (["plan.md", "-r", "answer:a.json", "--report", "json=a.json"], "which this run reads"),
      (["plan.md", "--rubric", "r.md", "--report", "json=r.md"], "which this run reads"),
      (["plan.md", "--report", "json=new", "--report", "plain=new"], "two reports"),
    ])
  func precious(_ arguments: [String], message: String) throws {
    let place = try Place()
    for name in ["plan.md", "a.json"] { try place.write("# \(name)\n", to: name) }
    let rubric = URL(fileURLWithPath: Inputs.path("../../../rubrics/default.md"))
    try place.write(String(decoding: try Data(contentsOf: rubric), as: UTF8.self), to: "r.md")
    try FileManager.default.createSymbolicLink(
      at: place.plans.appendingPathComponent("link.md"),
      withDestinationURL: place.plans.appendingPathComponent("plan.md"))
    let run = try BuiltProgram.run(arguments, in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains(message))
    #expect(try place.read("plan.md") == "# plan.md\n")
    #expect(try place.read("a.json") == "# a.json\n")
    #expect(!FileManager.default.fileExists(atPath: place.plans.path + "/new"))
  }

  @Test("color is for terminals, and for those who ask")
  func color() throws {
    let place = try Place()
    let plan = Inputs.path("crlf.md")
    let terminal = [plan, "-f", "terminal"]
    #expect(!(try BuiltProgram.run(terminal, in: place).output.contains("\u{1B}")))
    #expect(
      try BuiltProgram.run(terminal + ["--color", "always"], in: place).output.contains("\u{1B}["))
    #expect(
      !(try BuiltProgram.run(terminal + ["--color=never"], in: place).output.contains("\u{1B}")))
  }

  @Test("the first line says who reviews")
  func firstLine() throws {
    let run = try BuiltProgram.run(
      [Inputs.path("with-bom.md"), "-f", "terminal"], in: try Place())
    let head = run.output.prefix(400)
    #expect(head.contains("rules/planner") && head.contains("rules/executor"))
  }

  @Test("the prompt of one plan is the same every time, and differs between the seats")
  func prompt() throws {
    let place = try Place()
    let plan = Inputs.path("with-bom.md")
    let first = try BuiltProgram.run(["prompt", plan], in: place)
    #expect(first.code == 0)
    #expect(
      first.output == (try BuiltProgram.run(["prompt", plan, "--seat", "A"], in: place)).output)
    let other = try BuiltProgram.run(["prompt", plan, "--seat", "B"], in: place)
    #expect(first.output != other.output)
    #expect(first.output.contains("Accept-Language"))
    let swapped = try BuiltProgram.run(["prompt", plan, "--swap"], in: place)
    #expect(swapped.output == other.output)
    let json = try BuiltProgram.run(["prompt", plan, "--format", "json"], in: place)
    _ = try report(json.output)
  }
}
