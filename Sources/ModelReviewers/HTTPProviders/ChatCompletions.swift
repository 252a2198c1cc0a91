import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// OpenAI's Chat Completions API, `POST /v1/chat/completions`, as many servers speak it: OpenRouter, vLLM,
/// llama.cpp, LM Studio, gateways.
struct ChatCompletions: Provider {
  // not every server can enforce a schema, or JSON
  let forms = [AnswerForm.schema, .object, .promptOnly]
  // the usage comes behind the reason for the end, and then the mark
  let endWords: [String] = []

  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest {
    let body: JSONValue = .members([
      "model": .string(settings.model),
      "messages": [
        ["role": "system", "content": .string(question.system)],
        ["role": "user", "content": .string(question.user)],
      ],
      "response_format": format(question),
      "reasoning_effort": settings.effort.map(JSONValue.string),
      // the older name is refused by models that think, the newer one by older servers
      "max_completion_tokens": question.usesOldLimitName
        ? nil : .integer(settings.maxOutputTokens),
      "max_tokens": question.usesOldLimitName ? .integer(settings.maxOutputTokens) : nil,
      "stream": true,
      "stream_options": ["include_usage": true],
      // else OpenRouter may choose a host that ignores the schema
      "provider": settings.kind == .openrouter && question.form != .promptOnly
        ? ["require_parameters": true] : nil,
    ])
    return WireRequest(
      url: settings.endpoint.url + "/chat/completions", headers: headers(settings),
      body: body.bytes)
  }

  private func format(_ question: ModelQuestion) -> JSONValue? {
    switch question.form {
    case .schema, .tool:
      [
        "type": "json_schema",
        "json_schema": ["name": "review", "schema": question.schema, "strict": true],
      ]
    case .object: ["type": "json_object"]
    case .promptOnly: nil
    }
  }

  func headers(_ settings: ModelSettings) -> [HTTPHeader] { settings.bearerHeaders }

  func catalogURL(_ settings: ModelSettings) -> String { settings.endpoint.url + "/models" }

  func isEnd(_ event: JSONValue) -> Bool { false }

  func read(
    _ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings
  ) -> WireReply {
    var completion = ChatCompletion(settings)
    do throws(WireFailure) {
      switch try WireBody(response, settings) {
      case .document(let root): try completion.take(completion: root)
      case .events(let events): for event in events { try completion.take(event) }
      }
      return completion.reply(.success(try completion.text()))
    } catch {
      return completion.reply(.failure(error))
    }
  }
}

/// A completion as it is put together, from one document or from the chunks of a stream.
private struct ChatCompletion {
  private let settings: ModelSettings
  private var model: String?
  private var usage = WireUsage()
  private var content = ""
  private var refusal = ""
  private var finishReason: String?

  init(_ settings: ModelSettings) { self.settings = settings }

  func reply(_ outcome: Result<[UInt8], WireFailure>) -> WireReply {
    WireReply(outcome, model: model, usage: usage)
  }

  mutating func take(completion root: JSONValue) throws(WireFailure) {
    guard case .array(let choices) = root["choices"]?.content, !choices.isEmpty else {
      throw settings.disorder
    }
    try take(root, part: "message")
  }

  mutating func take(_ event: WireEvent) throws(WireFailure) {
    guard let value = event.value else { return }
    try take(value, part: "delta")
  }

  private mutating func take(_ root: JSONValue, part: String) throws(WireFailure) {
    if let answered = root["model"]?.asText, !answered.isEmpty { model = answered }
    note(root["usage"])
    for choice in root["choices"]?.elements ?? [] where (choice["index"]?.asInteger ?? 0) == 0 {
      let text = Self.text(choice[part]?["content"])
      // text after the end is doubled, or belongs to another answer
      guard text.isEmpty || finishReason == nil else { throw settings.disorder }
      content += text
      refusal += choice[part]?["refusal"]?.asText ?? ""
      finishReason = choice["finish_reason"]?.asText ?? finishReason
    }
  }

  /// A string, or the text parts of a list.
  private static func text(_ content: JSONValue?) -> String {
    content?.asText ?? (content?.elements ?? []).compactMap { $0["text"]?.asText }.joined()
  }

  /// `prompt_tokens` counts cached tokens, `completion_tokens` counts thinking.
  private mutating func note(_ counts: JSONValue?) {
    guard let counts, counts.isObject else { return }
    usage = WireUsage(
      input: counts["prompt_tokens"]?.asCount,
      cachedInput: counts["prompt_tokens_details"]?["cached_tokens"]?.asCount,
      cacheWrites: counts["prompt_tokens_details"]?["cache_write_tokens"]?.asCount,
      output: counts["completion_tokens"]?.asCount,
      reasoning: counts["completion_tokens_details"]?["reasoning_tokens"]?.asCount,
      costUSD: counts["cost"]?.asDollars)
  }

  /// The answer, once the end and its reason are known to be good.
  func text() throws(WireFailure) -> [UInt8] {
    // the mark `[DONE]` proves nothing without a reason, and some servers leave it out
    guard let finishReason else { throw settings.cutShort }
    switch finishReason {
    case "stop": break
    case "length": throw settings.outOfTokens
    case "content_filter": throw settings.filtered(finishReason)
    default: throw settings.unknownEnd(finishReason)
    }
    guard refusal.isEmpty else { throw settings.refused(refusal) }
    return try settings.nonEmpty(content)
  }
}
