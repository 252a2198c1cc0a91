import CheckModel
import CheckPipeline
import ModelReviewers
import PlanParsing
import Reviewing
import Rubrics
import StrictJSON
import Testing

@Suite("A plan of very many lines that are nearly alike")
struct ManyLinesTests {
  private static let secret = RecordedPath.secret

  @Test(
    "is put into prompts, quoted from and merged in a time that grows as it does",
    .timeLimit(.minutes(5)))
  func alike() async throws {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    let lines = (0..<10_000).map {
      "Rename the column `field_\($0 + 10_000)` of the nightly export to its new name"
    }
    let plan = PlanParser.parse(
      PlanInput(
        path: "plan.md", bytes: Array(("# Columns\n\n" + lines.joined(separator: "\n")).utf8)))
    let places = Seat.allCases.map { seat in
      let prompt = Prompt(plan: plan, rubric: rubric, lens: seat.usualLens, secret: Self.secret)
      let reply = Self.reply(to: plan, prompt, rubric, lines)
      return Panel.Place(
        seat: seat, lens: seat.usualLens,
        reviewer: AnswerFileReviewer(
          path: "\(seat.rawValue).json", bytes: Array(reply.text(indented: false).utf8),
          secret: Self.secret))
    }
    let pipeline = CheckPipeline(
      rubric: rubric, panel: Panel(a: places[0], b: places[1], timeout: .seconds(600)),
      checks: { _ in ChecksReport(findings: []) }, alwaysReview: true,
      tool: ToolIdentity(name: "speccheck", version: "test"), instrument: "test")
    let result = await pipeline.check(
      plan, as: RunIdentity(id: "0", startedAt: "2026-01-01T00:00:00Z", round: 1))
    for seat in result.seats {
      let review = try #require(seat.outcome.review)
      #expect(review.quotes == QuoteCount(total: 60, notFound: 0))
      #expect(
        review.findings.map { $0.span.map { plan.lines(of: $0).lowerBound } } == Self.gapLines)
    }
    #expect(result.merged.matched == 20)
  }

  private static let gapLines = (0..<20).map { 3 + $0 * 499 as Int? }

  /// Yes to everything, each with another line as its quote, and twenty gaps whose lines are not the quote's.
  private static func reply(
    to plan: Plan, _ prompt: Prompt, _ rubric: Rubric, _ lines: [String]
  ) -> JSONValue {
    let answers = rubric.questions.enumerated().map { index, question in
      [
        "question": JSONValue(.string(question.id)), "file": 1,
        "lines": [JSONValue(.integer(3 + index * 249))],
        "quote": JSONValue(.string(lines[index * 249])), "reason": "It stands there.",
        "answer": "yes",
      ] as JSONValue
    }
    let gaps = (0..<20).map { index in
      [
        "file": 1, "first_line": 5_000, "last_line": 5_001,
        "quote": JSONValue(.string(lines[index * 499])),
        "problem": JSONValue(.string("The new name of field \(index * 499) is not said.")),
        "consequence": "The executor guesses.", "fix": "Say the new name.", "kind": "missing",
        "criterion": "clarity", "severity": "minor", "confidence": 75,
      ] as JSONValue
    }
    return [
      "echo": [
        "nonce": JSONValue(.string(prompt.nonce.description)),
        "digest_tail": JSONValue(.string(ReplyEcho.digestTail(of: plan))),
      ],
      "sections_read": ["Columns"], "answers": JSONValue(.array(answers)),
      "gaps": JSONValue(.array(gaps)), "questions": [], "strongest_objection": "",
      "start_now": ["reason": "All is said.", "answer": true], "injection_suspected": [],
      "model": JSONValue(.null),
    ]
  }
}
