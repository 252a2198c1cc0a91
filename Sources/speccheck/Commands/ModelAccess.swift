import CheckModel
import CommandLine
import Configuration
import ModelReviewers

/// How the models on the seats are reached: their servers, keys and limits.
struct ModelAccess {
  let options: Options
  let config: EffectiveConfig

  /// Everything that is known of a model before it is asked.
  ///
  /// - Parameter name: the SPEC, or the name in the config, that the user gave.
  /// - Throws: a kind that has no API, or an address where no key may go. A key that is missing is told apart,
  ///   since kept reviews need none.
  func model(_ name: String, _ reviewer: ReviewerSettings) throws(UsageError) -> SeatHolder.Model {
    let connection: Connection?
    do {
      connection = try Connection.of(
        reviewer, hosts: config.hosts, variable: Environment.value)
    } catch {
      throw UsageError("reviewer '\(name)': \(error.message)", command: .check)
    }
    guard let connection else {
      throw UsageError(
        "reviewer '\(name)' is of kind '\(reviewer.kind.rawValue)', which this version cannot ask",
        command: .check)
    }
    guard let model = reviewer.model else {
      throw UsageError("reviewer '\(name)' names no model; add 'model:' to it", command: .check)
    }
    let settings = ModelSettings(
      name: name, kind: reviewer.kind, model: model, effort: reviewer.effort,
      endpoint: connection.endpoint, key: connection.key, family: reviewer.family,
      idle: .seconds(options.idleTimeout), total: .seconds(options.timeout),
      prices: reviewer.prices.map {
        ModelPrices(input: $0.inputPerMTok, output: $0.outputPerMTok)
      })
    return SeatHolder.Model(settings: settings, missingKey: missingKey(name, connection))
  }

  /// A server on this machine may be asked without a key; anything else without one is a slip.
  private func missingKey(_ name: String, _ connection: Connection) -> String? {
    guard connection.key == nil, !connection.endpoint.isLoopback else { return nil }
    let advice =
      connection.keyVariables.first.map { "set \($0)" }
      ?? "name its variable as 'apiKeyEnv' in your config"
    return "reviewer '\(name)' needs a key for \(connection.endpoint.shownHost): \(advice)"
  }
}

extension EffectiveConfig {
  /// The reviewer that a SPEC means: itself, or one of the config by its name.
  ///
  /// - Throws: a name that nobody defined, and what is neither a model nor a program.
  func reviewer(_ spec: ReviewerSpec) throws(UsageError) -> ReviewerSettings {
    switch spec {
    case .model(let model):
      return ReviewerSettings(kind: model.kind, model: model.model, family: model.family)
    case .agent(let kind, let model): return ReviewerSettings(kind: kind, model: model)
    case .command(let text):
      return ReviewerSettings(kind: .command, command: CommandWords.split(text) ?? [])
    case .named(let name):
      if let settings = reviewers[name] { return settings }
      let near = DidYouMean.nearest(to: name, among: reviewers.keys.sorted())
      guard let near else { throw ReviewerSpec.unknown(name) }
      throw UsageError("unknown reviewer '\(name)'", suggestion: near, command: .check)
    case .rules, .answer:
      throw UsageError("'\(spec.spelling)' is no model", command: .check)
    }
  }

  /// What a reviewer may read.
  func access(of spec: ReviewerSpec) throws(UsageError) -> RepositoryAccess {
    switch spec {
    case .rules, .answer: .plan
    default: try reviewer(spec).access
    }
  }
}
