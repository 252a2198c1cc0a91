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
  /// - Throws: a kind that has no API, an address where no key may go, or a key that is missing.
  func settings(_ name: String, _ reviewer: ReviewerSettings) throws(UsageError) -> ModelSettings {
    let connection: Connection?
    do {
      connection = try Connection.of(
        reviewer, hosts: config.hosts, variable: Environment.value)
    } catch {
      throw UsageError("reviewer '\(name)': \(error.message)", command: .check)
    }
    guard let connection, let endpoint = ModelReviewers.Endpoint(connection.endpoint.url) else {
      throw UsageError(
        "reviewer '\(name)' is of kind '\(reviewer.kind.rawValue)', which this version cannot ask",
        command: .check)
    }
    guard let model = reviewer.model else {
      throw UsageError("reviewer '\(name)' names no model; add 'model:' to it", command: .check)
    }
    return ModelSettings(
      name: name, kind: reviewer.kind, model: model, effort: reviewer.effort, endpoint: endpoint,
      credential: try credential(name, reviewer, connection), family: reviewer.family,
      idle: .seconds(options.idleTimeout), total: .seconds(options.timeout),
      prices: reviewer.prices.map {
        ModelPrices(input: $0.inputPerMTok, output: $0.outputPerMTok)
      })
  }

  /// A server on this machine may be asked without a key, and where nothing is sent no key is needed;
  /// anything else without one is a slip.
  private func credential(
    _ name: String, _ reviewer: ReviewerSettings, _ connection: Connection
  ) throws(UsageError) -> ModelSettings.Credential {
    if let key = connection.key {
      let secret = Secret(key.value)
      return key.isToken ? .bearer(secret) : .key(secret)
    }
    guard connection.endpoint.isLoopback || options.noSend || options.offline else {
      let host = connection.endpoint.shownHost
      let advice =
        connection.keyVariables.first.map { "set \($0)" }
        ?? "name its variable as 'apiKeyEnv' in your config"
      throw UsageError("reviewer '\(name)' needs a key for \(host): \(advice)", command: .check)
    }
    return .none
  }
}
