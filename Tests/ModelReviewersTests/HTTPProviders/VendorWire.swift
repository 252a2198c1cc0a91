import CheckModel
import HTTPClient
import StrictJSON

@testable import ModelReviewers

/// Responses in the form of each vendor, as one document or as a stream.
enum VendorWire {
  /// A stream that answers with the text, cut into pieces; usage 1,000 in, 400 of it cached, 200 out.
  static func stream(_ kind: ReviewerIdentity.Kind, _ text: String) -> HTTPResponse {
    switch kind {
    case .anthropic: events(anthropic(text))
    case .openai: events(responses(text))
    case .gemini: events(gemini(text))
    case .ollama: lines(ollama(text))
    default: events(chat(text), end: "data: [DONE]\n\n")
    }
  }

  /// The same as one document.
  static func document(_ kind: ReviewerIdentity.Kind, _ text: String) -> HTTPResponse {
    switch kind {
    case .anthropic: json(anthropicMessage(text))
    case .openai: json(responsesObject(text))
    case .gemini: json(geminiPart(text, finish: "STOP"))
    case .ollama: json(ollamaEnd(text))
    default: json(chatCompletion(text))
    }
  }

  static func json(_ value: JSONValue, status: Int = 200, _ headers: [HTTPHeader] = [])
    -> HTTPResponse
  {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")] + headers,
      body: value.bytes)
  }

  static func events(_ values: [JSONValue], end: String = "") -> HTTPResponse {
    let text = values.map { value in
      let name = value["type"]?.asText.map { "event: \($0)\n" } ?? ""
      return "\(name)data: \(value.text(indented: false))\n\n"
    }
    return HTTPResponse(
      status: 200, headers: [HTTPHeader("content-type", "text/event-stream; charset=utf-8")],
      body: Array((text.joined() + end).utf8))
  }

  static func lines(_ values: [JSONValue]) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: [HTTPHeader("content-type", "application/x-ndjson")],
      body: Array(values.map { $0.text(indented: false) + "\n" }.joined().utf8))
  }

  /// Four pieces or fewer, cut anywhere between characters.
  private static func pieces(_ text: String) -> [JSONValue] {
    let size = max(1, (text.count + 3) / 4)
    var rest = Substring(text)
    var pieces: [JSONValue] = []
    while !rest.isEmpty {
      pieces.append(.string(String(rest.prefix(size))))
      rest = rest.dropFirst(size)
    }
    return pieces
  }

  // MARK: - Anthropic

  static func anthropicMessage(_ text: String, stop: JSONValue = "end_turn") -> JSONValue {
    [
      "id": "msg_1", "type": "message", "role": "assistant", "model": "claude-opus-5-5-20261001",
      "content": [
        ["type": "thinking", "thinking": "Let me see.", "signature": "c2ln"],
        ["type": "text", "text": .string(text)],
      ],
      "stop_reason": stop, "stop_sequence": JSONValue(.null),
      "usage": [
        "input_tokens": 500, "cache_read_input_tokens": 400, "cache_creation_input_tokens": 100,
        "output_tokens": 200, "output_tokens_details": ["thinking_tokens": 50],
      ],
    ]
  }

  static func anthropic(_ text: String, stop: JSONValue = "end_turn") -> [JSONValue] {
    let start: [JSONValue] = [
      [
        "type": "message_start",
        "message": anthropicMessage("").setting(["content"], to: []).setting(
          ["stop_reason"], to: JSONValue(.null)
        ).setting(["usage", "output_tokens"], to: 1),
      ],
      block(0, ["type": "thinking", "thinking": "", "signature": ""]),
      delta(0, ["type": "thinking_delta", "thinking": "Let me see."]),
      ["type": "content_block_stop", "index": 0], ["type": "ping"],
      block(1, ["type": "text", "text": ""]),
    ]
    let end: [JSONValue] = [
      ["type": "content_block_stop", "index": 1],
      [
        "type": "message_delta", "delta": ["stop_reason": stop, "stop_sequence": JSONValue(.null)],
        "usage": ["output_tokens": 200, "output_tokens_details": ["thinking_tokens": 50]],
      ],
      ["type": "message_stop"],
    ]
    return start + pieces(text).map { delta(1, ["type": "text_delta", "text": $0]) } + end
  }

  static func block(_ index: Int, _ block: JSONValue) -> JSONValue {
    ["type": "content_block_start", "index": .integer(index), "content_block": block]
  }

  static func delta(_ index: Int, _ delta: JSONValue) -> JSONValue {
    ["type": "content_block_delta", "index": .integer(index), "delta": delta]
  }

  // MARK: - OpenAI

  static func responsesObject(_ text: String) -> JSONValue {
    [
      "id": "resp_1", "object": "response", "created_at": 1_795_180_800,
      "status": "completed", "error": JSONValue(.null), "incomplete_details": JSONValue(.null),
      "model": "gpt-6-sol-2026-10-01",
      "output": [
        ["id": "rs_1", "type": "reasoning", "summary": []],
        message(["type": "output_text", "text": .string(text), "annotations": []]),
      ],
      "usage": [
        "input_tokens": 1_000, "input_tokens_details": ["cached_tokens": 400],
        "output_tokens": 200, "output_tokens_details": ["reasoning_tokens": 50],
        "total_tokens": 1_200,
      ],
    ]
  }

  static func message(_ part: JSONValue) -> JSONValue {
    [
      "id": "msg_1", "type": "message", "role": "assistant", "status": "completed",
      "content": [part],
    ]
  }

  static func responses(_ text: String) -> [JSONValue] {
    let whole = responsesObject(text)
    let start: JSONValue = [
      "type": "response.created", "sequence_number": 0,
      "response": whole.setting(["status"], to: "in_progress").setting(["output"], to: []),
    ]
    let deltas = pieces(text).enumerated().map { index, piece in
      JSONValue.members([
        "type": "response.output_text.delta", "sequence_number": .integer(index + 1),
        "item_id": "msg_1", "output_index": 1, "content_index": 0, "delta": piece,
      ])
    }
    return [start] + deltas + [
      ["type": "response.completed", "sequence_number": 9, "response": whole]
    ]
  }

  // MARK: - Chat

  private static let chatUsage: JSONValue = [
    "prompt_tokens": 1_000, "completion_tokens": 200, "total_tokens": 1_200,
    "prompt_tokens_details": ["cached_tokens": 400],
    "completion_tokens_details": ["reasoning_tokens": 50],
  ]

  static func chatCompletion(_ text: String, finish: JSONValue = "stop") -> JSONValue {
    [
      "id": "c1", "object": "chat.completion", "created": 1_795_180_800,
      "model": "qwen3-coder-30b",
      "choices": [
        [
          "index": 0, "finish_reason": finish, "logprobs": JSONValue(.null),
          "message": [
            "role": "assistant", "content": .string(text), "refusal": JSONValue(.null),
          ],
        ]
      ],
      "usage": chatUsage,
    ]
  }

  static func chat(_ text: String, finish: JSONValue = "stop") -> [JSONValue] {
    [chunk(["role": "assistant", "content": ""])] + pieces(text).map { chunk(["content": $0]) } + [
      chunk([:], finish: finish),
      chunk([:]).setting(["choices"], to: []).setting(["usage"], to: chatUsage),
    ]
  }

  static func chunk(_ delta: JSONValue, finish: JSONValue = JSONValue(.null)) -> JSONValue {
    [
      "id": "c1", "object": "chat.completion.chunk", "created": 1_795_180_800,
      "model": "qwen3-coder-30b",
      "choices": [["index": 0, "delta": delta, "finish_reason": finish]],
      "usage": JSONValue(.null),
    ]
  }

  // MARK: - Gemini and Ollama

  static func geminiPart(_ text: String, finish: JSONValue?) -> JSONValue {
    [
      "candidates": [
        .members([
          "content": [
            "role": "model",
            "parts": [
              ["text": "Let me see.", "thought": true], ["text": .string(text)],
            ],
          ],
          "finishReason": finish, "index": 0,
        ])
      ],
      "usageMetadata": [
        "promptTokenCount": 1_000, "cachedContentTokenCount": 400, "candidatesTokenCount": 150,
        "thoughtsTokenCount": 50, "totalTokenCount": 1_200,
      ],
      "modelVersion": "gemini-3.8-flash-001", "responseId": "r1",
    ]
  }

  static func gemini(_ text: String, finish: JSONValue = "STOP") -> [JSONValue] {
    pieces(text).map { geminiPart($0.asText ?? "", finish: nil) } + [geminiPart("", finish: finish)]
  }

  static func ollamaEnd(_ text: String, reason: JSONValue? = "stop", tokens: Int = 3_000)
    -> JSONValue
  {
    .members([
      "model": "qwen3-coder", "created_at": "2026-11-20T15:00:00Z",
      "message": ["role": "assistant", "content": .string(text)], "done": true,
      "done_reason": reason, "prompt_eval_count": .integer(tokens), "eval_count": 200,
    ])
  }

  static func ollama(_ text: String) -> [JSONValue] {
    pieces(text).map { piece in
      [
        "model": "qwen3-coder", "created_at": "2026-11-20T15:00:00Z",
        "message": ["role": "assistant", "content": piece], "done": false,
      ]
    } + [ollamaEnd("")]
  }
}
