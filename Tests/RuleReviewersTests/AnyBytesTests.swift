import CheckModel
import PlanParsing
import Reviewing
import Rubrics
import Testing

@testable import RuleReviewers

@Suite("Any bytes can be judged")
struct AnyBytesTests {
  /// A small generator with a fixed start, so that a failure comes back.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let rubric = try? BuiltinRubrics.rubric("default")

  private static func judge(_ bytes: [UInt8]) async throws -> [Finding] {
    let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: bytes))
    let rubric = try #require(rubric)
    var findings = RuleChecks.findings(in: PlanReading(plan), lensesOnSeats: [.planner, .executor])
    for lens in Lens.allCases {
      let review = try await RuleReviewer(lens: lens).review(
        ReviewRequest(
          plan: plan, rubric: rubric, seat: .a, lens: lens, deadline: .now + .seconds(60)))
      findings += review.findings
    }
    for finding in findings {
      if let span = finding.span {
        #expect(plan.files[span.file].source.bytes.indices.contains(span.range.lowerBound))
        #expect(span.range.upperBound <= plan.files[span.file].source.bytes.count)
      }
    }
    return findings
  }

  @Test("examples with bytes knocked out, doubled and exchanged", arguments: 0..<4)
  func mutated(seed: UInt64) async throws {
    var dice = Dice(state: seed)
    let examples = RuleCatalogue.standard.rules.flatMap { $0.examples.bad + $0.examples.good }
    for _ in 0..<30 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let example = examples[Int.random(in: 0..<examples.count, using: &dice)]
        bytes += Array(Examples.unmark(example).text.utf8)
      }
      for _ in 0..<Int.random(in: 0...12, using: &dice) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeLast(bytes.count - place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
        }
      }
      _ = try await Self.judge(bytes)
    }
  }

  @Test(
    "texts that end in the middle of something",
    arguments: [
      "", "\n", "\u{FEFF}", "#", "<!--", "<!-->", "<!--->", "<p", "<p style=\"display:none", "[",
      "password=", "password=\"", "postgres://a:", "://", "-----BEGIN ",
      "-----BEGIN PRIVATE KEY-----",
      "AKIA", "\"= sk-", "{{", "[e.g.", "- [ ]", "- [ ] ", "Q:", "?", "???", "system:", "\u{202E}",
      "\u{1F3F4}\u{E0067}", "| a |\n|---|\n|", "```", "~~~\n", "---\n", "TBD", ": TBD", "…",
      "\u{AD}",
      "<!-- speccheck-ignore", "<!-- speccheck-ignore : -->", "<!-- speccheck-ignore x: y -->",
    ])
  func unfinished(text: String) async throws {
    _ = try await Self.judge(Array(text.utf8))
  }

  @Test("bytes that are no UTF-8")
  func invalid() async throws {
    let bytes: [[UInt8]] = [
      [0xFF], [0xC3], [0xE2, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xED, 0xA0, 0x80], [0x00],
      Array("pa".utf8) + [0xD0] + Array("yment".utf8), Array("# A\n\n".utf8) + [0x80, 0x81, 0xFE],
    ]
    for text in bytes { _ = try await Self.judge(text) }
  }
}

@Suite("Hostile sizes")
struct HostileSizeTests {
  /// Each shape would take minutes if a rule looked at everything again for each of its hits.
  private static let shapes: [String: String] = [
    "suppressed sections": String(
      repeating: "<!-- speccheck-ignore empty-section: later -->\n## A\n\n", count: 3_000),
    "placeholders": "| a | b |\n|---|---|\n" + String(repeating: "| x | TBD |\n", count: 3_000),
    "one paragraph of commands": String(repeating: "run `rm -rf data` and ", count: 2_000),
    "one sentence of markers": String(repeating: "\"TBD ", count: 10_000),
    "one group of tasks": "## Phase 1\n\n"
      + String(repeating: "- [ ] Update `a.swift`, done when it prints 1\n", count: 2_000),
    "hidden characters": String(repeating: "a\u{200B}\n", count: 10_000),
    "one run of base64": String(repeating: "QUJD", count: 10_000),
    "one Cyrillic word": String(repeating: "\u{0430}b", count: 10_000),
    "comments": String(repeating: "<!-- a --> ", count: 10_000),
    "open comments": String(repeating: "<!-- a ", count: 10_000),
    "brackets": String(repeating: "[e.g ", count: 10_000),
    "questions": "## Open questions\n\n" + String(repeating: "- Should we?\n", count: 5_000),
    "addresses": String(repeating: "http://a:", count: 10_000),
  ]

  @Test("a shape repeated thousands of times is judged", arguments: shapes.keys.sorted())
  func judged(shape: String) async throws {
    let text = "# A\n\n" + (Self.shapes[shape] ?? "") + "\n"
    let plan = plan(text)
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    let review = try await RuleReviewer(lens: .executor).review(
      ReviewRequest(
        plan: plan, rubric: rubric, seat: .b, lens: .executor, deadline: .now + .seconds(60)))
    let checks = RuleChecks.findings(in: PlanReading(plan), lensesOnSeats: [.executor])
    #expect(review.answers.count == 40)
    #expect((review.findings + checks).filter { $0.waiver == nil }.count < 200)
    _ = RuleChecks.diagnostics(in: PlanReading(plan))
  }
}
