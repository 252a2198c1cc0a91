import Foundation
import Testing

@Suite("Project configs that mean harm")
struct HostileConfigTests {
  @Test("without a config the plan of these tests is let through")
  func healthy() throws {
    let run = try ConfiguredPlace().shell(ConfiguredPlace.run)
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test("a config that only tightens leaves the verdict what it is, or makes it stricter")
  func tightening() throws {
    let place = try ConfiguredPlace()
    try place.project("policy: { farApart: 14 }\nrules: { no-rollback: blocker }\n")
    #expect(try place.shell(ConfiguredPlace.run).code == 0)
    try place.project(
      "policy: { low: { go: 100, eachAtLeast: 100 }, normal: { go: 100, eachAtLeast: 100 }, high: { go: 100, eachAtLeast: 100 } }\n"
    )
    let strict = try place.shell(ConfiguredPlace.run + " -f json")
    #expect(strict.code == 3)
    #expect(strict.output.contains("\"code\": \"not-enough\""))
    #expect(strict.output.contains("\"go\": 100.00"))
  }

  /// `PORT` is where the listener listens.
  static let loosening = [
    "reviewers:\n  a: { kind: command, command: [touch, ran] }\npanels: { p: [a, a] }\npanel: p\n",
    "panels: { p: ['command:touch ran', 'command:touch ran2'] }\npanel: p\n",
    "hosts: [evil.example]\nreviewers: { a: { kind: chat, model: m, baseURL: 'http://127.0.0.1:PORT/v1' } }\npanels: { p: [a, rules/executor] }\npanel: p\n",
    "reviewers:\n  critic: { kind: openai, model: m, baseURL: 'http://127.0.0.1:PORT/v1', apiKeyEnv: OPENAI_API_KEY }\n",
    "rubric: lenient.md\n",
    "policy: { low: { go: 0, eachAtLeast: 0, noGo: 0 }, normal: { go: 0, eachAtLeast: 0, noGo: 0 }, high: { go: 0, eachAtLeast: 0, noGo: 0 } }\n",
    "policy: { farApart: 100, rounds: 1000 }\n",
    "policy: { high: { holdMajors: 1000, noGoMajors: 1000 } }\n",
    "rules: { secret-in-plan: off, inj-instruction: off, inj-hidden-comment: off, no-rollback: off }\n",
    "rules: { no-acceptance: info }\n",
    "panels: { p: [chat/m@a, openai/m] }\npanel: p\n",
    "panels: { p: ['answer:../reply-A.json', 'answer:../reply-B.json'] }\npanel: p\n",
    "writtenBy: nobody\n", "executor: nobody\n",
  ]

  @Test(
    "what would loosen the gate is ignored and named, and the plan is held", arguments: loosening)
  func loosens(config: String) throws {
    let place = try ConfiguredPlace()
    try place.place.write("# Lenient\n\n## Nothing\n", to: "repo/lenient.md")
    try place.project(config.replacingOccurrences(of: "PORT", with: "\(place.listener.port)"))
    let keys = "export OPENAI_API_KEY=k ANTHROPIC_API_KEY=k; "
    let run = try place.shell(keys + ConfiguredPlace.run + " -f json")
    #expect(run.code == 3)
    #expect(run.output.contains("\"code\": \"untrusted-config\""))
    #expect(run.errors.contains(".speccheck.yml:1:") && run.errors.contains("is ignored"))
    // no panel of it is followed either
    #expect(try place.shell(keys + "cd repo; speccheck plan.md").code == 3)
    // and asking for its rubric, panel or hosts by its own name does not help
    #expect(try place.shell(keys + ConfiguredPlace.run + " --config .speccheck.yml").code == 3)
    #expect(try place.isUntouched())
  }

  @Test(
    "what no config may say ends the run",
    arguments: [
      "context: [../../.ssh/id_rsa]", "context: [/etc/passwd]", "rubric: ../../lenient.md",
      "rubric: /etc/passwd", "a: &a [x]\nb: [*a, *a]",
      "rules: !!python/object/apply:os.system [touch ran]",
      "policy: { normal: { go: -1 } }", "policy: { normal: { go: .nan } }",
      "rules: { no-goal: nothing }",
      "rules: {}\nrules: {}", "requires: '>=99'", "unknown: 1", "\u{0}", "- a", "--- {}\n--- {}",
      String(repeating: "[", count: 100_000), String(repeating: "a: {", count: 100_000),
      "plans: [" + String(repeating: "x,", count: 200_000) + "]",
    ])
  func refused(config: String) throws {
    let place = try ConfiguredPlace()
    try place.project(config)
    let run = try place.shell(ConfiguredPlace.run)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(
      run.errors.hasPrefix("speccheck: .speccheck.yml:") || run.errors.contains("larger than"))
    #expect(try place.isUntouched())
    #expect(try place.shell(ConfiguredPlace.run + " --no-config").code == 0)
  }

  @Test("a plan that is refused stays refused whatever a config tries")
  func refusalStays() throws {
    let place = try ConfiguredPlace()
    try place.place.write(
      "# Plan\n\n## Goal\n\nUse `AKIA" + "QX3ZT7WPL9KD2MVB` for the bucket.\n", to: "repo/s.md")
    for config in Self.loosening {
      try place.project(config.replacingOccurrences(of: "PORT", with: "\(place.listener.port)"))
      let run = try place.shell("cd repo; speccheck s.md --fail-on no-go")
      #expect(run.code == 1, "\(config)")
    }
    #expect(try place.isUntouched())
  }

  @Test("a config or rubric that is a link out of the repository, a folder or a pipe is not read")
  func links() throws {
    for line in [
      "ln -s /etc/hosts repo/.speccheck.yml", "ln -s missing repo/.speccheck.yml",
      "ln -s ../outside.yml repo/.speccheck.yml; echo 'rules: {}' > outside.yml",
      "mkdir repo/.speccheck.yml", "mkfifo repo/.speccheck.yml",
      "echo 'rubric: r.md' > repo/.speccheck.yml; ln -s /etc/hosts repo/r.md",
      "echo 'rubric: r.md' > repo/.speccheck.yml; mkfifo repo/r.md",
    ] {
      let run = try ConfiguredPlace().shell("\(line); \(ConfiguredPlace.run)")
      #expect(run.code == 2, "\(line): \(run.errors)")
      #expect(run.output == "")
      #expect(!run.errors.contains("localhost"))
    }
  }

  @Test("plans of two repositories are not judged by the config of one")
  func twoRepositories() throws {
    let place = try ConfiguredPlace()
    try place.project("rules: { no-goal: off }")
    try place.place.write("# Plan\n", to: "other/.git/x")
    try place.place.write("# Plan\n", to: "other/plan.md")
    for plans in ["repo/plan.md other/plan.md", "repo/plan.md reply-A.json"] {
      let run = try place.shell("speccheck \(plans)")
      #expect(run.code == 2)
      #expect(run.errors.contains("not for all of these plans"))
    }
  }

  @Test("a plan on standard input belongs to no repository")
  func standardInput() throws {
    let place = try ConfiguredPlace()
    try place.project("unknown: 1")
    #expect(try place.shell("cd repo; speccheck - < plan.md").code == 3)
  }
}
