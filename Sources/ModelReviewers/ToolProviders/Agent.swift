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
  /// Stands in what it prints as its version, which is otherwise some other program's.
  let ownWord: String
  /// With which it prints the options that it knows.
  let helpArguments: [String]
  /// With which it says whether it has a login, without asking anybody.
  let loginArguments: [String]
  /// How a login is got.
  package let loginAdvice: String
  /// Names its folder in the user's home, if that is set.
  let homeVariable: String?
  /// That folder's name otherwise.
  let homeName: String
  /// Files there with instructions of the user's that it sends whatever it is told; the first one counts.
  let ownInstructions: [String]
  /// What else it may see of the environment: where its login is, or the login itself.
  package let loginVariables: Set<String>

  /// All that it gets of the user's variables.
  package func environment(from variables: [String: String]) -> [String: String] {
    ProgramEnvironment.allowing(
      ProgramEnvironment.usual.union(loginVariables), from: variables)
  }
}

extension Agent {
  /// What a person should know who has set a key that the agent does not get, or who has instructions that it
  /// sends along; empty for most.
  ///
  /// - Parameter exists: whether there is a file at a path.
  package func warnings(
    about settings: ToolSettings, variables: [String: String], exists: (String) -> Bool
  ) -> [String] {
    var warnings: [String] = []
    if settings.key == nil,
      let set = payingVariables.first(where: { variables[$0]?.isEmpty == false })
    {
      warnings.append(
        "'\(settings.name)' is asked without \(set), which would have its tokens billed instead of "
          + "using its login; name it as 'apiKeyEnv' in your config if you mean it")
    }
    let home =
      homeVariable.flatMap { variables[$0] } ?? variables["HOME"].map { "\($0)/\(homeName)" }
    if let home,
      let file = ownInstructions.map({ "\(home)/\($0)" }).first(where: exists)
    {
      warnings.append(
        "'\(settings.name)' sends your '\(file)' along, since \(name) cannot be told to leave it out"
      )
    }
    return warnings
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
        ownWord: "Claude Code", helpArguments: ["--help"],
        loginArguments: ["auth", "status"], loginAdvice: "run 'claude' and log in with /login",
        homeVariable: "CLAUDE_CONFIG_DIR", homeName: ".claude", ownInstructions: [],
        loginVariables: ["CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN"])
    case .codexCLI:
      Agent(
        name: "Codex", owner: "OpenAI", program: "codex", programVariable: "SPECCHECK_CODEX",
        api: .openai, baseVariable: nil, keyVariable: "CODEX_API_KEY",
        payingVariables: ["CODEX_API_KEY"], ownWord: "codex", helpArguments: ["exec", "--help"],
        loginArguments: ["login", "status"], loginAdvice: "run 'codex login'",
        homeVariable: "CODEX_HOME", homeName: ".codex",
        ownInstructions: ["AGENTS.override.md", "AGENTS.md"],
        loginVariables: ["CODEX_HOME", "CODEX_ACCESS_TOKEN", "CODEX_CA_CERTIFICATE"])
    default: nil
    }
  }
}
