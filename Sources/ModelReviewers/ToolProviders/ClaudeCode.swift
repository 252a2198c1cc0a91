import CheckModel
import Configuration
import StrictJSON
import Subprocess

/// Claude Code, asked once and without a session: `claude --print` with a JSON Schema.
///
/// Neither settings nor hooks, memories and MCP servers of the user or of a project are loaded, and it works in
/// an empty folder without tools, or in a copy of the repository with tools that read. Its events come as lines
/// of JSON; see https://code.claude.com/docs/en/headless.
struct ClaudeCode: ToolProvider {
  let forms = [AnswerForm.schema]

  /// Its events hold each piece of an answer.
  let promisesProgress = true

  /// What the program itself takes; more is refused before it starts.
  let inputLimit: InputLimit? = InputLimit(.bytes, 10_000_000)

  /// The answer, and what is repeated because it is not of the form.
  let turns = 1 + schemaRetries

  /// Its instructions and the descriptions of its tools.
  let ownTokens = 3_000

  /// The tools that read and nothing else; `--restricted` keeps them inside the working directory.
  static let readingTools = "Read,Grep,Glob"

  /// Words that it knows; others it would ignore.
  static let efforts = ["low", "medium", "high", "xhigh", "max"]

  func call(
    _ question: ModelQuestion, _ settings: ToolSettings, in folders: ToolFolders
  ) -> ToolCall {
    let reads = settings.access == .repository
    var arguments = [
      "--print", "--output-format", "stream-json", "--verbose", "--include-partial-messages",
      "--setting-sources", "", "--strict-mcp-config", "--no-session-persistence",
      "--permission-prompts", "none", "--tools", reads ? Self.readingTools : "",
      "--system-prompt-file", "\(folders.exchange)/\(Self.systemFile)",
      "--json-schema", question.schema.text(indented: false),
    ]
    if reads { arguments.append("--restricted") }
    // without it a key would not be used where a login is; with it no login is looked for
    if settings.key != nil { arguments.append("--bare") }
    if let model = settings.model { arguments.append("--model=\(model)") }
    if let effort = settings.effort { arguments.append("--effort=\(effort)") }
    if let budget = settings.maxUSD {
      arguments += ["--max-budget-usd", "\(budget)"]
    }
    return ToolCall(
      arguments: arguments, input: Array(question.user.utf8),
      environment: Self.variables(settings),
      files: [Self.systemFile: Array(question.system.utf8)])
  }

  private static let systemFile = "system-prompt.txt"

  /// Beside what the user's environment says: nothing but what is asked for goes over the network, and all
  /// retries are bounded.
  private static func variables(_ settings: ToolSettings) -> [String: String] {
    var variables = [
      "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1", "DISABLE_AUTOUPDATER": "1",
      "DISABLE_TELEMETRY": "1", "DISABLE_ERROR_REPORTING": "1",
      "CLAUDE_CODE_DISABLE_AUTO_MEMORY": "1",
      "CLAUDE_CODE_MAX_RETRIES": "3", "MAX_STRUCTURED_OUTPUT_RETRIES": "\(schemaRetries)",
      "CLAUDE_CODE_MAX_OUTPUT_TOKENS": "\(settings.maxOutputTokens)",
      // it waits so long for the head of a response; its body is under our own limits
      "API_TIMEOUT_MS": "\(Int(settings.idle / .milliseconds(1)))",
    ]
    if let other = settings.redirect { variables["ANTHROPIC_BASE_URL"] = other.url }
    return variables
  }

  /// How often it lets the model repeat an answer that is not of the form.
  static let schemaRetries = 2

  func objection(to call: ToolCall, _ settings: ToolSettings) -> ReviewFailure? {
    guard let effort = settings.effort, !Self.efforts.contains(effort) else { return nil }
    return ReviewFailure(
      .invalidRequest,
      message: "\(settings.name): Claude Code knows no effort '\(effort)'; "
        + "use one of \(Self.efforts.joined(separator: ", "))")
  }

  func read(_ result: ToolResult, _ settings: ToolSettings) -> WireReply {
    ClaudeCodeReply(result, settings).reply
  }

  func news(in line: [UInt8]) -> ToolNews? {
    guard line.starts(with: Self.systemEvent), let event = ToolEvents.event(in: line),
      event["subtype"]?.asText == "api_retry",
      let wait = event["retry_delay_ms"]?.asCount
    else { return nil }
    return .retries(
      after: .milliseconds(wait),
      because: ClaudeCodeFailure.failureClass(
        named: event["error"]?.asText, status: event["error_status"]?.asInteger, words: "")
        ?? .unreachable)
  }

  /// It names the model that answers; without that it is one of Anthropic's, on its own servers.
  func model(answered: String?, claimed: String?, _ settings: ToolSettings) -> ModelIdentity {
    ModelFamily.identity(
      requested: settings.model, answered: answered, declared: settings.family,
      route: settings.redirect == nil ? "anthropic" : nil)
  }

  private static let systemEvent = Array(#"{"type":"system""#.utf8)
}
