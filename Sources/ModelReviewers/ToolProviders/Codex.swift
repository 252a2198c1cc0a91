import CheckModel
import Configuration
import StrictJSON
import Subprocess

/// Codex, asked once and without a session: `codex exec` with an output schema.
///
/// The login is the user's; config, rules, skills, plugins and project instructions are left out, and it has no
/// shell, or one that sees a copy of the repository and no network, since it reads with nothing else. A tool for
/// patches, which writes nothing, and with some models one for scripts without files cannot be switched off. Its events come as lines of JSON; see
/// https://developers.openai.com/codex/noninteractive.
struct Codex: ToolProvider {
  let forms = [AnswerForm.schema]

  /// It says nothing between the start of a turn and its answer.
  let promisesProgress = false

  /// What the program itself takes; more is refused before it starts.
  let inputLimit: InputLimit? = InputLimit(.characters, 1_048_576)

  /// Its tool descriptions and instructions.
  let ownTokens = 12_000

  func call(
    _ question: ModelQuestion, _ settings: ToolSettings, in folders: ToolFolders
  ) -> ToolCall {
    var arguments = [
      "exec", "--json", "--output-schema", "\(folders.exchange)/\(Self.schemaFile)",
      "--output-last-message", "\(folders.exchange)/\(Self.answerFile)",
      "--skip-git-repo-check", "--ephemeral", "--ignore-user-config", "--ignore-rules",
      "--color", "never",
    ]
    var config = Self.switchedOff.map { "features.\($0)=false" } + Self.config
    switch settings.access {
    case .plan:
      // a version that does not know the names of its shells under these fails, where it would ignore a setting
      arguments += ["--sandbox", "read-only"] + Self.shells.flatMap { ["--disable", $0] }
    case .repository:
      // likewise one that does not know the sandbox's settings
      arguments.append("--strict-config")
      config += CodexSandbox.config(program: settings.program)
    }
    // OpenAI's own text stays before it: with a login the server insists on that
    config.append("developer_instructions=\(Self.quoted(question.system))")
    if let model = settings.model { arguments.append("--model=\(model)") }
    if let effort = settings.effort {
      config.append("model_reasoning_effort=\(Self.quoted(effort))")
    }
    if let other = settings.redirect {
      config.append("openai_base_url=\(Self.quoted(other.url))")
    }
    arguments += settings.arguments + config.flatMap { ["-c", $0] } + ["-"]
    return ToolCall(
      arguments: arguments, input: Array(question.user.utf8),
      files: [Self.schemaFile: question.schema.bytes], answers: [Self.answerFile])
  }

  static let answerFile = "last-message"
  private static let schemaFile = "schema.json"

  /// What could reach beyond the prompt, as far as it can be switched off. Names that a version does not know
  /// are ignored by it where it has nothing to read with.
  private static let switchedOff = [
    "plugins", "apps", "hooks", "browser_use", "browser_use_external", "computer_use", "goals",
    "image_generation", "in_app_browser", "memories", "multi_agent", "shell_snapshot",
    "skill_mcp_dependency_install", "sleep_tool", "tool_suggest", "unbounded_connection_retries",
    "view_image", "workspace_dependencies",
  ]

  private static let shells = ["shell_tool", "unified_exec"]

  private static let config = [
    "analytics.enabled=false", "agents.enabled=false", "approval_policy=\"never\"",
    "check_for_update_on_startup=false", "history.persistence=\"none\"",
    "include_apps_instructions=false", "include_collaboration_mode_instructions=false",
    "include_environment_context=false", "include_permissions_instructions=false",
    "memories.use_memories=false", "project_doc_max_bytes=0", "skills.bundled.enabled=false",
    "skills.include_instructions=false", "tools.experimental_request_user_input.enabled=false",
    "tools.update_plan.enabled=false", "web_search=\"disabled\"",
  ]

  /// A string of TOML: our JSON writer escapes all that TOML wants escaped, and in the same way.
  static func quoted(_ text: String) -> String { JSONValue.string(text).text(indented: false) }

  func objection(to call: ToolCall, _ settings: ToolSettings) -> ReviewFailure? {
    let longest = call.arguments.map(\.utf8.count).max() ?? 0
    guard longest > Self.longestArgument else { return nil }
    return ReviewFailure(
      .contextOverflow,
      message: "\(settings.name): the rubric makes an argument of \(longest) bytes, and a program "
        + "takes \(Self.longestArgument) at most; use a smaller rubric")
  }

  /// Linux takes 128 KiB for one argument (MAX_ARG_STRLEN).
  private static let longestArgument = 128_000

  func read(_ result: ToolResult, _ settings: ToolSettings) -> WireReply {
    CodexReply(result, settings).reply
  }

  func news(in line: [UInt8]) -> ToolNews? {
    guard line.starts(with: Self.errorEvent), let event = ToolEvents.event(in: line) else {
      return nil
    }
    return event["message"]?.asText.map(ToolNews.says)
  }

  private static let errorEvent = Array(#"{"type":"error""#.utf8)

  /// It does not say which model answers; on its own servers that is one of OpenAI's.
  func model(answered: String?, claimed: String?, _ settings: ToolSettings) -> ModelIdentity {
    ModelFamily.identity(
      requested: settings.model, declared: settings.family,
      route: settings.redirect == nil ? "openai" : nil)
  }
}
