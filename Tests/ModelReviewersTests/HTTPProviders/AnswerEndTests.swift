import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("How an answer ends")
struct AnswerEndTests {
  struct End: Sendable, CustomTestStringConvertible {
    var kind: ReviewerIdentity.Kind
    var name: String
    var response: HTTPResponse
    var expected: ReviewFailure.Class

    init(
      _ kind: ReviewerIdentity.Kind, _ name: String, _ response: HTTPResponse,
      _ expected: ReviewFailure.Class
    ) {
      self.kind = kind
      self.name = name
      self.response = response
      self.expected = expected
    }

    var testDescription: String { "\(kind.rawValue): \(name)" }
  }

  /// Every one holds a reply without fault, so nothing but the end speaks against it.
  private static let text = ModelFixture.reply

  private static let anthropic =
    ([
      ("max_tokens", .truncated), ("refusal", .refused), ("pause_turn", .malformed),
      ("model_context_window_exceeded", .contextOverflow), ("something_new", .malformed),
    ] as [(String, ReviewFailure.Class)]).flatMap { reason, expected in
      [
        End(
          .anthropic, reason,
          VendorWire.events(VendorWire.anthropic(text, stop: .string(reason))), expected),
        End(
          .anthropic, "\(reason), whole",
          VendorWire.json(VendorWire.anthropicMessage(text, stop: .string(reason))), expected),
      ]
    } + [
      End(
        .anthropic, "no reason",
        VendorWire.json(VendorWire.anthropicMessage(text, stop: JSONValue(.null))), .malformed)
    ]

  private static let chat =
    ([
      ("length", .truncated), ("content_filter", .contentFilter), ("tool_calls", .malformed),
      ("error", .malformed),
    ] as [(String, ReviewFailure.Class)]).flatMap { reason, expected in
      [
        End(
          .chat, reason, VendorWire.events(VendorWire.chat(text, finish: .string(reason))),
          expected),
        End(
          .chat, "\(reason), whole",
          VendorWire.json(VendorWire.chatCompletion(text, finish: .string(reason))), expected),
      ]
    } + [
      End(
        .chat, "refusal",
        VendorWire.json(
          VendorWire.chatCompletion(text).setting(
            ["choices", "0", "message", "refusal"], to: "I cannot.")), .refused),
      End(
        .chat, "refusal in a stream",
        VendorWire.events(
          [VendorWire.chunk(["refusal": "I "]), VendorWire.chunk(["refusal": "cannot."])]
            + VendorWire.chat(text)), .refused),
      End(.chat, "nothing", VendorWire.json(VendorWire.chatCompletion(" \n")), .empty),
    ]

  private static func response(_ path: [String], _ value: JSONValue) -> HTTPResponse {
    VendorWire.json(VendorWire.responsesObject(text).setting(path, to: value))
  }

  private static let openAI = [
    End(
      .openai, "max_output_tokens",
      VendorWire.json(
        VendorWire.responsesObject(text).setting(["status"], to: "incomplete").setting(
          ["incomplete_details"], to: ["reason": "max_output_tokens"])), .truncated),
    End(
      .openai, "content_filter in a stream",
      VendorWire.events(
        VendorWire.responses(text).dropLast() + [
          [
            "type": "response.incomplete",
            "response": VendorWire.responsesObject(text).setting(["status"], to: "incomplete")
              .setting(["incomplete_details"], to: ["reason": "content_filter"]),
          ]
        ]), .contentFilter),
    End(
      .openai, "refusal with status completed",
      response(
        ["output", "1"], VendorWire.message(["type": "refusal", "refusal": "I cannot."])),
      .refused),
    End(.openai, "cancelled", response(["status"], "cancelled"), .malformed),
    End(.openai, "in_progress", response(["status"], "in_progress"), .malformed),
    End(
      .openai, "unfinished message", response(["output", "1", "status"], "incomplete"), .malformed),
    End(.openai, "no message", response(["output"], []), .empty),
    End(
      .openai, "failed",
      VendorWire.events(
        VendorWire.responses(text).dropLast() + [
          [
            "type": "response.failed",
            "response": VendorWire.responsesObject(text).setting(["status"], to: "failed")
              .setting(["error"], to: ["code": "server_error", "message": "x"]),
          ]
        ]), .overloaded),
    End(
      .openai, "failed for its rate",
      response(["error"], ["code": "rate_limit_exceeded", "message": "x"]), .rateLimited),
  ]

