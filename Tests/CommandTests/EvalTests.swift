import Foundation
import Testing

@Suite("'eval'")
struct EvalTests {
  private static let plan = """
    # Export

    ## Goal

    Customers get their orders as CSV.

    ## Tasks

    - [ ] Write `export.py`. The columns are TBD.

    """

  private static func labels(quote: String = "The columns are TBD", more: String = "") -> String {
    #"""
    {"verdict": "not-ready", "style": "prose", "size": "small", "language": "en", "tier": "normal",
     "repository": false, "topics": ["data"], "gaps": [{"id": "g1", "kind": "placeholder",
      "severity": "major", "criterion": "selfcontained", "file": "plan.md", "lines": [9, 9],
      "quote": "\#(quote)", "missing": "Nobody knows which columns.",
      "rule": "placeholder-marker"}]\#(more)}
    """#
  }

  /// A team's own corpus of one draft.
  private static func place(_ labels: String = labels()) throws -> Place {
    let place = try Place()
    try place.write(plan, to: "own/drafts/export/plan.md")
    try place.write(labels, to: "own/drafts/export/labels.json")
    return place
  }

  @Test("measures a corpus of one's own; JSON has the same tables")
  func own() throws {
    let place = try Self.place()
    let run = try BuiltProgram.run(["eval", "own"], in: place)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("gaps found                                    1 of 1\n"))
    let json = try BuiltProgram.run(["eval", "own", "-f", "json"], in: place).output
    let tables = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(tables?["schema"] as? String == "speccheck.eval/1")
    let plans = try #require(tables?["plans"] as? [[String: String]])
    #expect(plans.map { $0["plan"] } == ["export"])
  }

  @Test("'--show' lays one plan's findings beside its gaps, and knows what was meant")
  func show() throws {
    let place = try Self.place()
    let run = try BuiltProgram.run(
      ["eval", "own", "--show", "export", "-f", "markdown"], in: place)
    #expect(run.code == 0)
    #expect(run.output.contains("| g1 | 9-9 | major | placeholder-marker | placeholder-marker |"))
    let slip = try BuiltProgram.run(["eval", "own", "--show", "exprot"], in: place)
    #expect(slip.code == 2)
    #expect(slip.errors.contains("did you mean 'export'?"))
  }

  @Test("a quote that is not there exits with 1 and is named")
  func quote() throws {
    let place = try Self.place(Self.labels(quote: "The rows are TBD"))
    let run = try BuiltProgram.run(["eval", "own"], in: place)
    #expect(run.code == 1)
    #expect(
      run.errors
        == "speccheck: export/labels.json: g1: plan.md:9-9 does not say “The rows are TBD”\n")
  }

  @Test("a target that is missed exits with 1 and is named; a wrong one is wrong input")
  func target() throws {
    let place = try Self.place()
    try place.write(#"{"notReadyGo": -1}"#, to: "own/targets.json")
    let run = try BuiltProgram.run(["eval", "own"], in: place)
    #expect(run.code == 1)
    #expect(run.errors.contains("plans that are not ready and get a GO is 0.00"))
    try place.write(#"{"speed": 1}"#, to: "own/targets.json")
    #expect(try BuiltProgram.run(["eval", "own"], in: place).code == 2)
  }

  @Test("labels that cannot be read are wrong input, with their place")
  func labels() throws {
    let place = try Self.place(Self.labels(more: #", "author": "x""#))
    let run = try BuiltProgram.run(["eval", "own"], in: place)
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("speccheck: own/drafts/export/labels.json:5:"))
    #expect(try BuiltProgram.run(["eval", "nowhere"], in: place).code == 2)
  }

  @Test("the locked part is read only with '--locked'")
  func locked() throws {
    let place = try Self.place()
    try place.write(Self.plan, to: "own/locked/drafts/secret-plan/plan.md")
    try place.write(Self.labels(), to: "own/locked/drafts/secret-plan/labels.json")
    let without = try BuiltProgram.run(["eval", "own"], in: place).output
    let with = try BuiltProgram.run(["eval", "own", "--locked"], in: place).output
    #expect(!without.contains("Locked part"))
    #expect(with.contains("Locked part: totals") && !with.contains("secret-plan"))
  }
}
