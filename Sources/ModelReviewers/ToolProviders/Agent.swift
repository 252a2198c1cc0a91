package import CheckModel
import Subprocess

/// What is known of a command-line agent before it is asked: where it is found and what it may see.
package struct Agent: Sendable {
  /// As people call it.
  package let name: String
  /// Who runs the servers that it asks by itself.
  package let owner: String
  /// The program, as it is found in `PATH`.
  package let program: String
  /// Names another program, or where it is.
  package let programVariable: String
  /// The kind of API behind it, whose rules for addresses and keys are followed.
  package let api: ReviewerIdentity.Kind
  /// May name another base address, if it follows the environment in that; nil where it does not.
  package let baseVariable: String?
  /// How a key that was chosen is given to it.
  package let keyVariable: String
  /// Variables with which it would be paid for each token although it has a login.
  package let payingVariables: [String]
  /// What else it may see of the environment: where its login is, or the login itself.
  package let loginVariables: Set<String>

  /// All that it gets of the user's variables.
  package func environment(from variables: [String: String]) -> [String: String] {
    ProgramEnvironment.allowing(
      ProgramEnvironment.usual.union(loginVariables), from: variables)
  }
}

extension Agent {
  /// What a person should know who has set a key that the agent does not get, or nil where none is set.
  package func warning(
    about settings: ToolSettings, variables: [String: String]
  ) -> String? {
    guard settings.key == nil,
      let set = payingVariables.first(where: { variables[$0]?.isEmpty == false })
    else { return nil }
    return
      "'\(settings.name)' is asked without \(set), which would have its tokens billed instead of "
      + "using its login; name it as 'apiKeyEnv' in your config if you mean it"
  }
}

extension ReviewerIdentity.Kind {
  /// The agent of this kind; nil for everybody else.
  package var agent: Agent? {
    switch self {
    case .claudeCLI:
      Agent(
        name: "Claude Code", owner: "Anthropic", program: "claude",
        programVariable: "SPECCHECK_CLAUDE", api: .anthropic, baseVariable: "ANTHROPIC_BASE_URL",
        keyVariable: "ANTHROPIC_API_KEY",
        payingVariables: ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"],
        loginVariables: ["CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN"])
    case .codexCLI:
      Agent(
        name: "Codex", owner: "OpenAI", program: "codex", programVariable: "SPECCHECK_CODEX",
        api: .openai, baseVariable: nil, keyVariable: "CODEX_API_KEY",
        payingVariables: ["CODEX_API_KEY"],
        loginVariables: ["CODEX_HOME", "CODEX_ACCESS_TOKEN", "CODEX_CA_CERTIFICATE"])
    default: nil
    }
  }
}
