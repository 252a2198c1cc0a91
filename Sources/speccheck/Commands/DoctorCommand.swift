import CheckModel
import CommandLine
import Configuration
import Files
import HTTPClient
import ModelReviewers
import RuleReviewers

/// `speccheck doctor [--live]`: who can be asked, and what keeps the others from it.
struct DoctorCommand {
  private let options: Options
  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    self.arguments = arguments
    self.console = console
  }

  /// One line of the answer.
  private struct Line: Sendable {
    enum Mark: String, Sendable {
      case good = "ok"
      case bad = "no"
      case neutral = "--"
    }
    let mark: Mark
    let name: String
    let text: String
  }

  /// 0 when everybody who is configured, or named with `-r`, can be asked; else 4.
  func run() async throws -> Int32 {
    let environment = Environment.current
    let loaded = try ConfigLoader(options: options, arguments: arguments, environment: environment)
      .load(plans: [FilePath(".")])
    let config = loaded.effective
    let state = try StateFolder(environment: environment)
    let named = await lines(of: try reviewers(config), config)
    var lines = [
      Line(mark: .good, name: "rules", text: "rules/planner and rules/executor need nothing"),
      Line(mark: .neutral, name: "config", text: text(of: loaded)),
      Line(mark: .neutral, name: "state", text: state.path.text),
    ]
    lines += named
    // with reviewers of one's own the other vendors do not matter
    if named.isEmpty { lines += vendors(config) + (await agents(config)) }
    lines += config.diagnostics.map { Line(mark: .neutral, name: "config", text: $0.message) }
    let width = lines.map(\.name.count).max() ?? 0
    let rows = lines.map { line in
      let pad = String(repeating: " ", count: width - line.name.count)
      return console.shown("\(line.mark.rawValue)  \(line.name)\(pad)  \(line.text)") + "\n"
    }
    let code = console.answer(rows.joined())
    return code == 0 && named.contains { $0.mark == .bad } ? 4 : code
  }

  /// With `--live` all of them are asked at once, which is told, since it may take long.
  private func lines(
    of reviewers: [(name: String, settings: ReviewerSettings)], _ config: EffectiveConfig
  ) async -> [Line] {
    if options.live {
      return await WaitingList(console: console, limit: options.liveTimeout).answers(
        of: reviewers
      ) { await line($0, $1, config) }
    }
    var lines: [Line] = []
    for (name, settings) in reviewers { lines.append(await line(name, settings, config)) }
    return lines
  }

  private func text(of loaded: LoadedConfig) -> String {
    let files = loaded.files.map(\.text)
    return files.isEmpty
      ? "none; 'speccheck init' writes one" : files.joined(separator: ", ")
  }

  /// Those of `-r`, else those of the config, by name.
  private func reviewers(
    _ config: EffectiveConfig
  ) throws(UsageError) -> [(name: String, settings: ReviewerSettings)] {
    guard !options.reviewers.isEmpty else {
      return config.reviewers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    var found: [(name: String, settings: ReviewerSettings)] = []
    for spec in options.reviewers {
      switch spec {
      // they are always there, and files are opened when plans are judged
      case .rules, .answer: continue
      case .model, .agent, .command, .named:
        found.append((spec.spelling, try config.reviewer(spec)))
      }
    }
    return found
  }

  private func line(
    _ name: String, _ settings: ReviewerSettings, _ config: EffectiveConfig
  ) async -> Line {
    if settings.kind.isProgram { return await line(program: name, settings, config) }
    do {
      let model = try ModelAccess(options: options, config: config).model(name, settings)
      if let missing = model.missingKey { return Line(mark: .bad, name: name, text: missing) }
      let route =
        "\(settings.kind.rawValue), \(model.settings.model) at \(model.settings.endpoint.url)"
      guard options.live else { return Line(mark: .good, name: name, text: route) }
      return await probed(model.settings, route)
    } catch {
      return Line(mark: .bad, name: name, text: error.message)
    }
  }

  private func line(
    program name: String, _ settings: ReviewerSettings, _ config: EffectiveConfig
  ) async -> Line {
    let tool: ToolSettings
    do {
      tool = try ToolAccess(
        options: options, hosts: config.hosts, trees: EnvironmentGuard.trees(around: [])
      ).tool(name, settings)
    } catch {
      return Line(mark: .bad, name: name, text: error.message)
    }
    if let trouble = tool.obstacle?.message ?? tool.missingKey {
      return Line(mark: .bad, name: name, text: trouble)
    }
    let tools = ToolRoom(console.interruption)
    let line = await line(of: tool, tools)
    await tools.close()
    return line
  }

  /// What a program says about itself, and with `--live` whether it answers.
  private func line(of tool: ToolSettings, _ tools: ToolRoom) async -> Line {
    var route = "\(tool.kind.rawValue), \(tool.program), \(tool.accessWords)"
    if let check = AgentCheck(tool, runner: tools.runner, scratch: tools.scratch) {
      do {
        route += (["", try await check.words()] + tool.warnings).joined(separator: ", ")
      } catch {
        return Line(
          mark: .bad, name: tool.name, text: "\(error.failureClass.rawValue): \(error.message)")
      }
    }
    guard options.live else { return Line(mark: .good, name: tool.name, text: route) }
    return await answered(tool.name, route) { () async throws(ReviewFailure) in
      try await ToolModel(
        settings: tool, runner: tools.runner, scratch: tools.scratch, secret: [],
        withoutSecrets: { SecretSearch.masked($0) }
      ).probe(within: .seconds(options.liveTimeout))
    }
  }

  /// The only thing that this command sends, and only with `--live`.
  private func probed(_ settings: ModelSettings, _ route: String) async -> Line {
    await CurlTransport.whileOpen(trust: TLSTrust(environment: Environment.current)) { transport in
      await answer(of: settings, over: transport, route)
    }
  }

  private func answer(
    of settings: ModelSettings, over transport: CurlTransport, _ route: String
  ) async -> Line {
    await answered(settings.name, route) { () async throws(ReviewFailure) in
      try await HTTPModel(settings: settings, transport: transport, secret: [])
        .probe(within: .seconds(options.liveTimeout))
    }
  }

  /// Who answered a question, or why nobody did.
  private func answered(
    _ name: String, _ route: String, by ask: () async throws(ReviewFailure) -> ModelIdentity
  ) async -> Line {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let model = try await ask()
      let seconds = Int((clock.now - start).components.seconds)
      let who = "\(model.answered ?? "no name given") (\(model.family ?? "family unknown"))"
      return Line(mark: .good, name: name, text: "\(route): \(who) answered in \(seconds) s")
    } catch {
      return Line(mark: .bad, name: name, text: "\(error.failureClass.rawValue): \(error.message)")
    }
  }

  /// Which agents are installed, although nobody is configured.
  private func agents(_ config: EffectiveConfig) async -> [Line] {
    var lines: [Line] = []
    for kind in [ReviewerIdentity.Kind.claudeCLI, .codexCLI] {
      let found = await line(
        program: kind.rawValue, ReviewerSettings(kind: kind), config)
      lines.append(
        Line(mark: found.mark == .good ? .good : .neutral, name: found.name, text: found.text))
    }
    return lines
  }

  /// What is set up for each vendor, although nobody is configured.
  private func vendors(_ config: EffectiveConfig) -> [Line] {
    let kinds: [ReviewerIdentity.Kind] = [.anthropic, .openai, .openrouter, .gemini, .ollama]
    return kinds.map { kind in
      let name = "\(kind.rawValue)/MODEL"
      do throws(UsageError) {
        let model = try ModelAccess(options: options, config: config)
          .model(name, ReviewerSettings(kind: kind, model: "MODEL"))
        if let missing = model.missingKey {
          return Line(mark: .neutral, name: name, text: missing)
        }
        let key = kind == .ollama ? "no key needed" : "a key is set"
        return Line(
          mark: .good, name: name, text: "\(key); would ask \(model.settings.endpoint.url)")
      } catch {
        return Line(mark: .bad, name: name, text: error.message)
      }
    }
  }
}
