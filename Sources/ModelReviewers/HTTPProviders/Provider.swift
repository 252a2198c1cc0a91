import CheckModel
import HTTPClient

/// What a model is asked: the prompt, in which form the answer is demanded, and what was wrong last time.
struct ModelQuestion: Sendable {
  var prompt: Prompt
  var form: AnswerForm = .schema
  /// Added to the user text when a reply had to be refused; holds nothing of that reply.
  var correction: String?

  var user: String { correction.map { prompt.user + "\n\n" + $0 } ?? prompt.user }
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
}

/// A request of a provider's, before anybody said how long it may take.
struct WireRequest: Sendable, Hashable {
  var url: String
  var headers: [HTTPHeader]
  var body: [UInt8]
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
