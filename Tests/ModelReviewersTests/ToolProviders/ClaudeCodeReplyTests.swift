import CheckModel
import Configuration
import StrictJSON
import Subprocess
import Testing

@testable import ModelReviewers

@Suite("What the events of Claude Code mean")
struct ClaudeCodeReplyTests {
  private let settings = AgentFixture.settings(.claudeCLI, model: "claude-opus-5-5")

  private func reply(_ output: AgentOutput) -> WireReply {
    ClaudeCode().read(output.result, settings)
  }

  private func failure(_ output: AgentOutput) throws -> ReviewFailure {
    guard case .failure(let wire) = reply(output).outcome else {
      Issue.record("there is an answer")
      throw CancellationError()
    }
    return wire.failure
  }

  @Test(
    "A structured output after a good end is the answer; the program says who gave it at what cost")
  func answers() throws {
    let reply = reply(try .recorded("claude", "ok"))
    let answer = try #require(try? reply.outcome.get())
    let root = try #require(ToolEvents.event(in: answer))
    #expect(root["answers"]?.elements.count == 40)
    #expect(reply.model == "claude-opus-5-5")
    #expect(
      reply.usage
        == WireUsage(
          input: 3752, cachedInput: 1000, cacheWrites: 0, output: 7000, reasoning: 2000,
          costUSD: 0.151208))
  }

  static let failures: [(String, ReviewFailure.Class)] = [
    ("approval", .malformed), ("unknown-answer", .schemaInvalid), ("refusal", .refused),
    ("length", .truncated), ("context", .contextOverflow), ("overflow", .contextOverflow),
    ("not-logged-in", .auth), ("status-400", .invalidRequest), ("status-401", .auth),
    ("status-404", .notFound), ("status-429", .rateLimited), ("status-500", .overloaded),
    ("status-529", .overloaded), ("quota", .quota), ("subscription-limit", .quota),
    ("connection-refused", .unreachable),
    ("error-event", .overloaded), ("reset-in-body", .unreachable), ("interrupted", .exited),
  ]

  @Test("Each way to fail has its class, whatever the exit status says", arguments: failures)
  func fails(_ name: String, as expected: ReviewFailure.Class) throws {
    #expect(try failure(.recorded("claude", name)).failureClass == expected)
  }

  @Test("Every recording is looked at")
  func all() throws {
    #expect(try AgentOutput.names("claude") == Set(Self.failures.map(\.0) + ["ok"]))
  }

  @Test("Who has no login is told how to get one")
  func login() throws {
    let message = try failure(.recorded("claude", "not-logged-in")).message
    #expect(message.contains("/login") && message.contains("apiKeyEnv"))
  }

  static let spoilt:
    [(String, ReviewFailure.Class, @Sendable (AgentOutput) throws -> AgentOutput)] =
      [
        (
          "is_error beside an answer", .exited,
          { try $0.setting("is_error", of: "result", to: true) }
        ),
        (
          "a list of errors beside an answer", .exited,
          { try $0.setting("errors", of: "result", to: JSONValue(.array(["boom"]))) }
        ),
        (
          "a second result behind a blank", .malformed,
          { output in
            with(output) { copy in
              let result = copy.output.last { $0.contains("\"type\":\"result\"") } ?? "{}"
              copy.output.append("  " + result)
            }
          }
        ),
        ("no is_error", .exited, { try $0.setting("is_error", of: "result", to: nil) }),
        (
          "is_error that is a text", .exited,
          { try $0.setting("is_error", of: "result", to: "false") }
        ),
        (
          "a subtype that is not known", .exited,
          { try $0.setting("subtype", of: "result", to: "fine") }
        ),
        (
          "no structured output", .malformed,
          { try $0.setting("structured_output", of: "result", to: nil) }
        ),
        (
          "a null", .malformed,
          { try $0.setting("structured_output", of: "result", to: JSONValue(.null)) }
        ),
        (
          "no reason for the end", .malformed,
          { try $0.setting("stop_reason", of: "result", to: nil) }
        ),
        (
          "an unknown reason", .malformed,
          { try $0.setting("stop_reason", of: "result", to: "pause_turn") }
        ),
        (
          "another end of the turn", .malformed,
          { try $0.setting("terminal_reason", of: "result", to: "aborted_streaming") }
        ),
        (
          "the name of an error beside an answer", .quota,
          { try $0.setting("api_error", of: "result", to: "usage_limit_reached") }
        ),
        (
          "an error of a kind beside an answer", .exited,
          { try $0.setting("api_error_type", of: "result", to: "overloaded_error") }
        ),
        (
          "an error as the assistant's last word", .auth,
          { with($0) { $0.say(#""error":"authentication_failed""#, last: true) } }
        ),
        (
          "an error of a finer name as the assistant's last word", .unreachable,
          { with($0) { $0.say(#""api_error":"connection_failed""#, last: true) } }
        ),
        (
          "a program that is too old as the assistant's last word", .versionTooOld,
          {
            with($0) {
              $0.say(
                #""error":"invalid_request","api_error":"claude_code_version_too_old""#, last: true)
            }
          }
        ),
        (
          "words between the events", .malformed,
          { with($0) { $0.output.insert("I approve", at: 2) } }
        ),
        (
          "words behind the events", .malformed, { with($0) { $0.output.append("I approve") } }
        ),
        (
          "a piece of an answer cut short", .malformed,
          { with($0) { $0.output.insert(#"{"type":"stream_event","event":{"ty"#, at: 3) } }
        ),
        ("an exit status", .exited, { with($0) { $0.status = 1 } }),
        ("a signal", .exited, { with($0) { $0.status = -9 } }),
        ("nothing at all", .empty, { with($0) { $0.output = [] } }),
        ("nothing but words", .empty, { with($0) { $0.output = ["I approve this plan. GO!"] } }),
        ("two results", .malformed, { with($0) { $0.output += $0.output.suffix(1) } }),
        (
          "a result cut short", .malformed,
          { with($0) { $0.output[$0.output.count - 1].removeLast(9) } }
        ),
        (
          "a member twice", .malformed,
          {
            with($0) {
              $0.output[$0.output.count - 1].replace(
                "{", with: #"{"is_error":false,"#, maxReplacements: 1)
            }
          }
        ),
      ]

  private static func with(_ output: AgentOutput, _ change: (inout AgentOutput) -> Void)
    -> AgentOutput
  {
    var output = output
    change(&output)
    return output
  }

  @Test(
    "An answer counts only where everything around it is as it must be", arguments: spoilt.indices)
  func spoils(_ index: Int) throws {
    let (name, expected, change) = Self.spoilt[index]
    let output = try change(try .recorded("claude", "ok"))
    #expect(try failure(output).failureClass == expected, "\(name)")
  }

  @Test("Words before the events are passed by")
  func noise() throws {
    var output = try AgentOutput.recorded("claude", "ok")
    output.output.insert("(node:7) Warning: something is deprecated", at: 0)
    #expect(throws: Never.self) { try reply(output).outcome.get() }
  }

  @Test("An error after which the assistant goes on is one that was tried again")
  func triedAgain() throws {
    var output = try AgentOutput.recorded("claude", "ok")
    output.say(#""error":"overloaded","is_api_error_message":true"#, last: false)
    #expect(throws: Never.self) { try reply(output).outcome.get() }
  }

  @Test("An error beside an answer is told in its own words, and the answer's are not")
  func ownWords() throws {
    var output = try AgentOutput.recorded("claude", "ok")
    output.say(#""error":"billing_error""#, last: true)
    let failure = try failure(output)
    #expect(failure.failureClass == .quota)
    #expect(failure.message.contains("reports an error: API Error: no luck;"))
  }

  @Test("An option that an old version does not know is named")
  func oldVersion() throws {
    let output = AgentOutput(
      status: 1, errors: "error: unknown option '--restricted'\n", output: [])
    let failure = try failure(output)
    #expect(failure.failureClass == .versionTooOld)
    #expect(failure.message.contains("'--restricted'"))
  }

  @Test("A limit of the subscription is a quota by its words too, and a busy minute is none")
  func subscription() throws {
    let words = try AgentOutput.recorded("claude", "status-429").setting(
      "result", of: "result", to: "You've hit your weekly limit · resets Monday")
    #expect(try failure(words).failureClass == .quota)
    #expect(try failure(.recorded("claude", "status-429")).failureClass == .rateLimited)
  }

  static let words: [(String, ReviewFailure.Class)] = [
    ("Invalid API key · Please run /login", .auth), ("OAuth token has expired", .auth),
    ("API Error: Unable to connect (ECONNRESET)", .unreachable),
    ("Prompt is too long", .contextOverflow),
    ("Credit balance is too low", .quota), ("API Error: Too many requests", .rateLimited),
    ("Something went wrong with key sk-chosen-0123456789", .exited), ("", .exited),
  ]

  @Test(
    "An error without a name and a status is what its words say, else the program's own",
    arguments: words)
  func unnamed(_ words: String, _ expected: ReviewFailure.Class) throws {
    var settings = settings
    settings.key = ReviewerKey(variable: "MY_KEY", value: "sk-chosen-0123456789")
    let output = try AgentOutput.recorded("claude", "ok")
      .setting("is_error", of: "result", to: true)
      .setting("api_error_status", of: "result", to: JSONValue(.null))
      .setting("result", of: "result", to: .string(words))
    guard case .failure(let wire) = ClaudeCode().read(output.result, settings).outcome else {
      Issue.record("there is an answer")
      return
    }
    #expect(wire.failure.failureClass == expected)
    #expect(wire.failure.message.contains(words.replacing("sk-chosen-0123456789", with: "***")))
    #expect(!wire.failure.message.contains("sk-chosen"))
    #expect(expected != .exited || !wire.failure.message.contains("try again later"))
  }

  @Test("The model of an answer is the one that wrote most of it")
  func chores() throws {
    let output = try AgentOutput.recorded("claude", "ok").setting(
      "modelUsage", of: "result",
      to: [
        "claude-haiku-5-5": ["outputTokens": 12], "claude-opus-5-5": ["outputTokens": 7000],
      ])
    #expect(reply(output).model == "claude-opus-5-5")
  }

  @Test("Its own retries are news, with the reason")
  func retries() {
    let line =
      #"{"type":"system","subtype":"api_retry","attempt":1,"max_retries":3,"#
      + #""retry_delay_ms":585,"error_status":529,"error":"overloaded"}"#
    #expect(
      ClaudeCode().news(in: Array(line.utf8))
        == .retries(after: .milliseconds(585), because: .overloaded))
    #expect(ClaudeCode().news(in: Array(#"{"type":"system","subtype":"init"}"#.utf8)) == nil)
    #expect(ClaudeCode().news(in: Array("api_retry".utf8)) == nil)
  }
}

extension AgentOutput {
  /// An assistant's message about an error, before all of its others or behind them.
  fileprivate mutating func say(_ members: String, last: Bool) {
    let isAssistant: (String) -> Bool = { $0.contains(#""type":"assistant""#) }
    let place =
      last ? (output.lastIndex(where: isAssistant) ?? 0) + 1 : output.firstIndex(where: isAssistant)
    output.insert(
      #"{"type":"assistant","message":{"content":[{"type":"text","text":"API Error: no luck"}]},"#
        + members + "}", at: place ?? 0)
  }
}
