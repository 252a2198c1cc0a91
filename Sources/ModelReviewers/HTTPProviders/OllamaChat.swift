import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// Ollama's own API, `POST /api/chat`, which streams one JSON object a line.
struct OllamaChat: Provider {
  let forms = [AnswerForm.schema]
  let endWords = ["true"]

  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest {
    let body: JSONValue = .members([
      "model": .string(settings.model),
      "messages": [
        ["role": "system", "content": .string(question.system)],
        ["role": "user", "content": .string(question.user)],
      ],
      "format": question.schema,
      "think": settings.effort.map { $0 == "none" ? false : .string($0) },
      // without a size of our own, the front of a long plan is cut off in silence
      "options": [
        "num_ctx": .integer(Self.contextSize(question, settings)),
        "num_predict": .integer(settings.maxOutputTokens),
      ],
      "stream": true,
    ])
    return WireRequest(
      url: settings.endpoint.url + "/api/chat", headers: headers(settings),
      body: body.bytes)
  }

  func headers(_ settings: ModelSettings) -> [HTTPHeader] { settings.bearerHeaders }

  func catalogURL(_ settings: ModelSettings) -> String { settings.endpoint.url + "/api/tags" }

  func models(in list: JSONValue) -> [String] {
    (list["models"]?.elements ?? []).compactMap { $0["name"]?.asText }
  }

  /// Prompt and answer, the prompt counted generously, in steps of 1,024 tokens.
  static func contextSize(_ question: ModelQuestion, _ settings: ModelSettings) -> Int {
    let prompt = promptBytes(question) / 2
    return (prompt + settings.maxOutputTokens + 1_023) / 1_024 * 1_024
  }

  private static func promptBytes(_ question: ModelQuestion) -> Int {
    question.system.utf8.count + question.user.utf8.count
  }

  func isEnd(_ event: JSONValue) -> Bool { event["done"]?.content == .bool(true) }

  func read(
    _ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings
  ) -> WireReply {
    var chat = OllamaAnswer(settings)
    do throws(WireFailure) {
      switch try WireBody(response, settings) {
      case .document(let root): chat.take(root)
      case .events(let events): for event in events { event.value.map { chat.take($0) } }
      }
      let text = try chat.text()
      try checkPromptWasRead(chat.promptTokens, question, settings)
      return chat.reply(.success(text))
    } catch {
      return chat.reply(.failure(error))
    }
  }

  /// No tokenizer makes one token of more than seven bytes of such text on average, so fewer tokens than that
  /// mean that some of the prompt was cut off; so does a context that is full.
  private func checkPromptWasRead(
    _ tokens: Int?, _ question: ModelQuestion, _ settings: ModelSettings
  ) throws(WireFailure) {
    guard let tokens else {
      throw settings.wireFailure(
        .malformed, "does not say how much of the prompt it read", "update the server")
    }
    let least = Self.promptBytes(question) / 7
    guard tokens >= least, tokens < Self.contextSize(question, settings) else {
      throw settings.wireFailure(
        .contextOverflow, "read \(tokens) tokens of a prompt that has at least \(least)",
        "use a model with a larger context, or a smaller plan")
    }
  }
}

/// An answer as it is put together from the lines of a stream.
private struct OllamaAnswer {
  private let settings: ModelSettings
  private var model: String?
  private var content = ""
  private var last: JSONValue?

  init(_ settings: ModelSettings) { self.settings = settings }

  var promptTokens: Int? { last?["prompt_eval_count"]?.asCount }

  func reply(_ outcome: Result<[UInt8], WireFailure>) -> WireReply {
    let usage = WireUsage(input: promptTokens, output: last?["eval_count"]?.asCount)
    return WireReply(outcome, model: model, usage: usage)
  }

  mutating func take(_ root: JSONValue) {
    model = root["model"]?.asText ?? model
    content += root["message"]?["content"]?.asText ?? ""
    if root["done"]?.content == .bool(true) { last = root }
  }

  /// The answer, once the end and its reason are known to be good.
  func text() throws(WireFailure) -> [UInt8] {
    guard let last else { throw settings.cutShort }
    switch last["done_reason"]?.asText {
    case "stop": return try settings.nonEmpty(content)
    case "length": throw settings.outOfTokens
    case let reason: throw settings.unknownEnd(reason ?? "none given")
    }
  }
}
