import CheckModel
import Configuration
import Files
import ModelReviewers
import Subprocess

/// Who gets the plan, and with it the right to pass it on.
enum Receiver: Hashable {
  case server(ModelSettings)
  case program(ToolSettings)

  /// As the user named the reviewer.
  var name: String {
    switch self {
    case .server(let model): model.name
    case .program(let tool): tool.name
    }
  }

  var identity: ReviewerIdentity {
    switch self {
    case .server(let model): model.identity
    case .program(let tool): tool.identity
    }
  }

  /// What is known of the model before anybody is asked.
  var expected: ModelIdentity {
    switch self {
    case .server(let model):
      ModelFamily.identity(requested: model.model, declared: model.family)
    case .program(let tool): tool.expected
    }
  }

  var key: ReviewerKey? {
    switch self {
    case .server(let model): model.key
    case .program(let tool): tool.key
    }
  }

  /// Where the plan goes when it leaves the machine, or may; nil where it stays.
  var destination: String? {
    switch self {
    case .server(let model): model.endpoint.isLoopback ? nil : model.endpoint.authority
    case .program(let tool):
      "the program '\(tool.program)', which \(tool.next.map { "sends it to \($0)" } ?? "may send it on")"
    }
  }

  /// The most that it can take for so many reviews; nil where nobody knows.
  func worstCase(promptBytes: Int, reviews: Int) -> Spending.Charge? {
    switch self {
    case .server(let model): model.worstCase(promptBytes: promptBytes, samples: reviews)
    case .program(let tool):
      tool.kind.agent == nil
        ? nil : tool.worstCase(promptBytes: promptBytes, samples: reviews)
    }
  }
}

extension ReviewerIdentity.Kind {
  /// A program on this machine.
  var isProgram: Bool {
    switch self {
    case .command, .claudeCLI, .codexCLI: true
    case .rules, .answer, .anthropic, .openai, .chat, .openrouter, .gemini, .ollama: false
    }
  }
}

extension ToolSettings {
  /// What a person should know about the agent; empty for other programs.
  var warnings: [String] {
    kind.agent?.warnings(
      about: self, variables: ProgramEnvironment.current, exists: { FilePath($0).exists }) ?? []
  }
}
