import CheckModel
import Subprocess

/// One kind of program. It starts nothing: a question becomes a call, what the program left becomes a reply.
protocol ToolProvider: Sendable {
  /// The forms that can be asked for, each used when the program refuses the one before.
  var forms: [AnswerForm] { get }

  /// Whether it writes something while it works, so that silence means trouble.
  var promisesProgress: Bool { get }

  /// The longest input that it takes; nil where nobody knows.
  var inputLimit: InputLimit? { get }

  /// The most requests that it makes to its server for one answer, those that fail not counted.
  var turns: Int { get }

  /// About how many tokens it adds to what it is given.
  var ownTokens: Int { get }

  /// How it is started, and with what.
  func call(_ question: ModelQuestion, _ settings: ToolSettings, in folders: ToolFolders)
    -> ToolCall

  /// Why it may not be started like this; nil where it may.
  func objection(to call: ToolCall, _ settings: ToolSettings) -> ReviewFailure?

  /// What a line of its output says while it works; nil for nothing of interest.
  func news(in line: [UInt8]) -> ToolNews?

  /// What the program says. How it ended is looked at before any content.
  func read(_ result: ToolResult, _ settings: ToolSettings) -> WireReply

  /// Who answers, as far as is known.
  ///
  /// - Parameters:
  ///   - answered: the model that the program names; nil where it does not, and before anybody was asked.
  ///   - claimed: the model that the reply names as its writer; nil likewise.
  func model(answered: String?, claimed: String?, _ settings: ToolSettings) -> ModelIdentity
}

extension ToolProvider {
  var inputLimit: InputLimit? {
    nil
  }
  var turns: Int { 1 }
  var ownTokens: Int { 0 }
  func objection(to call: ToolCall, _ settings: ToolSettings) -> ReviewFailure? { nil }
  func news(in line: [UInt8]) -> ToolNews? { nil }
}

/// Where a program works; the folders are made for one attempt and removed behind it.
struct ToolFolders: Sendable, Hashable {
  /// Its working directory: empty, or a copy of the repository.
  let working: String
  /// For files between the program and us.
  let exchange: String
  /// For files of its own that it means to remove, or forgets: its `TMPDIR`.
  let temporary: String
}

/// How a program is asked once.
struct ToolCall: Sendable, Hashable {
  var arguments: [String]
  var input: [UInt8]
  /// Set beside what the settings say.
  var environment: [String: String] = [:]
  /// Put into the exchange folder before the program starts, by name.
  var files: [String: [UInt8]] = [:]
  /// The names of files that it writes there; one that it does not write is left out of the result.
  var answers: [String] = []
}

/// What a program left when it had ended by itself.
struct ToolResult: Sendable {
  let program: ProgramResult
  /// The files that it wrote for us, by name.
  let answers: [String: [UInt8]]
  /// What it calls its version, asked for once it proves to be an old one; nil before, and where it does not say.
  var version: String?
}

extension ReviewerIdentity.Kind {
  /// How this kind of program is asked; nil for reviewers that are no programs.
  var toolProvider: (any ToolProvider)? {
    switch self {
    case .command: AnyProgram()
    case .claudeCLI: ClaudeCode()
    case .codexCLI: Codex()
    default: nil
    }
  }
}
