import Foundation
import Testing

@Suite("'check' without PLAN")
struct PlansTests {
  private static let plan = "# Plan\n\n## Goal\n\nOne thing.\n"

  /// A repository with plans in many places, and a config of the user's.
  private func place(_ config: String) throws -> ConfiguredPlace {
    let place = try ConfiguredPlace()
    for path in [
      "docs/plans/b.md", "docs/plans/a.md", "docs/plans/deep/c.md", "docs/plans/.hidden/d.md",
      "docs/plans/notes.txt", "specs/one/spec.md", "specs/one/tasks.md", "specs/two/plan/x.md",
      "vendor/.git/HEAD", "vendor/docs/plans/v.md",
    ] {
      try place.place.write(Self.plan + "\nOf \(path).\n", to: "repo/\(path)")
    }
    _ = try place.shell("ln -s docs repo/linked; mkdir repo/specs/empty")
    try place.user(config)
    return place
  }

  /// The plans that were checked, in their order.
  private func checked(_ line: String, _ place: ConfiguredPlace) throws -> [String] {
    let run = try place.shell("\(line) -q -f json")
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let all = try #require(report, "\(run.errors)")
    let reports = all["reports"] as? [[String: Any]] ?? [all]
    return reports.compactMap { ($0["plan"] as? [String: Any])?["path"] as? String }
  }

  @Test("judges what the config names, sorted; a folder is one plan, and its files are no others")
  func names() throws {
    let place = try place("plans: ['docs/plans/**', 'specs/*/', '**/spec.md']\n")
    let plans = [
      "docs/plans/a.md", "docs/plans/b.md", "docs/plans/deep/c.md", "specs/one", "specs/two",
    ]
    #expect(try checked("cd repo; speccheck check", place) == plans)
    #expect(
      try checked("cd repo/docs/plans; speccheck check", place) == plans.map { "../../\($0)" })
    #expect(try checked("cd repo; speccheck check plan.md", place) == ["plan.md"])
  }

  @Test("a trusted project's patterns count, and nobody else's alone")
  func trust() throws {
    let place = try place("{}\n")
    try place.project("plans: ['specs/*/']\n")
    let untrusted = try place.shell("cd repo; speccheck check")
    #expect(untrusted.code == 2)
    #expect(untrusted.errors.contains("'plans' of yours, or of a project's that you trust"))
    try place.user("plans: [plan.md]\n")
    #expect(
      try checked("cd repo; speccheck check", place) == ["plan.md", "specs/one", "specs/two"])
    let commit = """
      cd repo; rm .git/HEAD; git init -q . 2> init; git add .speccheck.yml
      git -c user.name=n -c user.email=e commit -qm x
      """
    #expect(try place.shell(commit).code == 0)
    #expect(
      try checked("cd repo; speccheck check --config-from HEAD", place)
        == ["specs/one", "specs/two"])
  }

  @Test(
    "says what is missing where nothing is to be judged",
    arguments: [
      ("{}", "cd repo; speccheck check", "'check' needs PLAN..., or a repository"),
      ("plans: ['docs/**']", "speccheck check", "'check' needs PLAN..., or a repository"),
      ("plans: ['docs/**']", "cd repo; speccheck check --no-config", "'check' needs PLAN..., or"),
      ("plans: ['docs/**']", "cd repo; speccheck", "'check' needs PLAN...; see"),
      (
        "plans: [none.md, 'no/**']", "cd repo; speccheck check",
        "matches 'plans' of the config: none.md, no/**"
      ),
      (
        "plans: ['specs/empty/', 'linked/**', 'vendor/**', 'docs/plans/.hidden/**']",
        "cd repo; speccheck check", "matches 'plans'"
      ),
    ])
  func nothing(config: String, line: String, message: String) throws {
    let run = try place(config + "\n").shell(line)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("takes on no more than it was meant to")
  func bounded() throws {
    let place = try place("plans: ['many/**']\n")
    _ = try place.shell(
      "mkdir repo/many; cd repo/many; for i in $(seq 201); do echo x > $i.md; done")
    let run = try place.shell("cd repo; speccheck check")
    #expect(run.code == 2)
    #expect(run.errors.contains("means more than 200 plans"))
  }

  @Test("the gravest of them decides the exit code")
  func code() throws {
    let place = try place("plans: [plan.md, 'docs/plans/a.md']\n")
    let run = try place.shell("cd repo; speccheck check --fail-on no-go; echo; speccheck plan.md")
    #expect(run.output.contains("docs/plans/a.md") && run.output.contains("plan.md: verdict"))
  }
}