  private static let gemini =
    ([
      ("MAX_TOKENS", .truncated), ("SAFETY", .contentFilter), ("RECITATION", .contentFilter),
      ("PROHIBITED_CONTENT", .contentFilter), ("BLOCKLIST", .contentFilter),
      ("SPII", .contentFilter), ("MALFORMED_RESPONSE", .malformed), ("OTHER", .malformed),
    ] as [(String, ReviewFailure.Class)]).map { reason, expected in
      End(
        .gemini, reason, VendorWire.events(VendorWire.gemini(text, finish: .string(reason))),
        expected)
    } + [
      End(
        .gemini, "blocked prompt",
        VendorWire.json(["promptFeedback": ["blockReason": "PROHIBITED_CONTENT"]]), .contentFilter
      )
    ]

  private static let ollama = [
    End(
      .ollama, "length", VendorWire.json(VendorWire.ollamaEnd(text, reason: "length")), .truncated),
    End(.ollama, "load", VendorWire.json(VendorWire.ollamaEnd(text, reason: "load")), .malformed),
    End(.ollama, "no reason", VendorWire.json(VendorWire.ollamaEnd(text, reason: nil)), .malformed),
    End(
      .ollama, "front of the prompt cut off",
      VendorWire.json(VendorWire.ollamaEnd(text, tokens: 500)), .contextOverflow),
    End(
      .ollama, "context full", VendorWire.json(VendorWire.ollamaEnd(text, tokens: 60_000)),
      .contextOverflow),
    End(
      .ollama, "prompt not counted",
      VendorWire.json(VendorWire.ollamaEnd(text).setting(["prompt_eval_count"], to: nil)),
      .malformed),
    End(
      .ollama, "error in a stream",
      VendorWire.lines(VendorWire.ollama(text) + [["error": "out of memory"]]), .overloaded),
  ]

  @Test("Only a completed answer counts", arguments: anthropic + openAI + chat + gemini + ollama)
  func end(_ end: End) throws {
    let provider = try #require(end.kind.provider)
    let reply = provider.read(
      end.response, to: ModelQuestion(prompt: ModelFixture.prompt),
      ModelFixture.settings(end.kind))
    guard case .failure(let failure) = reply.outcome else {
      Issue.record("read as an answer")
      return
    }
    #expect(failure.failure.failureClass == end.expected)
    // nothing of the answer stands in the message
    #expect(!failure.failure.message.contains("nonce"))
    #expect(failure.failure.message.hasPrefix("\(end.kind.rawValue)/"))
  }

  @Test("The tokens of an answer that is not used are counted all the same")
  func usage() throws {
    let provider = try #require(ReviewerIdentity.Kind.anthropic.provider)
    let reply = provider.read(
      VendorWire.events(VendorWire.anthropic("x", stop: "max_tokens")),
      to: ModelQuestion(prompt: ModelFixture.prompt), ModelFixture.settings(.anthropic))
    #expect(reply.usage.output == 200)
    #expect(reply.usage.input == 1_000)
  }

  @Test("The input of a forced tool is the answer", arguments: [true, false])
  func tool(streams: Bool) throws {
    let input = ReplyFixture.reply()
    let message = VendorWire.anthropicMessage("Here it is:", stop: "tool_use").setting(
      ["content", "2"],
      to: ["type": "tool_use", "id": "t1", "name": "give_review", "input": input])
    let json = input.text(indented: false)
    let half = json.index(json.startIndex, offsetBy: json.count / 2)
    let stream: [JSONValue] =
      VendorWire.anthropic("Here it is:", stop: "tool_use").dropLast(2) + [
        VendorWire.block(
          2, ["type": "tool_use", "id": "t1", "name": "give_review", "input": [:]]),
        VendorWire.delta(
          2, ["type": "input_json_delta", "partial_json": .string(String(json[..<half]))]),
        VendorWire.delta(
          2, ["type": "input_json_delta", "partial_json": .string(String(json[half...]))]),
      ] + VendorWire.anthropic("", stop: "tool_use").suffix(2)
    let provider = try #require(ReviewerIdentity.Kind.anthropic.provider)
    let reply = provider.read(
      streams ? VendorWire.events(stream) : VendorWire.json(message),
      to: ModelQuestion(prompt: ModelFixture.prompt, form: .tool),
      ModelFixture.settings(.anthropic))
    #expect(try reply.outcome.get() == Array(json.utf8))
  }
}
