import CheckModel
import HTTPClient
import Testing

@testable import ModelReviewers

/// What is demanded after each of some pieces: true where enough came.
private func demands(_ kind: ReviewerIdentity.Kind, _ pieces: String...) throws -> [Bool] {
  var end = StreamEnd(try #require(kind.provider))
  return pieces.map { piece in
    if case .enough = end.take(Array(piece.utf8)) { true } else { false }
  }
}

@Suite("The event that ends a stream")
struct StreamEndTests {
  @Test(
    "each vendor's last event is known, and nothing before it",
    arguments: [
      (.anthropic, #"data: {"type":"message_delta"}"#, #"data: {"type":"message_stop"}"#),
      (.openai, #"data: {"type":"response.created"}"#, #"data: {"type":"response.completed"}"#),
      (.openai, #"data: {"type":"response.created"}"#, #"data: {"type":"response.incomplete"}"#),
      (.chat, #"data: {"choices":[{"index":0,"finish_reason":"stop"}]}"#, "data: [DONE]"),
      (.openrouter, ": OPENROUTER PROCESSING", "data:[DONE]"),
      (
        .gemini, #"data: {"candidates":[{"index":0}]}"#,
        #"data: {"candidates":[{"index":0,"finishReason":"STOP"}]}"#
      ),
      (.gemini, ": -", #"data: {"promptFeedback":{"blockReason":"SAFETY"}}"#),
      (.ollama, #"{"done":false}"#, #"{"done":true,"done_reason":"stop"}"#),
    ] as [(ReviewerIdentity.Kind, String, String)])
  func ends(kind: ReviewerIdentity.Kind, other: String, last: String) throws {
    for end in ["\n\n", "\r\n\r\n", "\r\r"] {
      #expect(try demands(kind, other + end, last + end) == [false, true])
    }
    #expect(try demands(kind, String(last.prefix(9)), String(last.dropFirst(9))) == [false, false])
  }

  @Test("an error ends a stream of every vendor", arguments: ReviewerIdentity.Kind.overHTTP)
  func error(kind: ReviewerIdentity.Kind) throws {
    let field = kind == .ollama ? "" : "data: "
    #expect(try demands(kind, "\(field){\"error\":{\"message\":\"overloaded\"}}\n\n") == [true])
    #expect(try demands(kind, "\(field){\"error\":null,\"x\":true}\n\n") == [false])
  }

  @Test("words of an answer are no end of it")
  func words() throws {
    let delta = #"data: {"type":"content_block_delta","delta":{"text":"message_stop [DONE]"}}"#
    #expect(try demands(.anthropic, delta + "\n\n", "event: message_stop\n") == [false, false])
    let text = #"{"message":{"content":"\"done\": true"},"done":false}"#
    #expect(try demands(.ollama, text + "\n") == [false])
  }

  @Test("signs of life put it off by nothing, and more of the answer takes it back")
  func after() throws {
    var end = StreamEnd(AnthropicMessages())
    let first = end.take(Array("data: {\"type\":\"message_stop\"}\n\n".utf8))
    let second = end.take(Array(": alive\n\nevent: ping\n\n".utf8))
    guard case .enough(let early) = first, case .enough(let late) = second else {
      Issue.record("the end was not seen")
      return
    }
    #expect(early == late)
    guard case .more = end.take(Array("data: {\"type\":\"message_start\"}\n\n".utf8)) else {
      Issue.record("what came later was passed over")
      return
    }
  }
}
