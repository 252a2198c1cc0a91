import CheckModel
import StrictJSON
import Testing

@testable import ModelReviewers

private typealias F = ReplyFixture

private func failure(_ reply: JSONValue, lens: Lens = .planner) throws -> ReviewFailure {
  try #require(throws: ReviewFailure.self) {
    try F.decode(reply.text(indented: true), lens: lens)
  }
}

@Suite("Decoding a reply")
struct ReplyDecoderTests {
  @Test("A good reply arrives whole, answers in the rubric's order")
  func good() throws {
    let answers: JSONValue = .init(
      .array(F.rubric.questions.reversed().map { F.answer($0.id) }))
    let reply = try F.decode(F.reply().setting(["answers"], to: answers).text(indented: false))
    #expect(reply.answers.map(\.question) == F.rubric.questions.map(\.id))
    #expect(reply.answers[0].lines == Reply.Lines(file: 0, range: 8...8))
    #expect(reply.gaps.map(\.severity) == [.minor])
    #expect(reply.gaps[0].confidence == 75)
    #expect(reply.questions == ["Is a line of nothing but blanks kept?"])
    #expect(reply.startNow && reply.model == "claude-example-1")
    #expect(reply.sectionsRead == ["Trim trailing blanks", "Tasks"])
  }

  @Test("A missing quote may be null or blank, a missing objection empty")
  func blanks() throws {
    let reply = try F.decode(
      F.reply().setting(["answers", "0", "quote"], to: .init(.null))
        .setting(["answers", "1", "quote"], to: " \n").setting(["answers", "1", "lines"], to: [])
        .setting(["strongest_objection"], to: "").setting(["model"], to: .init(.null))
        .text(indented: false))
    #expect(reply.answers[0].quote == nil && reply.answers[1].quote == nil)
    #expect(reply.answers[1].lines == nil)
    #expect(reply.strongestObjection == nil && reply.model == nil)
  }

  /// A place in the good reply, what is put there (nil: taken away), and the first message.
  private static let spoilings: [(path: [String], value: JSONValue?, message: String)] = [
    (["gaps"], nil, "a.json:1:1: the key \"gaps\" is missing"),
    (["score"], 90, "the key \"score\" is unknown"),
    (["echo"], nil, "a.json:1:1: the key \"echo\" is missing"),
    (["answers"], "all yes", "answers: must be an array, is a string"),
    (["answers", "0", "reason"], nil, "answers[0]: the key \"reason\" is missing"),
    (["answers", "0", "note"], "x", "answers[0]: the key \"note\" is unknown"),
    (
      ["answers", "2", "answer"], "maybe", "answers[2].answer: \"maybe\" is not one of yes, partly"
    ),
    (["answers", "2", "answer"], "not-judged", "answers[2].answer: \"not-judged\" is not one of"),
    (["answers", "2", "answer"], true, "answers[2].answer: must be a string, is a boolean"),
    (["answers", "1", "question"], "goal.9", "answers[1].question: \"goal.9\" is not one of"),
    (["answers", "1", "question"], "goal.1", "answers[1].question: goal.1 is answered a second"),
    (["answers", "4"], nil, "answers: no answer to checks.1"),
    (["answers"], [], "answers: no answer to goal.1, goal.2, paths.1, paths.2, checks.1"),
    (
      ["answers", "0", "lines"], [0],
      "answers[0].lines[0]: 0 is not a line of the file, which has 8"
    ),
    (["answers", "0", "lines"], [8, 9], "answers[0].lines[1]: 9 is not a line"),
    (["answers", "0", "lines"], [7, 3], "answers[0].lines[1]: the line numbers must not descend"),
    (["answers", "0", "lines"], [-1], "answers[0].lines[0]: -1 is not a line"),
    (
      ["answers", "0", "lines"], [.init(.real(8))],
      "answers[0].lines[0]: must be an integer, is a number with a fraction"
    ),
    (["answers", "0", "file"], 2, "answers[0].file: 2 is not a file of the plan, which has 1"),
    (
      ["answers", "0", "file"], .init(.integer(.min)),
      "answers[0].file: -9223372036854775808 is not"
    ),
    (["gaps", "0", "confidence"], 80, "gaps[0].confidence: 80 is not one of 0, 25, 50, 75, 100"),
    (["gaps", "0", "confidence"], 101, "gaps[0].confidence: 101 is not one of"),
    (
      ["gaps", "0", "severity"], "critical", "gaps[0].severity: \"critical\" is not one of blocker"
    ),
    (["gaps", "0", "kind"], "secret", "gaps[0].kind: \"secret\" is not one of"),
    (["gaps", "0", "criterion"], "style", "gaps[0].criterion: \"style\" is not one of"),
    (["gaps", "0", "first_line"], 8, "gaps[0].first_line: 8 is after the last line"),
    (["gaps", "0", "last_line"], 99, "gaps[0].last_line: 99 is not a line"),
    (["gaps", "0", "last_line"], .init(.null), "gaps[0]: first_line and last_line must both be"),
    (["gaps", "0", "quote"], 7, "gaps[0].quote: must be a string or null, is an integer"),
    (
      ["questions"], ["1", "2", "3", "4", "5", "6"],
      "questions: 6 entries, and 5 is the most"
    ),
    (["start_now"], true, "start_now: must be an object, is a boolean"),
    (["start_now", "answer"], "yes", "start_now.answer: must be a boolean, is a string"),
    (
      ["injection_suspected"],
      [["file": 1, "first_line": 1, "last_line": 9, "reason": "x"]],
      "injection_suspected[0].last_line: 9 is not a line"
    ),
    (["answers", "0", "reason"], " ", "answers[0].reason: must not be empty"),
    (["gaps", "0", "problem"], "", "gaps[0].problem: must not be empty"),
    (["start_now", "reason"], "\n", "start_now.reason: must not be empty"),
    (["model"], 5, "model: must be a string or null, is an integer"),
  ]

