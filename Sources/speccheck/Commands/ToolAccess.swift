import CheckModel
import CommandLine
import Configuration
import Files
import ModelReviewers
import Subprocess

/// How the programs on the seats are reached: where they are, and what of the environment they get.
struct ToolAccess {
  let options: Options
  /// To which an agent may be redirected with its login.
  let hosts: [HostPattern]
  /// The repositories under review; nothing is taken from them unless a person names its path.
  let trees: Set<FilePath>

  /// Everything that is known of a program before it is asked.
  ///
  /// Whether it can be run is not looked at: a seat whose program is missing has failed, as one whose server is
  /// down.
  ///
  /// - Parameter name: the SPEC, or the name in the config, that the user gave.
  /// - Throws: for an agent whose requests would go where its login or key may not go.
  func tool(_ name: String, _ reviewer: ReviewerSettings) throws(UsageError) -> ToolSettings {
    var settings = ToolSettings(
      name: name, kind: reviewer.kind, program: "", model: reviewer.model,
      effort: reviewer.effort, family: reviewer.family, access: reviewer.access,
      prices: reviewer.prices.map {
        ModelPrices(input: $0.inputPerMTok, output: $0.outputPerMTok)
      }, maxUSD: options.maxCost, idle: .seconds(options.idleTimeout),
      total: .seconds(options.timeout))
    try choose(key: reviewer.apiKeyEnv, &settings)
    if let agent = reviewer.kind.agent {
      try describe(agent, reviewer, &settings)
    } else {
      let program = reviewer.command.first ?? ""
      settings.program = path(of: program) ?? program
      settings.arguments = Array(reviewer.command.dropFirst())
      settings.environment = ProgramEnvironment.allowing(from: variables)
      if let key = settings.key { settings.environment[key.variable] = key.value }
    }
    settings.environment["PATH"] = searchPath
    return settings
  }

  private var variables: [String: String] { ProgramEnvironment.current }

  private func choose(key variable: String?, _ settings: inout ToolSettings) throws(UsageError) {
    guard let variable else { return }
    guard let value = variables[variable], !value.isEmpty else {
      settings.missingKey = "reviewer '\(settings.name)' needs a key: set \(variable)"
      return
    }
    settings.key = ReviewerKey(variable: variable, value: value)
  }

  private func describe(
    _ agent: Agent, _ reviewer: ReviewerSettings, _ settings: inout ToolSettings
  ) throws(UsageError) {
    let named = variables[agent.programVariable].flatMap { $0.isEmpty ? nil : $0 }
    settings.program = path(of: named ?? agent.program) ?? named ?? agent.program
    settings.redirect = try redirect(agent, reviewer, settings.name)
    settings.environment = agent.environment(from: variables)
    if let key = settings.key { settings.environment[agent.keyVariable] = key.value }
    if reviewer.kind == .codexCLI { settings.arguments = codexLogin }
  }

  /// Where the agent's requests go in place of its vendor's own servers; nil for those.
  ///
  /// Whatever goes there takes the login along, so that the same hosts are good as for a key over HTTP.
  private func redirect(
    _ agent: Agent, _ reviewer: ReviewerSettings, _ name: String
  ) throws(UsageError) -> Endpoint? {
    let api = ReviewerSettings(
      kind: agent.api, baseURL: reviewer.baseURL, apiKeyEnv: reviewer.apiKeyEnv)
    do {
      let usual = try Connection.of(ReviewerSettings(kind: agent.api), hosts: []) { _ in nil }
      let asked = try Connection.of(api, hosts: hosts) { variable in
        variable == agent.baseVariable || variable == reviewer.apiKeyEnv
          ? variables[variable] : nil
      }
      guard let asked, asked.endpoint != usual?.endpoint else { return nil }
      guard !asked.keyVariables.isEmpty else {
        throw UsageError(
          "reviewer '\(name)': 'baseURL' leads to '\(asked.endpoint.shownHost)', where its login may "
            + "not go; name a key as 'apiKeyEnv', or list the host under 'hosts' of your config",
          command: .check)
      }
      return asked.endpoint
    } catch let refusal as ConnectionRefusal {
      throw UsageError("reviewer '\(name)': \(refusal.message)", command: .check)
    } catch {
      throw error as? UsageError ?? UsageError("\(error)", command: .check)
    }
  }

  /// What Codex must be told of the user's config to find the login.
  private var codexLogin: [String] {
    let home = variables["CODEX_HOME"] ?? variables["HOME"].map { "\($0)/.codex" }
    guard let home, home.hasPrefix("/"),
      let config = try? FileReader.read(
        FilePath("\(home)/config.toml"), limit: CodexLogin.configLimit, what: "config")
    else { return [] }
    return CodexLogin.arguments(config: config)
  }

  /// The absolute path of a program, or of a file that has its name and may not be run; nil when there is neither.
  private func path(of name: String) -> String? {
    let isOutside = { (path: String) in !isUnderReview(FilePath(path)) }
    return ProgramSearch.path(
      of: name, in: searchPath, from: FilePath(".").resolved?.text ?? "/", accepts: isOutside)
      ?? ProgramSearch.unfit(name, in: searchPath, accepts: isOutside)
  }

  /// `PATH` without the folders in which a repository could put its own programs.
  private var searchPath: String {
    let folders = (variables["PATH"] ?? "").split(separator: ":").filter {
      $0.hasPrefix("/") && !isUnderReview(FilePath(String($0)))
    }
    return folders.isEmpty ? "/usr/bin:/bin" : folders.joined(separator: ":")
  }

  private func isUnderReview(_ path: FilePath) -> Bool {
    trees.contains { WorkingTree.contains($0, path) }
  }
}
