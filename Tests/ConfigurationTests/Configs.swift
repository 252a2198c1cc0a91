import CheckModel

@testable import Configuration

/// The rules that these tests know.
let someRules = [
  ConfigRule(id: "no-rollback", title: "No way back", severity: .major, isProtected: false),
  ConfigRule(id: "open-question", title: "Open question", severity: .major, isProtected: false),
  ConfigRule(id: "empty-section", title: "Empty section", severity: .minor, isProtected: false),
  ConfigRule(id: "inj-instruction", title: "Instruction", severity: .blocker, isProtected: true),
  ConfigRule(id: "inj-homoglyph", title: "Look-alike", severity: .major, isProtected: true),
  ConfigRule(id: "secret-in-plan", title: "Secret", severity: .blocker, isProtected: true),
]

func read(_ text: String, _ origin: Config.Origin = .user) throws(ConfigError) -> Config {
  try ConfigReader(rules: someRules, version: "0.1.0").read(
    Array(text.utf8), file: origin == .user ? "config.yml" : ".speccheck.yml", origin: origin)
}

/// A user with two reviewers and a panel of them.
let userText = """
  reviewers:
    critic:  { kind: anthropic, model: m-1 }
    builder: { kind: openai, model: m-2 }
    third:   { kind: gemini, model: m-3 }
  panels: { gate: [critic, builder], draft: [rules/planner, rules/executor] }
  panel: { normal: gate, high: gate }
  """

func merged(
  user: String = userText, project: String, trusted: Bool = false
) throws(ConfigError) -> EffectiveConfig {
  try ConfigMerger.merge(
    user: try read(user), project: try read(project, .project), isTrusted: trusted,
    rules: someRules)
}
