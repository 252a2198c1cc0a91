import CheckModel
import Testing

@testable import Configuration

@Suite("Putting the user's and the project's config together")
struct ConfigMergerTests {
  @Test("without any config the usual thresholds hold, and nobody is asked")
  func nothing() throws {
    let config = EffectiveConfig()
    for tier in RiskTier.allCases {
      #expect(config.policy(for: tier) == .standard(for: tier))
      #expect(config.seats(for: tier) == nil)
    }
    #expect(config.loosened.isEmpty)
  }

  @Test(
    "a project that is not trusted may tighten, and that is followed in silence",
    arguments: [
      "policy: { normal: { go: 80, eachAtLeast: 70, noGo: 50, holdMajors: 0, noGoMajors: 3 } }",
      "policy: { farApart: 10, rounds: 2 }", "rules: { no-rollback: blocker }",
      "rules: { no-rollback: major }", "rules: { empty-section: major, inj-homoglyph: blocker }",
      "context: [AGENTS.md, docs/house.md]", "panel: mine\npanels: { mine: [builder, third] }",
      "panel: { low: gate }", "panel: gate", "rubric: default", "plans: ['docs/**']",
      "requires: '>=0.1'", "policy: { normal: { go: 65 } }", "panels: { gate: [critic, builder] }",
    ])
  func tightens(project: String) throws {
    let config = try merged(project: project)
    #expect(config.loosened == [])
    #expect(config.diagnostics == [])
  }

  @Test("what it tightens is in force")
  func tightened() throws {
    let config = try merged(
      project: """
        policy: { normal: { go: 80, noGo: 50 }, farApart: 10 }
        rules: { no-rollback: blocker }
        context: [AGENTS.md]
        panel: { low: mine }
        panels: { mine: [builder, third] }
        """)
    var policy = Policy.standard(for: .normal)
    (policy.go, policy.noGo, policy.farApart) = (80, 50, 10)
    #expect(config.policy(for: .normal) == policy)
    #expect(config.policy(for: .high).farApart == 10)
    #expect(config.rules == ["no-rollback": .severity(.blocker)])
    #expect(config.context == ["AGENTS.md"])
    #expect(config.seats(for: .low) == ["builder", "third"])
    #expect(config.seats(for: .high) == ["critic", "builder"])
  }

  static let loosening: [(project: String, named: String)] = [
    ("policy: { normal: { go: 60 } }", "policy.normal.go: 60' instead of 65"),
    ("policy: { normal: { go: 0, eachAtLeast: 0, noGo: 0 } }", "policy.normal.eachAtLeast: 0'"),
    ("policy: { high: { holdMajors: 1 } }", "policy.high.holdMajors: 1' instead of 0"),
    ("policy: { low: { noGoMajors: 7 } }", "policy.low.noGoMajors: 7' instead of 6"),
    ("policy: { farApart: 100 }", "policy.farApart: 100' instead of 15"),
    ("policy: { rounds: 9 }", "policy.rounds: 9' instead of 3"),
    ("rules: { no-rollback: off }", "rules.no-rollback: off"),
    ("rules: { no-rollback: minor }", "rules.no-rollback: minor"),
    ("rules: { inj-homoglyph: info }", "rules.inj-homoglyph: info"),
    ("rules: { secret-in-plan: off }", "rules.secret-in-plan: off"),
    ("rubric: lenient.md", "rubric: lenient.md"),
    ("reviewers: { x: { kind: chat, model: m } }", "'reviewers'"),
    ("hosts: [evil.example]", "'hosts'"),
    ("panel: draft", "panel: draft"),
    ("panel: mine\npanels: { mine: [rules/planner, rules/executor] }", "panels.mine"),
    ("panel: mine\npanels: { mine: ['command:./x', builder] }", "panels.mine"),
    ("panels: { mine: [chat/m@x, builder] }", "panels.mine"),
    ("panels: { mine: [builder, builder] }", "panels.mine"),
    ("panels: { gate: [third, builder] }", "panels.gate"),
    ("panel: nowhere", "panel: nowhere"),
    ("writtenBy: other", "writtenBy: other"), ("executor: other", "executor: other"),
  ]

  @Test("what loosens is named with its place and changes nothing", arguments: loosening)
  func loosens(project: String, named: String) throws {
    let config = try merged(project: project)
    let alone = try ConfigMerger.merge(
      user: try read(userText), project: nil, isTrusted: false, rules: someRules)
    #expect(config.loosened.contains { $0.contains(named) && $0.contains(".speccheck.yml:") })
    #expect(config.diagnostics.count == config.loosened.count)
    for tier in RiskTier.allCases {
      #expect(config.policy(for: tier) == alone.policy(for: tier))
      #expect(config.seats(for: tier) == alone.seats(for: tier))
    }
    #expect(config.rules == alone.rules)
    #expect(config.rubric == nil && config.writtenBy == nil && config.executor == nil)
    #expect(config.reviewers == alone.reviewers && config.hosts == alone.hosts)
  }

