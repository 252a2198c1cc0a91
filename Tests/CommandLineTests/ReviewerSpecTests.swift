import CheckModel
import CommandLine
import Testing

@Suite("Reviewers and seats")
struct ReviewerSpecTests {
  private func problem(_ text: String) -> String? {
    do {
      _ = try ReviewerSpec.parse(text)
      return nil
    } catch {
      return error.line
    }
  }

  @Test("rules and answer files are read, whatever the file is called")
  func available() throws {
    #expect(try ReviewerSpec.parse("rules/planner") == .rules(.planner))
    #expect(try ReviewerSpec.parse("rules/executor") == .rules(.executor))
    #expect(try ReviewerSpec.parse("answer:a b:c.json") == .answer(file: "a b:c.json"))
    #expect(try ReviewerSpec.parse("answer:/tmp/ä").spelling == "answer:/tmp/ä")
  }

  @Test(
    "a model is named behind the API that reaches it",
    arguments: [
      ("anthropic/some-model", ReviewerIdentity.Kind.anthropic, "some-model"),
      ("openai/m", .openai, "m"), ("openrouter/a/b:free", .openrouter, "a/b:free"),
      ("gemini/m", .gemini, "m"), ("ollama/m:7b", .ollama, "m:7b"),
    ])
  func models(_ text: String, kind: ReviewerIdentity.Kind, model: String) throws {
    #expect(try ReviewerSpec.parse(text) == .model(.init(kind: kind, model: model)))
    #expect(try ReviewerSpec.parse(text).spelling == text)
  }

  @Test("behind chat/ the family may be declared, in lowercase")
  func declaredFamily() throws {
    let spec = try ReviewerSpec.parse("chat/org/model@qwen")
    #expect(spec == .model(.init(kind: .chat, model: "org/model", family: "qwen")))
    #expect(spec.spelling == "chat/org/model@qwen")
    for text in ["chat/m@", "chat/@qwen", "chat/m@Qwen", "chat/m@q wen", "chat/", "openai/a b"] {
      #expect(problem(text) != nil, "\(text)")
    }
  }

  @Test(
    "any other word is the name of a reviewer of the config",
    arguments: ["critic", "team-bot", "b_2"])
  func names(_ text: String) throws {
    #expect(try ReviewerSpec.parse(text) == .named(text))
  }

  static let agents: [(String, ReviewerSpec)] = [
    ("claude-cli", .agent(.claudeCLI, model: nil)),
    ("claude-cli/claude-opus-5-5", .agent(.claudeCLI, model: "claude-opus-5-5")),
    ("codex-cli", .agent(.codexCLI, model: nil)),
    ("codex-cli/gpt-6-astra", .agent(.codexCLI, model: "gpt-6-astra")),
  ]

  @Test("an agent takes its own model unless one is named", arguments: agents)
  func agent(_ text: String, _ spec: ReviewerSpec) throws {
    #expect(try ReviewerSpec.parse(text) == spec)
    #expect(spec.spelling == text)
  }

  @Test("a slash without a model is a slip", arguments: ["claude-cli/", "codex-cli/ x"])
  func agentWithoutModel(_ text: String) throws {
    #expect(try #require(problem(text)).contains("needs the id of a model"))
  }

  @Test("a program is named with its arguments in one text")
  func programs() throws {
    let spec = try ReviewerSpec.parse("command:./review --json 'two words'")
    #expect(spec == .command("./review --json 'two words'"))
    #expect(spec.spelling == "command:./review --json 'two words'")
    for text in ["command:", "command: ", "command:''", "command:./review 'open", "command:a \\"] {
      #expect(
        problem(text)?.hasSuffix("(did you mean 'command:PROGRAM ARG...'?)") == true, "\(text)")
    }
  }

  @Test(
    "its words are separated and quoted as in a shell, and nothing is expanded",
    arguments: [
      ("review", ["review"]), ("  a  b\tc ", ["a", "b", "c"]),
      ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
      ("a b\\ c '\\' \"\\\"\"", ["a", "b c", "\\", "\""]), ("a '' b''c", ["a", "", "bc"]),
      ("a $HOME *.md ~ ; | > x", ["a", "$HOME", "*.md", "~", ";", "|", ">", "x"]),
    ])
  func words(_ text: String, words: [String]) {
    #expect(CommandWords.split(text) == words)
  }

  @Test(
    "a slip gets the form that was meant",
    arguments: [
      ("rules/planer", "'rules/planner'"), ("rule/executor", "'rules/executor'"),
      ("rules", "'rules/planner'"), ("rules/", "'rules/planner'"),
      ("reply.json", "'answer:reply.json'"), ("answer/a.json", "'answer:a.json'"),
      ("answer:", "'answer:FILE'"), ("antropic/m", "'anthropic/m'"), ("openai", "'openai/MODEL'"),
    ])
  func slips(_ text: String, meant: String) throws {
    #expect(try #require(problem(text)).hasSuffix("(did you mean \(meant)?)"))
  }

  @Test("nonsense is unknown", arguments: ["", "/", "2x", "::", "Rules Planner please do"])
  func nonsense(_ text: String) throws {
    #expect(try #require(problem(text)).contains("unknown reviewer '\(text)'"))
  }

  private func panel(_ specs: [String], swap: Bool = false) throws -> [String] {
    var reviewers: [ReviewerSpec] = []
    for spec in specs { reviewers.append(try ReviewerSpec.parse(spec)) }
    return try SeatAssignment.panel(of: reviewers, swap: swap).map {
      "\($0.seat.rawValue) \($0.lens.rawValue) \($0.reviewer.spelling)"
    }
  }

  @Test("without reviewers rules hold both seats, swapped or not")
  func rulesAlone() throws {
    let both = ["A planner rules/planner", "B executor rules/executor"]
    #expect(try panel([]) == both)
    #expect(try panel([], swap: true) == both)
  }

  @Test("one reviewer takes seat A, and rules of the other lens take seat B")
  func oneReviewer() throws {
    #expect(try panel(["answer:a"]) == ["A planner answer:a", "B executor rules/executor"])
    #expect(
      try panel(["answer:a"], swap: true) == ["A executor answer:a", "B planner rules/planner"])
    #expect(
      try panel(["rules/executor"]) == ["A executor rules/executor", "B planner rules/planner"])
  }

  @Test("two reviewers take the seats in order; --swap exchanges the lenses only")
  func twoReviewers() throws {
    let specs = ["answer:a", "answer:b"]
    #expect(try panel(specs) == ["A planner answer:a", "B executor answer:b"])
    #expect(try panel(specs, swap: true) == ["A executor answer:a", "B planner answer:b"])
    #expect(
      try panel(["rules/executor", "answer:b"], swap: true)
        == ["A executor rules/executor", "B planner answer:b"])
  }

  @Test(
    "two seats with one lens, and more than two reviewers, are refused",
    arguments: [
      (["rules/planner", "rules/planner"], false), (["rules/executor", "answer:b"], false),
      (["answer:a", "rules/planner"], false), (["rules/planner", "answer:b"], true),
      (["answer:a", "answer:b", "answer:c"], false),
    ])
  func refused(_ specs: [String], swap: Bool) {
    #expect(throws: UsageError.self) { try panel(specs, swap: swap) }
  }
}
