import CheckModel
import HTTPClient
import StrictJSON

/// One vendor's wire format. It sends nothing: a question becomes a request, a response becomes a reply.
protocol Provider: Sendable {
  /// The forms that can be asked for, each used when the server refuses the one before.
  var forms: [AnswerForm] { get }

  /// The request without its limits: URL, headers and body.
  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest

  /// What the response says. Status, stop reason and refusal are looked at before any content.
  func read(_ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings)
    -> WireReply

  /// Words of which the event that ends a stream holds one, where it is not the mark `[DONE]`.
  var endWords: [String] { get }

  /// Whether nothing that matters comes after this event.
  func isEnd(_ event: JSONValue) -> Bool

  /// What a request to this vendor carries beside its content: the key, and the version of the API.
  func headers(_ settings: ModelSettings) -> [HTTPHeader]

  /// Where the server lists its models.
  func catalogURL(_ settings: ModelSettings) -> String

  /// The models of such a list that can be asked, in its order.
  func models(in list: JSONValue) -> [String]
}

extension Provider {
  /// As most servers write the list.
  func models(in list: JSONValue) -> [String] {
    (list["data"]?.elements ?? []).compactMap { $0["id"]?.asText }
  }
}

/// A request of a provider's, before anybody said how long it may take.
struct WireRequest: Sendable, Hashable {
  var url: String
  var headers: [HTTPHeader]
  var body: [UInt8]

  /// The request as it is sent to this model, within the limits of all requests.
  func limited(by settings: ModelSettings, total: Duration) -> HTTPRequest {
    HTTPRequest(
      .post, url,
      headers: headers + [
        HTTPHeader("Content-Type", "application/json"),
        HTTPHeader("Accept", "application/json, text/event-stream, application/x-ndjson"),
      ],
      body: body,
      limits: HTTPLimits(
        connect: ModelSettings.connect, idle: settings.idle, total: total,
        bodyBytes: WireBody.limit))
  }
}

extension ReviewerIdentity.Kind {
  /// The wire format of this kind; nil for reviewers that are not models behind an API.
  var provider: (any Provider)? {
    switch self {
    case .anthropic: AnthropicMessages()
    case .openai: OpenAIResponses()
    case .chat, .openrouter: ChatCompletions()
    case .gemini: GeminiContent()
    case .ollama: OllamaChat()
    case .rules, .answer, .command, .claudeCLI, .codexCLI: nil
    }
  }
}
