import CheckModel

/// Every key that a config can have.
package enum ConfigKeys {
  /// The keys at the top, in the order of the reference.
  ///
  /// - Parameter rules: the rules that exist; each is a key of `rules`.
  package static func all(rules: [ConfigRule]) -> [ConfigKey] {
    [
      ConfigKey("requires", .text(.version), "The versions of speccheck that can read the file."),
      ConfigKey(
        "reviewers", .named(.name, .record(reviewer)), scope: .userOnly,
        "Reviewers by the name that -r and panels call them."),
      ConfigKey(
        "hosts", .list(.text(.host), 0...100), scope: .userOnly,
        "Hosts that may get keys although a base URL from the environment leads there."),
      ConfigKey(
        "panels", .named(.name, .list(.text(.seat), 2...2)),
        "Pairs by name: who holds seat A, who holds seat B."),
      ConfigKey(
        "panel", .textOrRecord(.name, tiers { .init($0, .text(.name), "The panel of this tier.") }),
        "The panel that reviews: one name, or one for each tier."),
      ConfigKey("writtenBy", .text(.family), "The model family that writes your plans."),
      ConfigKey("executor", .text(.family), "The model family that builds them."),
      ConfigKey("rubric", .text(.rubric), "Criteria and questions: a built-in name or a file."),
      ConfigKey("policy", .record(policy), "Thresholds, points of 100; what is left out is usual."),
      ConfigKey("rules", .record(rules.map(key)), "Severities of rules, or off."),
      ConfigKey(
        "context", .list(.text(.pathInside), 0...50),
        "Files of the repository that models read beside a plan, such as its rules for agents."),
      ConfigKey(
        "plans", .list(.text(.glob), 0...100),
        "The repository's plans, which 'check' without PLAN judges; a slash at the end means folders."
      ),
    ]
  }

  /// The kinds of reviewer that can be described.
  static let kinds: [ReviewerIdentity.Kind] = [
    .anthropic, .openai, .chat, .openrouter, .gemini, .ollama, .claudeCLI, .codexCLI, .command,
  ]

  private static let reviewer: [ConfigKey] = [
    ConfigKey("kind", .word(kinds.map(\.rawValue)), "How the reviewer is reached."),
    ConfigKey("model", .text(.model), "The model as its provider calls it."),
    ConfigKey("effort", .text(.effort), "How much the model thinks, in the provider's words."),
    ConfigKey("baseURL", .text(.address), "Where the API is, unless at the provider's own host."),
    ConfigKey("apiKeyEnv", .text(.variable), "The environment variable that holds the key."),
    ConfigKey("family", .text(.family), "The model family, where the model's name does not tell."),
    ConfigKey(
      "prices",
      .record([
        ConfigKey("inputPerMTok", .number(0...10_000), "US dollars for a million tokens sent."),
        ConfigKey("outputPerMTok", .number(0...10_000), "US dollars for a million received."),
      ]), "What the model costs."),
    ConfigKey(
      "command", .list(.text(.argument), 1...100), "The program and its arguments (kind command)."),
    ConfigKey(
      "access", .word(RepositoryAccess.allCases.map(\.rawValue)), "What the reviewer may read."),
  ]

  private static let policy: [ConfigKey] =
    tiers {
      ConfigKey($0, .record(PolicyField.ofTier.map(key)), "Thresholds of this risk tier.")
    } + PolicyField.ofAllTiers.map(key)

  private static func tiers(_ key: (String) -> ConfigKey) -> [ConfigKey] {
    RiskTier.allCases.map { key($0.rawValue) }
  }

  private static func key(_ field: PolicyField) -> ConfigKey {
    ConfigKey(field.rawValue, field.shape, field.meaning)
  }

  private static func key(_ rule: ConfigRule) -> ConfigKey {
    ConfigKey(
      rule.id, .word(RuleSetting.words), "\(rule.title); usually \(rule.severity.rawValue).")
  }
}
