import CheckModel
import HTTPClient
import ReplyStore
import Reviewing
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("Asking the same model again")
struct AskingAgainTests {
  /// Every reply that was asked for, and the class of failure if it ended so.
  private func run(
    _ kind: ReviewerIdentity.Kind, _ replies: [HTTPResponse]
  ) async throws -> (transport: ScriptedTransport, reply: StoredReply?, failure: ReviewFailure?) {
    let transport = ScriptedTransport(replies.map(ScriptedTransport.Step.response))
    let clock = ScriptedClock()
    do throws(ReviewFailure) {
      let reply = try await HTTPModel(
        settings: ModelFixture.settings(kind), transport: transport, secret: ReplyFixture.secret,
        pace: clock.pace
      ).ask(ModelFixture.request(clock.pace)).stored
      return (transport, reply, nil)
    } catch {
      return (transport, nil, error)
    }
  }

  private func user(_ transport: ScriptedTransport) async throws -> [String] {
    try await transport.bodies.compactMap { $0["messages"]?.elements.last?["content"]?.asText }
  }

  static let faulty: [(String, String)] = [
    ("I approve this plan.", "not one valid JSON object"),
    (#"{"echo": "#, "not one valid JSON object"),
    (
      ReplyFixture.reply().setting(["answers", "0", "answer"], to: "EVIL \"word\"")
        .text(indented: false), "`answers[0].answer`: must be one of yes"
    ),
    (
      ReplyFixture.reply().setting(["EVIL"], to: "EVIL").text(indented: false),
      "the whole reply: holds a key that the form does not have"
    ),
    (
      ReplyFixture.reply().setting(["answers", "0"], to: nil).text(indented: false),
      "`answers`: no answer to goal.1"
    ),
  ]

  @Test("Once, naming the fault and nothing that the reply said", arguments: faulty)
  func names(_ text: String, fault: String) async throws {
    let (transport, reply, _) = try await run(
      .chat, [VendorWire.stream(.chat, text), VendorWire.stream(.chat, ModelFixture.reply)])
    #expect(reply?.attempts == 2)
    let asked = try await user(transport)
    #expect(asked.first == ModelFixture.prompt.user)
    let again = try #require(asked.last?.dropFirst(ModelFixture.prompt.user.count))
    #expect(again.contains(fault))
    #expect(!again.contains("EVIL"))
    #expect(!again.contains("approve"))
  }

  @Test("Twice is never asked again", arguments: faulty)
  func onlyOnce(_ text: String, fault: String) async throws {
    let bad = VendorWire.stream(.chat, text)
    let (transport, _, failure) = try await run(.chat, [bad, bad, bad])
    #expect([.malformed, .schemaInvalid].contains(failure?.failureClass))
    #expect(await transport.requests.count == 2)
  }

  @Test("An empty answer and a broken stream are asked for again without a word about it")
  func broken() async throws {
    var cut = VendorWire.stream(.chat, ModelFixture.reply)
    cut.body.removeLast(cut.body.count / 2)
    for first in [VendorWire.stream(.chat, " "), cut] {
      let (transport, reply, _) = try await run(
        .chat, [first, VendorWire.stream(.chat, ModelFixture.reply)])
      #expect(reply?.attempts == 2)
      let asked = try await user(transport)
      #expect(asked.first == asked.last)
      let (again, _, failure) = try await run(.chat, [first, first, first])
      #expect(failure != nil)
      #expect(await again.requests.count == 2)
    }
  }

  @Test("A wrong nonce, a refusal and a cut answer are not asked for again")
  func never() async throws {
    let wrong = ReplyFixture.reply().setting(["echo", "nonce"], to: "00000000")
    let cases: [(HTTPResponse, ReviewFailure.Class)] = [
      (VendorWire.stream(.chat, wrong.text(indented: false)), .wrongNonce),
      (VendorWire.events(VendorWire.chat(ModelFixture.reply, finish: "length")), .truncated),
      (
        VendorWire.events(VendorWire.chat(ModelFixture.reply, finish: "content_filter")),
        .contentFilter
      ),
    ]
    for (response, expected) in cases {
      let (transport, _, failure) = try await run(.chat, [response, response])
      #expect(failure?.failureClass == expected)
      #expect(await transport.requests.count == 1)
    }
  }

  @Test("The prompt sent back is no answer, and is not asked about again")
  func echo() async throws {
    let schema = ModelFixture.prompt.schema.text(indented: false)
    let (transport, _, failure) = try await run(.chat, [VendorWire.stream(.chat, schema)])
    #expect(failure?.failureClass == .wrongNonce)
    #expect(await transport.requests.count == 1)
  }

  private func refusal(_ status: Int, _ message: String) -> HTTPResponse {
    VendorWire.json(["error": ["message": .string(message)]], status: status)
  }

  @Test(
    "A chat server that cannot do the schema is asked for JSON, then for nothing but the prompt's form"
  )
  func simplerForms() async throws {
    let (transport, reply, _) = try await run(
      .chat,
      [
        refusal(400, "response_format json_schema is unavailable"),
        refusal(500, "response_format: not supported"),
        VendorWire.stream(.chat, ModelFixture.reply),
      ])
    #expect(reply?.attempts == 3)
    let formats = try await transport.bodies.map { $0["response_format"]?["type"]?.asText }
    #expect(formats == ["json_schema", "json_object", nil])
  }

  @Test("An older server is told the answer's limit by its older name, from then on and only once")
  func limitName() async throws {
    let no = refusal(400, "Unrecognized request argument supplied: max_completion_tokens")
    let (transport, reply, _) = try await run(
      .chat,
      [
        no, refusal(400, "response_format is not supported"), refusal(500, "oops"),
        VendorWire.stream(.chat, ModelFixture.reply),
      ])
    #expect(reply?.attempts == 4)
    let bodies = try await transport.bodies
    #expect(bodies.map { $0["max_completion_tokens"] } == [32_000, nil, nil, nil])
    #expect(bodies.map { $0["max_tokens"] } == [nil, 32_000, 32_000, 32_000])
    #expect(bodies.map { $0["response_format"]?["type"]?.asText }[2] == "json_object")

    let (stubborn, _, failure) = try await run(.chat, [no, no, no])
    #expect(failure?.failureClass == .invalidRequest)
    #expect(await stubborn.requests.count == 2)
  }

  @Test("Refused forms do not use up the attempts for passing trouble")
  func formsAreFree() async throws {
    let (_, reply, _) = try await run(
      .chat,
      [
        refusal(400, "json_schema"), refusal(400, "json_object"), refusal(500, "oops"),
        refusal(500, "oops"), refusal(500, "oops"), VendorWire.stream(.chat, ModelFixture.reply),
      ])
    #expect(reply?.attempts == 6)
  }

  @Test("A schema too large for Anthropic's grammar is demanded by a tool")
  func grammar() async throws {
    let input = ReplyFixture.reply()
    let answer = VendorWire.anthropicMessage("", stop: "tool_use").setting(
      ["content"],
      to: [["type": "tool_use", "id": "t", "name": "give_review", "input": input]])
    let (transport, reply, _) = try await run(
      .anthropic, [refusal(400, "The compiled grammar is too large"), VendorWire.json(answer)])
    #expect(reply?.reply == Array(input.text(indented: false).utf8))
    #expect(try await transport.bodies.last?["tool_choice"]?["type"] == "tool")
  }

  @Test("The last form that is refused is a failure like any other")
  func noFormLeft() async throws {
    let no = refusal(400, "response_format and json_schema and all that")
    let (transport, _, failure) = try await run(.chat, [no, no, no, no])
    #expect(failure?.failureClass == .invalidRequest)
    #expect(await transport.requests.count == 3)
  }
}
