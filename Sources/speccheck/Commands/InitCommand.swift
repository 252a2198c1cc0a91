import CheckModel
import CommandLine
import Configuration
import Files
import HTTPClient
import ModelReviewers

/// `speccheck init`: writes the user's config from two questions, or from two reviewers on the command line.
struct InitCommand {
  private let options: Options
  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    self.arguments = arguments
    self.console = console
  }

  func run() async throws -> Int32 {
    let environment = Environment.current
    try EnvironmentGuard(environment).check(plans: [])
    guard let path = ConfigLoader.usualPath(environment) else {
      throw FileTrouble(message: "there is no folder for the config; set SPECCHECK_HOME or HOME")
    }
    try refuse(over: path)
    let config = try await options.reviewers.isEmpty ? fromQuestions() : fromOptions()
    let bytes = Array(config.text.utf8)
    _ = try ConfigLoader.reader.read(bytes, file: path.text, origin: .user)
    try path.folder.makeFolders()
    try AtomicFile(interruption: console.interruption).writeOnce(bytes, to: path, mode: 0o600)
    guard try FileReader.read(path, limit: ConfigReader.sizeLimit, what: "config") == bytes else {
      try refuse(over: path)
      return 2
    }
    return console.answer("\(console.shown("wrote \(path.text)"))\n\n\(config.text)")
  }

  private func refuse(over path: FilePath) throws(FileTrouble) {
    guard !path.exists, !path.isLink else {
      throw FileTrouble(message: "'\(path.text)' exists already; edit it, or move it away first")
    }
  }

  // MARK: - Two reviewers on the command line

  private func fromOptions() throws(UsageError) -> StarterConfig {
    guard options.reviewers.count == 2 else {
      throw UsageError("'init' needs '--reviewer' twice, once for each seat", command: .initialize)
    }
    let (a, b) = (try model(options.reviewers[0]), try model(options.reviewers[1]))
    warnOfOneFamily(a, b)
    return StarterConfig(a: a, b: b, writtenBy: options.writtenBy, executor: options.executor)
  }

  private func model(_ spec: ReviewerSpec) throws(UsageError) -> ReviewerSettings {
    guard let settings = Self.settings(of: spec) else {
      throw UsageError(
        "'init' needs models such as anthropic/MODEL, or agents such as claude-cli, not "
          + "'\(spec.spelling)'", command: .initialize)
    }
    return settings
  }

  /// Nil for what is no model and no agent.
  private static func settings(of spec: ReviewerSpec) -> ReviewerSettings? {
    switch spec {
    case .model(let model):
      ReviewerSettings(kind: model.kind, model: model.model, family: model.family)
    case .agent(let kind, let model): ReviewerSettings(kind: kind, model: model)
    case .rules, .answer, .command, .named: nil
    }
  }

  // MARK: - Questions

  private func fromQuestions() async throws -> StarterConfig {
    guard console.inputIsTerminal, console.errorIsTerminal else {
      throw UsageError(
        "'init' asks at a terminal; elsewhere name both reviewers: -r PROVIDER/MODEL -r PROVIDER/MODEL",
        command: .initialize)
    }
    let writer = try options.writtenBy ?? family("What writes your plans?")
    let executor = try options.executor ?? family("What builds them?")
    let (first, second) = (StarterConfig.provider(of: writer), StarterConfig.provider(of: executor))
    let a = try await reviewer("Seat A: is it the right and complete plan?", first)
    let b = try await reviewer(
      "Seat B: could it be built without asking?", second == first ? nil : second)
    warnOfOneFamily(a, b)
    return StarterConfig(a: a, b: b, writtenBy: writer, executor: executor)
  }

  private func warnOfOneFamily(_ a: ReviewerSettings, _ b: ReviewerSettings) {
    guard let family = identity(a).sharedFamily(with: identity(b)) else { return }
    console.complain("both are of the family \(family): two of one family never say GO")
  }

  private func identity(_ reviewer: ReviewerSettings) -> ModelIdentity {
    let isAgent = reviewer.kind.agent != nil
    return isAgent
      ? ToolSettings(name: "", kind: reviewer.kind, program: "", model: reviewer.model).expected
      : ModelFamily.identity(requested: reviewer.model, declared: reviewer.family)
  }

  /// Nil for people.
  private func family(_ question: String) throws(FileTrouble) -> String? {
    try console.ask("\(question) A family such as anthropic, openai or google; empty for people:") {
      answer in
      answer.isEmpty ? .some(nil) : StarterConfig.family(answer).map(Optional.some)
    }
  }

  /// A model's id is never guessed: it is asked for, at the provider where that is known.
  private func reviewer(
    _ question: String, _ kind: ReviewerIdentity.Kind?
  ) async throws(FileTrouble) -> ReviewerSettings {
    if let kind { await tellModels(of: kind) }
    let hint =
      kind.map { "The id of a model of \($0.rawValue), or PROVIDER/MODEL, claude-cli, codex-cli:" }
      ?? "PROVIDER/MODEL, a provider being anthropic, openai, gemini, openrouter, ollama or chat; "
      + "or the agent claude-cli or codex-cli:"
    return try console.ask("\(question) \(hint)") { answer in
      for text in [answer] + (kind.map { ["\($0.rawValue)/\(answer)"] } ?? []) {
        if !answer.isEmpty, let spec = try? ReviewerSpec.parse(text),
          let settings = Self.settings(of: spec)
        {
          return settings
        }
      }
      return nil
    }
  }
}

extension InitCommand {
  /// The most ids that help somebody to choose.
  private static let told = 20

  /// What the provider offers, if a key for it is set; anything else is passed over, since an id can be typed
  /// without it.
  private func tellModels(of kind: ReviewerIdentity.Kind) async {
    let access = ModelAccess(options: options, config: EffectiveConfig())
    let described = try? access.model(kind.rawValue, ReviewerSettings(kind: kind, model: "none"))
    guard let described, described.missingKey == nil else { return }
    let trust = TLSTrust(environment: Environment.current)
    let models = await CurlTransport.whileOpen(trust: trust) { transport in
      try? await ModelCatalog(settings: described.settings, transport: transport)
        .models(within: .seconds(10))
    }
    guard let models, !models.isEmpty else { return }
    let more = models.count - Self.told
    let list = models.prefix(Self.told).joined(separator: ", ")
    console.complain("\(kind.rawValue) offers: \(list)\(more > 0 ? " and \(more) more" : "")")
  }
}

extension Console {
  /// Asks on standard error until an answer is a good one, three times at most.
  ///
  /// - Parameter read: what an answer means, blanks at its ends taken off; nil for one that is not good.
  fileprivate func ask<Answer>(
    _ question: String, read: (String) -> Answer?
  ) throws(FileTrouble) -> Answer {
    for _ in 1...3 {
      complain(question)
      guard let line = readLine() else { break }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let answer = read(words) { return answer }
      complain("that cannot be used")
    }
    throw FileTrouble(message: "there was no answer that can be used; nothing was written")
  }
}