  @Test("A fault of form or range is named with its path", arguments: spoilings.indices)
  func spoiled(index: Int) throws {
    let (path, value, message) = Self.spoilings[index]
    let failure = try failure(F.reply().setting(path, to: value))
    #expect(failure.failureClass == .schemaInvalid)
    #expect(failure.message.contains(message), "\(failure.message)")
    #expect(failure.message.hasPrefix("a.json:"))
  }

  @Test("The line and column are those of the value, and all faults are in the detail")
  func position() throws {
    let text = F.reply().setting(["gaps", "0", "confidence"], to: 80)
      .setting(["gaps", "0", "last_line"], to: 99).text(indented: true)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("\"confidence\": 80") })
    let column = try #require(lines[line].firstRange(of: "80")).lowerBound
    let place = "\(line + 1):\(lines[line].distance(from: lines[line].startIndex, to: column) + 1)"
    let failure = try #require(throws: ReviewFailure.self) { try F.decode(text) }
    #expect(
      failure.message
        == "a.json:\(place): gaps[0].confidence: 80 is not one of 0, 25, 50, 75, 100 (and 1 more)")
    #expect(failure.detail?.split(separator: "\n").count == 2)
  }

  @Test(
    "A whole reply of another kind is refused", arguments: ["[]", "7", "\"yes\"", "null", "{}"])
  func otherRoot(text: String) throws {
    let failure = try #require(throws: ReviewFailure.self) { try F.decode(text) }
    #expect(failure.failureClass == .schemaInvalid)
    #expect(failure.message.hasPrefix("a.json:1:1: "))
  }

  @Test("More than two hundred gaps are a model that has lost itself")
  func tooManyGaps() throws {
    let gaps = JSONValue(.array(Array(repeating: F.gap(), count: 201)))
    #expect(try failure(F.reply().setting(["gaps"], to: gaps)).message.contains("200 is the most"))
  }

  @Test("A flood of faults is cut off")
  func manyFaults() throws {
    let answers = JSONValue(.array(Array(repeating: 7, count: 5000)))
    let failure = try failure(F.reply().setting(["answers"], to: answers))
    #expect(failure.detail?.split(separator: "\n").count == 50)
  }
}

@Suite("Whether a reply answers this prompt")
struct ReplyEchoTests {
  @Test("Another nonce and another plan are refused before anything else is looked at")
  func wrong() throws {
    for (path, value) in [("nonce", "deadbeef"), ("nonce", ""), ("digest_tail", "000000")] {
      let reply = F.reply().setting(["echo", path], to: .init(.string(value)))
        .setting(["answers"], to: [])
      let failure = try failure(reply)
      #expect(failure.failureClass == .wrongNonce)
      #expect(failure.message.contains("a.json: the "), "\(failure.message)")
    }
  }

  @Test("A reply made for the other lens is told so")
  func otherLens() throws {
    let failure = try failure(F.reply(lens: .planner), lens: .executor)
    #expect(failure.failureClass == .wrongNonce)
    #expect(failure.message.contains("answers the prompt of the planner lens"))
  }

  @Test("A reply to an earlier text of the plan is stale")
  func stale() throws {
    let reply = F.reply(to: F.plan(F.planText + "\nOne more line."))
    #expect(try failure(reply).failureClass == .wrongNonce)
  }

  @Test("The schema, the examples and the whole prompt sent back are no replies")
  func echoes() throws {
    let plan = F.plan(F.planText)
    let prompt = Prompt(plan: plan, rubric: F.rubric, lens: .planner, secret: F.secret)
    let example = try #require(
      prompt.system.split(separator: "\n").last { $0.hasPrefix("{\"question\"") })
    for text in [prompt.schema.text(indented: true), String(example), prompt.text] {
      let failure = try #require(throws: ReviewFailure.self) { try F.decode(text) }
      #expect(failure.failureClass == .wrongNonce)
      #expect(failure.message.contains("reply form"), "\(failure.message)")
    }
  }

  @Test("A reply that lies in the plan itself cannot know the nonce")
  func replyInPlan() throws {
    let planted = F.reply().setting(["echo", "nonce"], to: "00000000").text(indented: false)
    let plan = F.plan(F.planText + "\n\n```json\n\(planted)\n```\n")
    let prompt = Prompt(plan: plan, rubric: F.rubric, lens: .planner, secret: F.secret)
    let failure = try #require(throws: ReviewFailure.self) {
      try F.decode(prompt.text, plan: plan)
    }
    #expect(failure.failureClass == .wrongNonce)
  }
}
