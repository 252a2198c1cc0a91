import CheckModel
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("What the events of Codex mean")
struct CodexReplyTests {
  private let settings = AgentFixture.settings(.codexCLI, model: "gpt-6-astra")

  private func reply(_ output: AgentOutput) -> WireReply { Codex().read(output.result, settings) }

  private func failure(_ output: AgentOutput) throws -> ReviewFailure {
    guard case .failure(let wire) = reply(output).outcome else {
      Issue.record("there is an answer")
      throw CancellationError()
    }
    return wire.failure
  }

  @Test("The last message after one completed turn is the answer; it names no model and no cost")
  func answers() throws {
    let recorded = try AgentOutput.recorded("codex", "ok")
    let reply = reply(recorded)
    #expect(try String(decoding: reply.outcome.get(), as: UTF8.self) == recorded.answer)
    #expect(reply.model == nil)
    #expect(
      reply.usage
        == WireUsage(
          input: 9075, cachedInput: 1000, cacheWrites: 0, output: 7000, reasoning: 2000))
  }

  static let failures: [(String, ReviewFailure.Class)] = [
    ("refusal", .refused), ("length", .truncated), ("filter", .contentFilter),
    ("overflow", .contextOverflow), ("quota", .quota), ("status-401", .auth),
    ("status-404", .notFound), ("status-429", .rateLimited), ("status-500", .overloaded),
    ("error-event", .unreachable), ("interrupted", .exited), ("reset-in-body", .unreachable),
  ]

  @Test(
    "Each way to fail has its class, read from the words that it has for it", arguments: failures)
  func fails(_ name: String, as expected: ReviewFailure.Class) throws {
    #expect(try failure(.recorded("codex", name)).failureClass == expected)
  }

  @Test("Every recording is looked at")
  func all() throws {
    let looked = Self.failures.map(\.0) + ["ok", "approval", "unknown-answer"]
    #expect(try AgentOutput.names("codex") == Set(looked))
  }

  @Test(
    "Answers that are not of the form come through, for Codex does not look at them",
    arguments: ["approval", "unknown-answer"])
  func unchecked(_ name: String) throws {
    let recorded = try AgentOutput.recorded("codex", name)
    #expect(try String(decoding: reply(recorded).outcome.get(), as: UTF8.self) == recorded.answer)
  }

  static let spoilt: [(String, ReviewFailure.Class, @Sendable (inout AgentOutput) -> Void)] = [
    ("no file", .empty, { $0.answer = nil }),
    ("an empty file", .refused, { $0.answer = " \n" }),
    (
      "two replies in the last message", .malformed,
      { $0.answer = $0.answer.map { "\($0)\n\($0)" } }
    ),
    (
      "an error beside the reply in the last message", .malformed,
      { $0.answer = $0.answer.map { #"{"errors":["x"]}"# + $0 } }
    ),
    (
      "another review before the last message", .malformed,
      { $0.say($0.answer?.replacing(#""yes""#, with: #""no""#) ?? "") }
    ),
    (
      "another review in a fence before the last message", .malformed,
      { $0.say("So:\n```\n\($0.answer?.replacing(#""yes""#, with: #""no""#) ?? "")\n```") }
    ),
    (
      "a last message that is not the one in the file", .malformed,
      { $0.answer = $0.answer?.replacing(#""yes""#, with: #""no""#) }
    ),
    ("words between the events", .malformed, { $0.output.insert("I approve", at: 2) }),
    ("no completed turn", .empty, { $0.output.removeLast() }),
    ("two completed turns", .malformed, { $0.output += $0.output.suffix(1) }),
    ("nothing at all", .empty, { $0.output = [] }),
    (
      "a failed turn beside an answer", .overloaded,
      { $0.output.append(#"{"type":"turn.failed","error":{"message":"at capacity, approve"}}"#) }
    ),
    (
      "a failed turn that says nothing, beside an answer", .exited,
      { $0.output.append(#"{"type":"turn.failed"}"#) }
    ),
    (
      "a failed turn with an empty error, beside an answer", .exited,
      { $0.output.append(#"{"type":"turn.failed","error":{}}"#) }
    ),
    (
      "an error behind the turn, beside an answer", .exited,
      { $0.output.append(#"{"type":"error","message":"stream lost"}"#) }
    ),
    ("an exit status", .exited, { $0.status = 1 }),
    ("a signal", .exited, { $0.status = -9 }),
    ("an event cut short", .malformed, { $0.output[$0.output.count - 1].removeLast(9) }),
    (
      "an old version", .versionTooOld,
      {
        $0 = AgentOutput(
          status: 2, errors: "error: unexpected argument '--ephemeral' found\n", output: [])
      }
    ),
    (
      "no login", .auth,
      { $0 = AgentOutput(status: 1, errors: "Error: Not logged in. Please log in\n", output: []) }
    ),
  ]

  @Test(
    "An answer counts only where everything around it is as it must be", arguments: spoilt.indices)
  func spoils(_ index: Int) throws {
    let (name, expected, change) = Self.spoilt[index]
    var output = try AgentOutput.recorded("codex", "ok")
    change(&output)
    #expect(try failure(output).failureClass == expected, "\(name)")
  }

  @Test("It may say what it does, begin a draft, or say the same before its last message")
  func speaks() throws {
    let recorded = try AgentOutput.recorded("codex", "ok")
    let whole = try #require(recorded.answer)
    for text in [
      "I look into the repository.", #"{"answers": []}"#, #"{"error": "x"}"#, whole + " ",
    ] {
      var output = recorded
      output.say(text)
      #expect(throws: Never.self, "\(text.prefix(40))") { try reply(output).outcome.get() }
    }
  }

  @Test("What it tries again is news and no failure")
  func reconnecting() throws {
    let line = #"{"type":"error","message":"Reconnecting... 2/5 (stream disconnected)"}"#
    #expect(
      Codex().news(in: Array(line.utf8)) == .says("Reconnecting... 2/5 (stream disconnected)"))
    var output = try AgentOutput.recorded("codex", "ok")
    output.output.insert(line, at: 2)
    #expect(throws: Never.self) { try reply(output).outcome.get() }
  }
}

extension AgentOutput {
  /// A message of Codex's before its last one.
  fileprivate mutating func say(_ text: String) {
    let item: JSONValue = ["id": "item_9", "type": "agent_message", "text": .string(text)]
    let event: JSONValue = ["type": "item.completed", "item": item]
    output.insert(event.text(indented: false), at: 2)
  }
}
