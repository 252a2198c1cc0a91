import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("A body that reports success")
struct WireBodyTests {
  private func outcome(
    _ kind: ReviewerIdentity.Kind, _ response: HTTPResponse
  ) throws -> Result<[UInt8], WireFailure> {
    let settings = ModelFixture.settings(kind)
    let provider = try #require(kind.provider)
    return provider.read(
      response, to: ModelQuestion(prompt: ModelFixture.prompt), settings
    ).outcome
  }

  private func failureClass(
    _ kind: ReviewerIdentity.Kind, _ response: HTTPResponse
  ) throws -> ReviewFailure.Class? {
    guard case .failure(let failure) = try outcome(kind, response) else { return nil }
    return failure.failure.failureClass
  }

  struct Body: Sendable, CustomTestStringConvertible {
    var type: String?
    var text: String
    var expected: ReviewFailure.Class

    var testDescription: String { "\(type ?? "no type"): \(text.prefix(50))" }
  }

  static let noReplies = [
    Body(type: "text/html", text: "<html>Sign in</html>", expected: .malformed),
    Body(type: "text/html", text: "{}", expected: .malformed),
    Body(type: "text/plain", text: "{}", expected: .malformed),
    Body(type: nil, text: "{}", expected: .malformed),
    Body(type: "application/json", text: "", expected: .empty),
    Body(type: "application/json", text: " \n", expected: .empty),
    Body(type: "application/json", text: "<html>", expected: .malformed),
    Body(type: "application/json", text: "null", expected: .malformed),
    Body(type: "application/json", text: "[]", expected: .malformed),
    Body(type: "application/json", text: "{}", expected: .malformed),
    Body(type: "application/json", text: #"{"choices":[]"#, expected: .malformed),
    Body(type: "application/json", text: #"{"a":1,"a":1}"#, expected: .malformed),
    Body(type: "application/json", text: #"{"a":NaN}"#, expected: .malformed),
    Body(
      type: "application/json",
      text: String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
      expected: .malformed),
    Body(type: "text/event-stream", text: ": ping\n\n", expected: .malformed),
    Body(type: "text/event-stream", text: "data: <html>\n\n", expected: .malformed),
    Body(type: "text/event-stream", text: "data: [DONE]\n\n", expected: .malformed),
    Body(type: "text/event-stream", text: "<html></html>", expected: .malformed),
  ]

  @Test("A document or event far beyond the largest reply is not even read")
  func tooLarge() throws {
    let text = "{\"a\":\"" + String(repeating: "x", count: 9 << 20) + "\"}"
    for (type, body) in [
      ("application/json", text), ("text/event-stream", "data: \(text)\n\n"),
      ("application/x-ndjson", text + "\n"),
    ] {
      let response = HTTPResponse(
        status: 200, headers: [HTTPHeader("content-type", type)], body: Array(body.utf8))
      guard case .failure(let wire) = try outcome(.chat, response) else {
        Issue.record("there is an answer")
        continue
      }
      #expect(wire.failure.failureClass == .malformed)
      #expect(type != "application/json" || wire.failure.message.contains("more than 9437184"))
    }
  }

  @Test(
    "What is no answer is a failure for every vendor", arguments: noReplies,
    ReviewerIdentity.Kind.overHTTP)
  func noReply(_ body: Body, kind: ReviewerIdentity.Kind) throws {
    let headers = body.type.map { [HTTPHeader("Content-Type", $0)] } ?? []
    let response = HTTPResponse(status: 200, headers: headers, body: Array(body.text.utf8))
    #expect(try failureClass(kind, response) == body.expected)
  }

  @Test(
    "One document is read although a stream was announced",
    arguments: ReviewerIdentity.Kind.overHTTP)
  func announcedStream(_ kind: ReviewerIdentity.Kind) throws {
    var response = VendorWire.document(kind, "text")
    response.headers = [HTTPHeader("Content-Type", "text/event-stream")]
    #expect(try outcome(kind, response) == .success(Array("text".utf8)))
  }

  @Test(
    "A stream cut anywhere before its end is never an answer",
    arguments: ReviewerIdentity.Kind.overHTTP)
  func cut(_ kind: ReviewerIdentity.Kind) throws {
    let whole = VendorWire.stream(kind, ModelFixture.reply)
    #expect(try outcome(kind, whole) == .success(Array(ModelFixture.reply.utf8)))
    // chat streams name the usage and a mark behind the end
    let tail = [.chat, .openrouter].contains(kind) ? 400 : 1
    for length in stride(from: 1, to: whole.body.count - tail, by: 97) {
      var cut = whole
      cut.body = Array(whole.body.prefix(length))
      #expect(try failureClass(kind, cut) == .malformed, "\(length)")
    }
  }

  @Test(
    "A good answer under another type of content is none",
    arguments: ReviewerIdentity.Kind.overHTTP, ["text/plain", "text/html; charset=utf-8", "*/*"])
  func wrongType(_ kind: ReviewerIdentity.Kind, type: String) throws {
    for var response in [VendorWire.document(kind, "text"), VendorWire.stream(kind, "text")] {
      response.headers = [HTTPHeader("Content-Type", type)]
      #expect(try failureClass(kind, response) == .malformed)
    }
  }

  @Test("Unknown events and keys do no harm", arguments: ReviewerIdentity.Kind.overHTTP)
  func unknown(_ kind: ReviewerIdentity.Kind) throws {
    let strange = "data: {\"type\":\"news\",\"x\":[1,2]}\n\n: comment\n\nevent: other\nid: 7\n\n"
    var response = VendorWire.stream(kind, "text")
    if kind == .ollama {
      response.body = Array("{\"news\":1}\n\n".utf8) + response.body
    } else {
      response.body = Array(strange.utf8) + response.body
    }
    #expect(try outcome(kind, response) == .success(Array("text".utf8)))
  }

  @Test("Parts of a message that come twice are noticed where the protocol can tell")
  func doubled() throws {
    let events = VendorWire.anthropic("text")
    for index in [0, 5] {
      let doubled = events[...index] + events[index...]
      #expect(try failureClass(.anthropic, VendorWire.events(Array(doubled))) == .malformed)
    }
    let end = events + events.suffix(1)
    #expect(try failureClass(.anthropic, VendorWire.events(end)) == nil)
    let responses = VendorWire.responses("text").flatMap { [$0, $0] }
    #expect(
      try outcome(.openai, VendorWire.events(responses)) == .success(Array("text".utf8)))
    let chat = VendorWire.chat("text")
    #expect(try failureClass(.chat, VendorWire.events(chat + chat)) == .malformed)
  }
}
