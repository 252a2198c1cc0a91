import CheckModel
import HTTPClient
import StrictJSON

/// What a model is asked, in which form the answer is demanded, and what was wrong last time.
struct ModelQuestion: Sendable {
  let system: String
  private let text: String
  /// The form of the answer, as a JSON Schema.
  let schema: JSONValue
  var form: AnswerForm
  /// Added to the user text when a reply had to be refused; holds nothing of that reply.
  var correction: String?

  init(system: String, user: String, schema: JSONValue, form: AnswerForm = .schema) {
    self.system = system
    text = user
    self.schema = schema
    self.form = form
  }

  init(prompt: Prompt, form: AnswerForm = .schema, correction: String? = nil) {
    self.init(system: prompt.system, user: prompt.user, schema: prompt.schema, form: form)
    self.correction = correction
  }

  var user: String { correction.map { text + "\n\n" + $0 } ?? text }
}

/// How a server is made to answer in the reply's form, from the strictest down. The schema stands in the
/// prompt in any case.
enum AnswerForm: Sendable, Hashable, CaseIterable {
  /// The server enforces the schema.
  case schema
  /// The model must call a tool whose input has the schema.
  case tool
  /// The server enforces JSON and no more.
  case object
  /// Nothing but the prompt says it.
  case promptOnly
}

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

/// What a response said about who answered and at which cost, and the text of the answer or why there is none.
struct WireReply: Sendable {
  var outcome: Result<[UInt8], WireFailure>
  /// The model that answered, as the wire names it.
  var model: String?
  var usage = WireUsage()

  init(_ outcome: Result<[UInt8], WireFailure>, model: String? = nil, usage: WireUsage = .init()) {
    self.outcome = outcome
    self.model = model
    self.usage = usage.credible
  }
}

/// Why a response holds no answer, and what it says about trying again.
struct WireFailure: Error, Sendable, Hashable {
  var failure: ReviewFailure
  /// What the server asks for before the next attempt.
  var demand: WaitDemand?
  /// The server says that another attempt is of no use.
  var isFinal = false
  /// The server cannot do the form that was asked for.
  var refusesForm = false
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
