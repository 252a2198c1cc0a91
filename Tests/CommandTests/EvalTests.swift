import Foundation
import TestServer
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

  @Test("'-f html' is one page with plots")
  func html() throws {
    let run = try BuiltProgram.run(["eval", "own", "-f", "html"], in: try Self.place())
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
    #expect(run.output.contains("<svg ") && run.output.contains("placeholder-marker"))
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

@Suite("'eval' with reviewers beside the rules")
struct EvalReviewerTests {
  private static let recording = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option")

  /// A corpus of one ready plan that a model once reviewed, and a folder with these replies.
  private static func place() throws -> Place {
    let place = try Place()
    let plan = try String(contentsOf: recording.appending(path: "plan.md"), encoding: .utf8)
    try place.write(plan, to: "own/base/since/plan.md")
    try place.write(
      """
      {"verdict": "ready", "style": "prose", "size": "large", "language": "en",
       "tier": "normal", "repository": false, "topics": ["cli"], "gaps": []}
      """, to: "own/base/since/labels.json")
    for seat in ["A", "B"] {
      let reply = try String(
        contentsOf: recording.appending(path: "reply-\(seat).json"), encoding: .utf8)
      try place.write(reply, to: "kept/since/reply-\(seat)-1.json")
    }
    try place.write(String(repeating: "*", count: 32), to: "kept/nonce-secret")
    return place
  }

  private static func tables(
    _ arguments: String, in place: Place, prefix: String = ""
  ) throws -> (code: Int32, tables: [String: [[String: String]]], errors: String) {
    let run = try BuiltProgram.shell("\(prefix) speccheck eval own -f json \(arguments)", in: place)
    // a run that was refused prints nothing
    let json = try? JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return (
      run.code, (json ?? [:]).compactMapValues { $0 as? [[String: String]] }, run.errors
    )
  }

  @Test("stored replies are decoded with the secret beside them and measured beside the rules")
  func stored() throws {
    let run = try Self.tables("--replies kept", in: try Self.place())
    #expect(run.code == 0, "\(run.errors)")
    let reviewers = try #require(run.tables["reviewers"])
    #expect(reviewers.map { $0["reviewer"] } == ["rules", "rules", "kept", "kept"])
    #expect(reviewers[2]["literal quotes"] == "1.00")
    let panels = try #require(run.tables["reviewers-verdicts"])
    #expect(panels.filter { $0["label"] == "all" }.map { $0["models"] } == ["0", "1", "1", "2"])
  }

  @Test("with another secret the replies are no reviews, which is told and exits with 1")
  func otherSecret() throws {
    let place = try Self.place()
    try place.write(String(repeating: "+", count: 32), to: "kept/nonce-secret")
    let run = try Self.tables("--replies kept", in: place)
    #expect(run.code == 1)
    #expect(run.errors.contains("kept/since/reply-A-1.json"))
    #expect(run.tables["reviewers"]?.last?["failed"] == "1")
  }

  @Test("the plans and their versions are written where replies to them would lie")
  func plans() throws {
    let place = try Self.place()
    let run = try BuiltProgram.run(["eval", "own", "--plans", "out"], in: place)
    #expect(run.code == 0, "\(run.errors)")
    let plan = try place.read("out/since/plan.md")
    #expect(plan == (try place.read("own/base/since/plan.md")))
    #expect(try place.read("out/since/add-background/plan.md") != plan)
    let printed = try BuiltProgram.shell(
      "speccheck prompt out/since/add-background/plan.md", in: place)
    #expect(printed.code == 0)
  }

  @Test("'--show' lists every finding with the number that a judgement names it by")
  func show() throws {
    let place = try Self.place()
    let found = try Self.tables("--replies kept --show since", in: place)
    let finding = try #require(
      found.tables["reviewers-findings"]?.first { $0["reviewer"] == "kept" })
    let seat = finding["lens"] == "planner" ? "A" : "B"
    try place.write(
      """
      [{"reply": "reply-\(seat)-1.json", "finding": \(finding["nr"] ?? "1"), "is": "real",
        "problem": "\(finding["problem"]?.prefix(12) ?? "")", "because": "so it is"}]
      """, to: "kept/since/judgements.json")
    let judged = try Self.tables("--replies kept --show since", in: place)
    #expect(judged.tables["reviewers-findings"]?.compactMap { $0["hits"] }.contains("real") == true)
  }

  @Test("models are asked through both lenses, once: the next run answers from the store")
  func asked() throws {
    let place = try Self.place()
    let server = try TestServer.running()
    let prefix = "ANTHROPIC_API_KEY=k ANTHROPIC_BASE_URL=\(server.url("/anthropic/ok"))"
    let model = "-r anthropic/claude-sonnet-5-5"
    let refused = try Self.tables("\(model) --max-cost 0.0001", in: place, prefix: prefix)
    #expect(refused.code == 2 && refused.errors.contains("nothing was sent"))
    let first = try Self.tables(model, in: place, prefix: prefix)
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.errors.contains("127.0.0.1"))
    let reviewers = try #require(first.tables["reviewers"])
    #expect(
      reviewers.suffix(2).map { $0["reviewer"] }
        == ["anthropic/claude-sonnet-5-5", "anthropic/claude-sonnet-5-5"])
    #expect(reviewers.suffix(2).map { $0["lens"] } == ["planner", "executor"])
    let kept = try Self.tables("\(model) --no-send", in: place, prefix: prefix)
    #expect(kept.tables["reviewers"]?.count == 4, "\(kept.errors)")
  }

  @Test("'--no-send' asks nobody and says of whom nothing is kept; '--offline' refuses a server")
  func unasked() throws {
    let place = try Self.place()
    let listener = try Listener()
    let prefix =
      "OPENAI_API_KEY=k OPENAI_BASE_URL=http://127.0.0.1:\(listener.port)"
    let run = try Self.tables("-r openai/gpt-6-sol --no-send", in: place, prefix: prefix)
    #expect(run.errors.contains("'openai/gpt-6-sol' says nothing about 1 of the plans"))
    #expect(run.tables["reviewers"]?.count == 2)
    let offline = try Self.tables("-r anthropic/claude-sonnet-5-5 --offline", in: place)
    #expect(offline.code == 2 && offline.errors.contains("'--offline'"))
    #expect(!listener.wasCalled)
  }

  @Test(
    "what cannot be measured is refused",
    arguments: [
      ("-r answer:kept/since/reply-A-1.json", "'--replies'"),
      ("-r anthropic/x -r anthropic/x", "is named twice"),
      ("--replies kept --replies kept", "two reviewers are called 'kept'"),
      ("--replies nowhere", "nowhere"),
    ])
  func refused(options: String, words: String) throws {
    let run = try Self.tables(options, in: try Self.place())
    #expect(run.code == 2)
    #expect(run.errors.contains(words))
  }
}
