import CheckModel
import RuleReviewers
import Testing

@testable import Configuration

@Suite("Reading a config")
struct ConfigReaderTests {
  @Test("every key of the contract is read")
  func everyKey() throws {
    let config = try read(
      """
      requires: ">=0.1"
      reviewers:
        critic:   { kind: anthropic, model: "m-1", effort: high }
        builder:  { kind: openai, model: m-2, baseURL: "https://gw.example.com/v1", apiKeyEnv: OPENAI_API_KEY }
        local:    { kind: chat, model: 4o, baseURL: "http://127.0.0.1:8080/v1", family: qwen, prices: { inputPerMTok: 0, outputPerMTok: 1.5 } }
        team-bot: { kind: command, command: ["./review", "--json"], family: in-house, access: plan }
      hosts:     [gateway.example.com, "other.example.com:8443"]
      panels:    { gate: [critic, builder], draft: [rules/planner, rules/executor] }
      panel:     { low: draft, normal: gate, high: gate }
      writtenBy: anthropic
      executor:  openai
      rubric:    default
      policy:
        normal: { go: 65, eachAtLeast: 55.5, noGo: 43, holdMajors: 2, noGoMajors: 5 }
        farApart: 15
        rounds: 3
      rules:     { open-question: off, no-rollback: blocker }
      context:   [AGENTS.md]
      plans:     ["docs/plans/**", "specs/*/"]
      """)
    #expect(
      config.reviewers["critic"]
        == ReviewerSettings(kind: .anthropic, model: "m-1", effort: "high"))
    #expect(config.reviewers["builder"]?.apiKeyEnv == "OPENAI_API_KEY")
    #expect(
      config.reviewers["local"]?.prices
        == ReviewerSettings.Prices(inputPerMTok: 0, outputPerMTok: 1.5))
    #expect(config.reviewers["team-bot"]?.command == ["./review", "--json"])
    #expect(config.hosts.map(\.port) == [nil, 8443])
    #expect(config.panels["gate"]?.value == ["critic", "builder"])
    #expect(config.panel.mapValues(\.value) == [.low: "draft", .normal: "gate", .high: "gate"])
    #expect(config.writtenBy?.value == "anthropic")
    #expect(config.executor?.value == "openai")
    #expect(config.rubric?.value == "default")
    #expect(
      config.policy.map(\.field) == [
        .go, .eachAtLeast, .noGo, .holdMajors, .noGoMajors, .farApart, .rounds,
      ])
    #expect(config.policy[1].value.value == 55.5)
    #expect(config.rules["open-question"]?.value == .off)
    #expect(config.rules["no-rollback"]?.place.shown == "config.yml:17:47")
    #expect(config.context.map(\.value) == ["AGENTS.md"])
    #expect(config.plans.map(\.place.keyPath) == ["plans.0", "plans.1"])
  }

  @Test("a rule that is only announced may be spoken of, and not misspelled")
  func announced() throws {
    for id in AnnouncedRules.ids {
      #expect(try read("rules: { \(id): off }").rules[id]?.value == .off)
    }
    #expect(throws: ConfigError.self) { try read("rules: { open-questoin: off }") }
    #expect(throws: ConfigError.self) { try read("rules: { open-question: never }") }
    let built = Set(RuleCatalogue.standard.rules.map(\.id))
    #expect(built.isDisjoint(with: AnnouncedRules.ids))
  }

  @Test("an empty file says nothing; one name is the panel of all tiers")
  func short() throws {
    for text in ["", "# later\n", "\u{FEFF}"] {
      let config = try read(text)
      #expect(config.policy.isEmpty && config.reviewers.isEmpty)
    }
    #expect(try read("panel: gate").panel.mapValues(\.value).count == 3)
  }

  @Test(
    "what is wrong is told with place, key path and what was probably meant",
    arguments: [
      ("polcy: {}", "config.yml:1:1: unknown key 'polcy' (did you mean 'policy'?)"),
      (
        "policy:\n  normal:\n    og: 65",
        "config.yml:3:5: unknown key 'policy.normal.og' (did you mean 'go'?)"
      ),
      (
        "rules: { no-rolback: off }",
        "config.yml:1:10: unknown key 'rules.no-rolback' (did you mean 'no-rollback'?)"
      ),
      (
        "rules: { no-rollback: blokcer }",
        "config.yml:1:23: 'rules.no-rollback' must be one of off, info, minor, major, blocker, not 'blokcer' (did you mean 'blocker'?)"
      ),
      (
        "policy: { normal: { go: high } }",
        "config.yml:1:25: 'policy.normal.go' must be a number from 0 to 100, not a text"
      ),
      (
        "policy: { normal: { go: 101 } }",
        "config.yml:1:25: 'policy.normal.go' must be a number from 0 to 100, not 101"
      ),
      (
        "policy: { normal: { go: \"65\" } }",
        "config.yml:1:25: 'policy.normal.go' must be a number from 0 to 100, not a quoted text"
      ),
      (
        "policy: { rounds: 1.5 }",
        "config.yml:1:19: 'policy.rounds' must be a whole number from 1 to 1000, not 1.5"
      ),
      ("policy: [65]", "config.yml:1:9: 'policy' must be a mapping of keys to values, not a list"),
      ("rules:\n", "config.yml:1:7: 'rules' must be a mapping of keys to values, not nothing"),
      ("[]", "config.yml:1:1: the config must be a mapping of keys to values, not a list"),
      ("panels: { gate: [a] }", "config.yml:1:17: 'panels.gate' must have 2 items, not 1"),
      (
        "panels: { rules/planner: [a, b] }",
        "config.yml:1:11: 'panels.rules/planner': the key must be a name: a letter, then letters, digits, '-' and '_'; no provider's"
      ),
      (
        "writtenBy: ~",
        "config.yml:1:12: 'writtenBy' must be a model family such as anthropic, not nothing"
      ),
      (
        "context: [../x]",
        "config.yml:1:11: 'context.0' must be a path below the repository's top: relative, without '..'"
      ),
      ("a: 1\na: 2", "config.yml:2:1: the key 'a' occurs twice"),
      (
        "rules: { a: &x off }",
        "config.yml:1:13: anchors are not taken; write the value out where it is used"
      ),
      (
        "requires: \">=7\"\nnews: 1",
        "config.yml:1:11: this config requires speccheck >=7, and this is 0.1.0"
      ),
      (
        "requires: soon",
        "config.yml:1:11: 'requires' must be a version such as '>=0.1' or '>=0.1, <1'"
      ),
    ])
  func wrong(text: String, summary: String) {
    #expect {
      try read(text)
    } throws: { ($0 as? ConfigError)?.summary == summary }
  }

  @Test(
    "reviewers: what belongs together",
    arguments: [
      ("{ model: m }", "needs a kind"), ("{ kind: openai }", "needs a model"),
      ("{ kind: command }", "needs a command"),
      ("{ kind: rules, model: m }", "must be one of anthropic"),
      ("{ kind: openai, model: m, command: [x] }", "means nothing for kind openai"),
      ("{ kind: command, command: [x], effort: high }", "means nothing for kind command"),
      ("{ kind: openai, model: m, prices: { inputPerMTok: 1 } }", "needs outputPerMTok"),
      ("{ kind: openai, model: \"a b\" }", "a model's name in plain ASCII without blanks"),
      ("{ kind: openai, model: m, apiKeyEnv: sk-12345 }", "not the key itself"),
      ("{ kind: openai, model: m, baseURL: \"https://u:p@h.example\" }", "must be an address"),
      ("{ kind: openai, model: m, baseURL: \"http://h.example/v1\" }", "must be an address"),
      ("{ kind: openai, model: m, apiKey: sk-12345 }", "unknown key 'reviewers.x.apiKey'"),
    ])
  func reviewers(text: String, words: String) {
    #expect {
      try read("reviewers:\n  x: \(text)")
    } throws: { error in
      let error = error as? ConfigError
      return error?.summary.contains(words) == true && error?.place.line == 2
    }
  }

  @Test("what may be a key or password is never shown")
  func secrets() {
    for text in [
      "reviewers: { x: { kind: openai, model: m, apiKeyEnv: sk-12345 } }",
      "reviewers: { x: { kind: opnai, model: m, apiKey: sk-12345 } }",
      "reviewers:\n  x:\n    kind: openai\n    api_token: sk-12345",
      "reviewers: { x: { kind: openai, model: m, baseURL: \"https://me:sk-12345@h\" } }",
      "password: sk-12345", "auth: { bearer: sk-12345",
    ] {
      #expect {
        try read(text)
      } throws: { error in
        guard let error = error as? ConfigError else { return false }
        return !([error.summary] + error.picture).joined().contains("12345")
      }
    }
  }

  @Test("the line is shown with a mark under the place")
  func picture() {
    #expect {
      try read("a: 1\r\npolicy:\r\n\trules: 3")
    } throws: { _ in true }
    #expect {
      try read("# é\r\npolicy: { og: 1 }\r\n")
    } throws: { error in
      (error as? ConfigError)?.picture == ["  2 | policy: { og: 1 }", "    |           ^"]
    }
  }

  @Test(
    "thresholds must make sense beside each other and the usual ones",
    arguments: [
      ("normal: { go: 50 }", "below eachAtLeast, which is 55 unless set"),
      ("normal: { eachAtLeast: 70 }", "above go, which is 65 unless set"),
      ("high: { go: 80, eachAtLeast: 81 }", "'policy.high.go' is 80, below eachAtLeast (81)"),
      ("low: { noGo: 59 }", "above go, which is 58 unless set"),
      ("normal: { holdMajors: 6 }", "above noGoMajors, which is 5 unless set"),
    ])
  func sense(text: String, words: String) {
    #expect {
      try read("policy: { \(text) }")
    } throws: { ($0 as? ConfigError)?.message.contains(words) == true }
  }

  @Test("a project's reviewers and hosts are listed and not looked into")
  func forbidden() throws {
    let config = try read("hosts: 5\nreviewers: { x: { kind: command, command: [sh] } }", .project)
    #expect(config.forbidden.map(\.shown) == [".speccheck.yml:2:1", ".speccheck.yml:1:1"])
    #expect(config.reviewers.isEmpty && config.hosts.isEmpty)
  }

  @Test("bombs, tags and files of any bytes end at once in an error")
  func hostile() {
    let nested = String(repeating: "{ policy: ", count: 100)
    let texts = [
      "a: &a [x]\nb: &b [*a,*a]", nested, "rules: !!python/object [x]", "rules: !ruby/object:X {}",
      String(repeating: "a", count: 300_000), "%TAG ! tag:x,2000:\n--- !a b", "- ? : }{",
    ]
    for text in texts {
      #expect(throws: ConfigError.self) { try read(text) }
    }
    for seed in 0..<200 {
      let bytes = (0..<200).map { UInt8(truncatingIfNeeded: ($0 * 131 + seed * 197) ^ ($0 >> 3)) }
      _ = try? ConfigReader(rules: someRules, version: "0.1.0").read(
        bytes, file: "x", origin: .project)
    }
  }

  @Test(
    "versions",
    arguments: [
      (">=0.1", true), ("0.1", true), (">=0.1.1", false), (">=0.1, <1", true), ("<0.1", false),
      ("=0.1.0", true), (">0.1.0", false), ("<=0.1", true), ("1", false),
    ])
  func versions(text: String, good: Bool) {
    #expect(VersionRange(text)?.contains("0.1.0") == good)
  }

  @Test("what is no version", arguments: ["", ">=", "1.2.3.4", "1.x", ">= 1,", "-1", "=>1", "1e3"])
  func noVersions(text: String) { #expect(VersionRange(text) == nil) }
}
