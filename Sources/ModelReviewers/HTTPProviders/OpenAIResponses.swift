import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// OpenAI's Responses API, `POST /v1/responses`.
struct OpenAIResponses: Provider {
  let forms = [AnswerForm.schema]
  let endWords = ["response.completed", "response.incomplete", "response.failed"]

  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest {
    let body: JSONValue = .members([
      "model": .string(settings.model), "instructions": .string(question.system),
      "input": .string(question.user),
      "text": [
        "format": [
          "type": "json_schema", "name": "review", "schema": question.schema,
          "strict": true,
        ]
      ],
      "reasoning": settings.effort.map { ["effort": .string($0)] },
      "max_output_tokens": .integer(settings.maxOutputTokens), "stream": true,
      // else the plan would be kept for thirty days
      "store": false,
    ])
    return WireRequest(
      url: settings.endpoint.url + "/responses", headers: headers(settings),
      body: body.bytes)
  }

  func headers(_ settings: ModelSettings) -> [HTTPHeader] { settings.bearerHeaders }

  func catalogURL(_ settings: ModelSettings) -> String { settings.endpoint.url + "/models" }

  func isEnd(_ event: JSONValue) -> Bool {
    event["type"]?.asText.map(endWords.contains) ?? false
  }

  func read(
    _ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings
  ) -> WireReply {
    var result = ResponsesResult(settings)
    do throws(WireFailure) {
      switch try WireBody(response, settings) {
      case .document(let root): result.take(response: root)
      case .events(let events): for event in events { result.take(event) }
      }
      return result.reply(.success(try result.text()))
    } catch {
      return result.reply(.failure(error))
    }
  }
}

/// A response as it is put together. The last event of a stream holds all of it, so that lost, doubled and
/// unknown events before it do no harm.
private struct ResponsesResult {
  private let settings: ModelSettings
  private var response: JSONValue?
  /// Finished items of a stream, for servers whose last event leaves them out.
  private var items: [Int: JSONValue] = [:]

  init(_ settings: ModelSettings) { self.settings = settings }

  mutating func take(response root: JSONValue) { response = root }

  mutating func take(_ event: WireEvent) {
    guard let value = event.value else { return }
    switch value["type"]?.asText {
    case "response.completed", "response.incomplete", "response.failed":
      response = value["response"]
    case "response.output_item.done":
      if let index = value["output_index"]?.asInteger { items[index] = value["item"] }
    default: break
    }
  }

  func reply(_ outcome: Result<[UInt8], WireFailure>) -> WireReply {
    let counts = response?["usage"]
    let usage = WireUsage(
      input: counts?["input_tokens"]?.asCount,
      cachedInput: counts?["input_tokens_details"]?["cached_tokens"]?.asCount,
      cacheWrites: counts?["input_tokens_details"]?["cache_write_tokens"]?.asCount,
      output: counts?["output_tokens"]?.asCount,
      reasoning: counts?["output_tokens_details"]?["reasoning_tokens"]?.asCount,
      costUSD: counts?["cost"]?.asDollars)
    return WireReply(outcome, model: response?["model"]?.asText, usage: usage)
  }

  /// The answer, once status and refusal are known to be good.
  func text() throws(WireFailure) -> [UInt8] {
    guard let response else { throw settings.cutShort }
    try checkStatus(response)
    var output = response["output"]?.elements ?? []
    if output.isEmpty { output = items.sorted { $0.key < $1.key }.map(\.value) }
    let messages = output.filter { $0["type"]?.asText == "message" }
    let parts = messages.flatMap { $0["content"]?.elements ?? [] }
    if let refusal = parts.first(where: { $0["type"]?.asText == "refusal" }) {
      throw settings.refused(refusal["refusal"]?.asText)
    }
    guard !messages.contains(where: { $0.known("status")?.asText == "incomplete" }) else {
      throw settings.cutShort
    }
    let texts = parts.filter { $0["type"]?.asText == "output_text" }
    return try settings.nonEmpty(texts.compactMap { $0["text"]?.asText }.joined())
  }

  private func checkStatus(_ response: JSONValue) throws(WireFailure) {
    switch response["status"]?.asText {
    case "completed": return
    case "incomplete":
      switch response["incomplete_details"]?["reason"]?.asText {
      case "max_output_tokens": throw settings.outOfTokens
      case "content_filter": throw settings.filtered("content_filter")
      case let reason: throw settings.unknownEnd(reason ?? "incomplete")
      }
    case .some(let status): throw settings.unknownEnd(status)
    case nil: throw settings.disorder
    }
  }
}
