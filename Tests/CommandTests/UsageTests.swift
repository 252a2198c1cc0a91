import Testing

@Suite("The program's words about itself")
struct UsageTests {
  @Test(
    "wrong usage is one line on standard error, nothing on standard output, and exit code 2",
    arguments: [
      [], ["--bogus"], ["chekc", "plan.md"], ["verify"], ["plan.md", "--format", "html"],
      ["plan.md", "-r", "claude-cli/"], ["plan.md", "-r", "nobody"], ["prompt"],
      ["plan.md", "-r", "rules/planner", "-r", "rules/planner"], ["completions", "tcsh"],
      ["plan.md", "-r", "rules/planner", "-r", "rules/executor", "-r", "answer:x"],
      ["explain", "no-such-rule"], ["plan.md", "--rubric", "no-such-rubric"],
      ["help", "a\u{1B}[31m\nb"],
    ])
  func wrongUsage(_ arguments: [String]) throws {
    let place = try Place()
    try place.write("# Plan\n", to: "plan.md")
    let run = try BuiltProgram.run(arguments, in: place)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix("speccheck: "))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(
    "a panel that must hold two families does not, whatever is declared",
    arguments: [
      ("chat/foo@qwen", "chat/foo@llama", "one model, foo"),
      ("chat/gpt-6-sol@qwen", "openai/gpt-6", "one family, openai"),
      ("chat/m@llama", "openrouter/meta-llama/llama-5", "one family, meta"),
      ("chat/models/m", "chat/n@qwen", "not known"),
    ])
  func oneFamily(a: String, b: String, why: String) throws {
    let place = try Place()
    try place.write("# Plan\n", to: "plan.md")
    let run = try BuiltProgram.run(["plan.md", "-r", a, "-r", b, "--require-models"], in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains(why), "\(run.errors)")
  }

  @Test("a slip is answered with what was meant")
  func didYouMean() throws {
    let place = try Place()
    for (arguments, meant) in [
      (["promt", "plan.md"], "'prompt'"), (["plan.md", "--reviewr", "x"], "'--reviewer'"),
      (["plan.md", "-r", "rules/planer"], "'rules/planner'"),
      (["explain", "no-rolback"], "'no-rollback'"),
      (["plan.md", "--rubric", "defualt"], "'default'"),
    ] {
      let run = try BuiltProgram.run(arguments, in: place)
      #expect(run.errors.contains("did you mean \(meant)"), "\(run.errors)")
    }
  }

  @Test(
    "help, version, completions and pages go to standard output and exit 0",
    arguments: [
      (["--help"], "Usage:"), (["help", "prompt"], "--seat A|B"), (["prompt", "-h"], "--seat A|B"),
      (["--version"], "speccheck "), (["completions", "bash"], "complete -o"),
      (["completions", "zsh"], "#compdef"), (["completions", "fish"], "complete -c speccheck"),
      (["explain"], "no-rollback"), (["explain", "no-rollback"], "no-rollback"),
      (["explain", "verification"], "verification"),
      (["explain", "no-rollback", "--format", "json"], "\"no-rollback\""),
    ])
  func words(_ arguments: [String], say text: String) throws {
    let run = try BuiltProgram.run(arguments, in: try Place())
    #expect(run.code == 0)
    #expect(run.output.contains(text))
    #expect(run.output.hasSuffix("\n"))
    #expect(run.errors == "")
  }
}