  @Test("what tightens is followed beside what loosens")
  func both() throws {
    let config = try merged(project: "policy: { normal: { go: 90, noGo: 10 } }")
    #expect(config.policy(for: .normal).go == 90)
    #expect(config.policy(for: .normal).noGo == 43)
    #expect(config.loosened.count == 1)
  }

  @Test("tightening is measured by what the user's config says, not by what is usual")
  func againstTheUser() throws {
    let user = "policy: { normal: { go: 90 } }\nrules: { no-rollback: off, empty-section: blocker }"
    #expect(try merged(user: user, project: "policy: { normal: { go: 80 } }").loosened.count == 1)
    #expect(try merged(user: user, project: "rules: { no-rollback: info }").loosened == [])
    #expect(try merged(user: user, project: "rules: { empty-section: major }").loosened.count == 1)
  }

  @Test("a trusted project is followed")
  func trusted() throws {
    let config = try merged(
      project: """
        policy: { normal: { go: 60, eachAtLeast: 50 }, farApart: 20 }
        rules: { no-rollback: off }
        rubric: docs/rubric.md
        panels: { gate: [third, builder], fast: [rules/planner, rules/executor] }
        writtenBy: openai
        """, trusted: true)
    #expect(config.loosened == [] && config.diagnostics == [])
    #expect(config.policy(for: .normal).go == 60)
    #expect(config.policy(for: .low).farApart == 20)
    #expect(config.rules["no-rollback"] == .off)
    #expect(config.rubric == RubricSource(name: "docs/rubric.md", origin: .project))
    #expect(config.seats(for: .normal) == ["third", "builder"])
    #expect(config.writtenBy == "openai")
  }

  @Test(
    "no project file, trusted or not, lowers a guard, brings reviewers or hosts, or seats programs",
    arguments: [
      "rules: { inj-instruction: major }", "rules: { inj-homoglyph: minor }",
      "rules: { secret-in-plan: off }", "reviewers: { critic: { kind: chat, model: m } }",
      "hosts: [evil.example]", "panels: { gate: ['command:./x', builder] }",
      "panels: { gate: ['answer:yes.json', builder] }",
    ])
  func never(project: String) throws {
    for isTrusted in [true, false] {
      let config = try merged(project: project, trusted: isTrusted)
      #expect(config.rules.isEmpty && config.hosts.isEmpty)
      #expect(config.reviewers["critic"]?.kind == .anthropic)
      #expect(config.seats(for: .normal) == ["critic", "builder"])
      #expect(config.diagnostics.count == 1)
    }
  }

  @Test("a rule that the user made a blocker is a guard too")
  func userBlocker() throws {
    let config = try merged(
      user: "rules: { no-rollback: blocker }", project: "rules: { no-rollback: major }",
      trusted: true)
    #expect(config.rules["no-rollback"] == .severity(.blocker))
  }

  @Test("the user may lower any rule")
  func userLowers() throws {
    let config = try merged(user: "rules: { inj-homoglyph: off }", project: "")
    #expect(config.rules == ["inj-homoglyph": .off])
  }

  @Test("where thresholds of two files cross, the stricter one counts")
  func crossing() throws {
    let config = try merged(
      user: "policy: { normal: { go: 60, eachAtLeast: 50 } }",
      project: "policy: { normal: { eachAtLeast: 64 } }")
    #expect(config.policy(for: .normal).go == 64)
    #expect(config.policy(for: .normal).eachAtLeast == 64)
    #expect(config.loosened == [])
  }

  @Test(
    "panels and seats that nobody defines are errors with their place",
    arguments: [
      (
        "panel: gaet\npanels: { gate: [rules/planner, rules/executor] }",
        "config.yml:1:8: there is no panel 'gaet' (did you mean 'gate'?)"
      ),
      (
        "panels: { gate: [critik, rules/executor] }\nreviewers: { critic: { kind: openai, model: m } }",
        "config.yml:1:11: there is no reviewer 'critik' (did you mean 'critic'?)"
      ),
      (
        "panels: { gate: [zzzzzzzz, rules/executor] }",
        "config.yml:1:11: there is no reviewer 'zzzzzzzz'"
      ),
    ])
  func undefined(user: String, summary: String) {
    #expect {
      try merged(user: user, project: "")
    } throws: { ($0 as? ConfigError)?.summary == summary }
  }
}
