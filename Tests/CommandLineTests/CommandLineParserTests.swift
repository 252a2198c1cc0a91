import CheckModel
import CommandLine
import Testing

/// The program that the tests parse for: three formats, and one file called `README`.
func parse(_ arguments: String...) throws(UsageError) -> Invocation {
  let program = Program.speccheck(version: "1.2.3", formats: ["terminal", "plain", "json"])
  return try CommandLineParser(program) { $0 == "README" || $0 == "prompt" }.parse(arguments)
}

/// The line that a person reads when the arguments are wrong; nil when they are right.
func complaint(_ arguments: [String]) -> String? {
  let program = Program.speccheck(version: "1.2.3", formats: ["terminal", "plain", "json"])
  do {
    _ = try CommandLineParser(program) { $0 == "README" }.parse(arguments)
    return nil
  } catch {
    return error.line
  }
}

@Suite("Understanding arguments")
struct CommandLineParserTests {
  @Test("plans alone mean check, and nothing else is set")
  func plansAlone() throws {
    let invocation = try parse("a.md", "specs/export", "-", "README")
    #expect(invocation.command == .check)
    #expect(invocation.operands == ["a.md", "specs/export", "-", "README"])
    #expect(invocation.options == Options())
    #expect(invocation.options.timeout == 900)
    #expect(invocation.options.concurrency == 4)
  }

  @Test("a command's name is not one of its operands, wherever options stand")
  func commandName() throws {
    #expect(try parse("check", "a.md").operands == ["a.md"])
    #expect(try parse("-q", "check", "a.md").operands == ["a.md"])
    #expect(try parse("--rubric", "check", "a.md").operands == ["a.md"])
    #expect(try parse("check", "check").operands == ["check"])
    #expect(try parse("prompt", "a.md", "--seat", "B").options.seat == .b)
    #expect(try parse("explain").operands == [])
  }

  @Test("after -- everything is a plan, names of commands and dashes included")
  func afterTwoDashes() throws {
    let invocation = try parse("--swap", "--", "prompt", "--help", "-r")
    #expect(invocation.command == .check)
    #expect(invocation.operands == ["prompt", "--help", "-r"])
    #expect(invocation.options.swap)
    #expect(try parse("check", "--", "check").operands == ["check"])
  }

  @Test(
    "a value stands behind its option, an equals sign, or the letter itself",
    arguments: [
      ["--format", "json"], ["--format=json"], ["-f", "json"], ["-fjson"], ["-f=json"],
      ["-qf", "json"], ["-qfjson"],
    ])
  func spellings(of arguments: [String]) throws {
    let program = Program.speccheck(version: "1", formats: ["plain", "json"])
    let invocation = try CommandLineParser(program) { _ in false }.parse(["a.md"] + arguments)
    #expect(invocation.options.format == "json")
    #expect(invocation.operands == ["a.md"])
  }

  @Test("every option of check reaches its field")
  func everyOption() throws {
    let options = try parse(
      "a.md", "-r", "answer:a=1.json", "--reviewer=rules/executor", "--rubric", "strict",
      "--tier", "low", "--risk-accepted-by", "Ana", "--offline", "--accept-rules-only", "Bo",
      "--allow-same-family", "--allow-secrets", "--accept-finding", "f1", "--because", "known",
      "--because=also known", "--accept-finding=f2", "--no-overrides", "--fail-on", "incomplete",
      "--exit-zero", "--report", "json=out=1.json", "--report=plain=-", "--color", "never", "-v",
      "--always-review", "--timeout", "1.5", "--concurrency", "8"
    ).options
    #expect(options.reviewers == [.answer(file: "a=1.json"), .rules(.executor)])
    #expect(options.rubric == "strict")
    #expect(options.tier == .low)
    #expect(options.riskAcceptedBy == "Ana")
    #expect(options.acceptRulesOnly == "Bo")
    #expect(
      options.acceptedFindings == [
        AcceptedFinding(fingerprint: "f1", reason: "known"),
        AcceptedFinding(fingerprint: "f2", reason: "also known"),
      ])
    #expect(options.failOn == .incomplete)
    #expect(
      options.reports == [
        ReportRequest(format: "json", path: "out=1.json"),
        ReportRequest(format: "plain", path: "-"),
      ])
    #expect(options.color == .never)
    #expect(options.timeout == 1.5)
    #expect(options.concurrency == 8)
    #expect(options.offline && options.allowSameFamily && options.allowSecrets)
    #expect(options.noOverrides && options.exitZero && options.alwaysReview && options.verbose)
    #expect(!options.swap && !options.quiet)
  }

  @Test("help and version are understood anywhere before --, mistakes beside them or not")
  func helpAndVersion() throws {
    #expect(try parse("--help") == Invocation(command: .help))
    #expect(try parse("-h", "a.md", "--bogus") == Invocation(command: .help))
    #expect(try parse("prompt", "--help") == Invocation(command: .help, operands: ["prompt"]))
    #expect(try parse("help", "explain").operands == ["explain"])
    #expect(try parse("help") == Invocation(command: .help))
    #expect(try parse("--version").command == .version)
    #expect(try parse("check", "-V").command == .version)
    #expect(try parse("completions", "fish").operands == ["fish"])
  }
}
