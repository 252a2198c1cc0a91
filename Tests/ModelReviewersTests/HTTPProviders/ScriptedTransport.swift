import CheckModel
import Configuration
import HTTPClient
import Reviewing
import StrictJSON

@testable import ModelReviewers

/// A transport that plays a list, and remembers what it was sent.
actor ScriptedTransport: HTTPTransport {
  enum Step: Sendable {
    case response(HTTPResponse)
    case failure(HTTPFailure)
    /// Nothing comes until the task is cancelled.
    case silence
  }

  private var steps: [Step]
  private(set) var requests: [HTTPRequest] = []

  init(_ steps: [Step]) { self.steps = steps }

  /// Every step is a response.
  init(_ responses: HTTPResponse...) { steps = responses.map(Step.response) }

  func send(
    _ request: HTTPRequest, onBody: @escaping @Sendable (BodyPiece) -> BodyDemand
  ) async throws(HTTPFailure) -> HTTPResponse {
    requests.append(request)
    guard !steps.isEmpty else { throw .unreachable("the script is over") }
    switch steps.removeFirst() {
    case .response(let response):
      _ = onBody(BodyPiece(status: response.status, bytes: response.body))
      return response
    case .failure(let failure): throw failure
    case .silence:
      try? await Task.sleep(for: .seconds(60))
      throw .cancelled
    }
  }

  /// The bodies that were sent, as JSON.
  var bodies: [JSONValue] {
    get throws {
      try requests.map {
        try JSONDocument($0.body, limits: JSONLimits(bytes: 1 << 22, depth: 64, values: 10_000))
          .root
      }
    }
  }
}

/// A clock that waits add to, and that otherwise stands still.
actor ScriptedClock {
  private let start = ContinuousClock.now
  private(set) var waits: [Duration] = []

  nonisolated var pace: Pace {
    let start = start
    return Pace(
      now: { start }, wallSeconds: { 1_795_180_800 },
      sleep: { try await self.wait($0) }, chance: { 0 })
  }

  private func wait(_ duration: Duration) async throws {
    try Task.checkCancellation()
    waits.append(duration)
  }
}

/// Models and requests as tests use them.
enum ModelFixture {
  static let plan = ReplyFixture.plan(ReplyFixture.planText)
  static let key = "sk-secret-0123456789"

  static func settings(
    _ kind: ReviewerIdentity.Kind, model: String? = nil, effort: String? = nil,
    endpoint: String? = nil, key: String? = key, in variable: String = "SOME_API_KEY",
    family: String? = nil
  ) -> ModelSettings {
    let model = model ?? usualModel(kind)
    let url = endpoint ?? "https://api.example.com" + (kind.endsInVersion ? "/v1" : "")
    // a test names a URL that is one
    guard let endpoint = try? Endpoint(url) else { preconditionFailure("\(url) is no endpoint") }
    return ModelSettings(
      name: "\(kind.rawValue)/\(model)", kind: kind, model: model, effort: effort,
      endpoint: endpoint, key: key.map { ReviewerKey(variable: variable, value: $0) },
      family: family)
  }

  static func usualModel(_ kind: ReviewerIdentity.Kind) -> String {
    switch kind {
    case .anthropic: "claude-opus-5-5"
    case .openai: "gpt-6-sol"
    case .gemini: "gemini-3.8-flash"
    case .openrouter: "anthropic/claude-opus-5.5"
    default: "qwen3-coder"
    }
  }

  static let prompt = Prompt(
    plan: plan, rubric: ReplyFixture.rubric, lens: .planner, secret: ReplyFixture.secret)

  static func request(
    _ pace: Pace = .real, within time: Duration = .seconds(900),
    progress: ProgressReporter = .none
  ) -> ReviewRequest {
    ReviewRequest(
      plan: plan, rubric: ReplyFixture.rubric, seat: .a, lens: .planner,
      deadline: pace.now() + time, progress: progress)
  }

  /// A reply without fault, as a model writes it.
  static let reply = ReplyFixture.reply().text(indented: false)
}

extension ReviewerIdentity.Kind {
  /// All kinds that are asked over HTTP.
  static let overHTTP: [Self] = [.anthropic, .openai, .chat, .openrouter, .gemini, .ollama]

  fileprivate var endsInVersion: Bool { [.openai, .chat, .openrouter].contains(self) }
}
