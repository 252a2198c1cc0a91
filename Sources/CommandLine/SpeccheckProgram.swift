extension Program {
  /// The command line of speccheck.
  ///
  /// `formats` are the names of the report formats that exist.
  package static func speccheck(version: String, formats: [String]) -> Program {
    Program(
      name: "speccheck", version: version,
      summary: "Decide whether a Markdown plan is ready to hand to a coding agent.",
      commands: [
        check(formats: formats), prompt, explain, initialize, doctor, trust, eval,
        completions, help,
      ],
      exitCodes: [
        ExitCode(0, "GO"),
        ExitCode(1, "NO-GO"),
        ExitCode(2, "wrong usage or input; nothing was judged"),
        ExitCode(3, "HOLD: a person decides"),
        ExitCode(4, "INCOMPLETE: a seat gave no valid review; or a report could not be written"),
        ExitCode(130, "interrupted; 143 when terminated"),
      ])
  }

  private static let planOperand =
    "A Markdown file, a folder of files that belong together, or - for standard input."

  private static func check(formats: [String]) -> Command {
    Command(
      .check,
      operand: .init(
        "PLAN", planOperand + " Left out: the plans that the config names.", count: 0...Int.max,
        kind: .file),
      summary: "Judge plans: GO, NO-GO, HOLD or INCOMPLETE",
      details: """
        Free checks run first. Two reviewers then judge the plan blind to each other: seat A asks \
        whether it is the right and complete thing, seat B whether it could be built without \
        asking. Their findings are merged, the gap between their confidences is shown, and a \
        verdict follows. Without options both seats are held by built-in rules, which can refuse \
        a plan but never approve one.
        """,
      options: CheckOptions.all(formats: formats),
      constraints: CheckOptions.constraints,
      examples: [
        .init("speccheck plan.md", "judge one plan with rules alone"),
        .init("speccheck specs/export/", "judge a folder as one plan"),
        .init("speccheck plan.md -r anthropic/MODEL -r openai/MODEL", "ask two models"),
        .init(
          "speccheck plan.md -r answer:a.json -r answer:b.json", "judge by two models' replies"),
        .init("speccheck plan.md --report json=report.json", "write the JSON report to a file too"),
      ])
  }

  private static var prompt: Command {
    Command(
      .prompt,
      operand: .init("PLAN", planOperand, count: 1...1, kind: .file),
      summary: "Print what a model on a seat would be asked; nothing is sent",
      details: """
        Give the text to any model and keep its reply in a file; \
        'speccheck PLAN -r answer:FILE' then counts that reply as a review.
        """,
      options: [
        .choice(
          "seat", "A|B", \.seat, group: .reviewers, "Whose prompt; A unless given"),
        CheckOptions.reviewer,
        CheckOptions.swap,
        CheckOptions.rubric,
        CheckOptions.format(["text", "json"], "How it is printed; text unless given"),
      ] + CheckOptions.repository + ConfigOptions.all,
      constraints: [ConfigOptions.constraint, CheckOptions.repositoryConstraint],
      examples: [
        .init("speccheck prompt plan.md > a.txt", "the prompt of seat A"),
        .init("speccheck prompt plan.md --seat B", "the prompt of seat B"),
        .init(
          "speccheck prompt plan.md -r team-bot", "what a reviewer of the config would be asked"),
      ])
  }

  private static var explain: Command {
    Command(
      .explain,
      operand: .init("ID", "A rule or a criterion.", count: 0...1, kind: .text),
      summary: "Print the page of a rule or criterion; without an id, a list",
      details: "A page says what is looked for, why it matters, and shows bad and good examples.",
      options: [CheckOptions.format(["text", "json"], "How it is printed; text unless given")],
      examples: [.init("speccheck explain no-rollback", "why a way back is asked for")])
  }

  private static var initialize: Command {
    Command(
      .initialize, summary: "Write your config: which two models review plans",
      details: """
        At a terminal it asks what writes your plans, what builds them, and which models review them; elsewhere \
        both reviewers are named. A config that exists is never changed. Keys stay in the environment.
        """,
      options: [CheckOptions.reviewer, ModelOptions.writtenBy, ModelOptions.executor],
      examples: [
        .init("speccheck init", "answer questions"),
        .init("speccheck init -r anthropic/MODEL -r openai/MODEL", "name both reviewers"),
      ])
  }

  private static var doctor: Command {
    Command(
      .doctor,
      summary: "Say which reviewers can be asked, and what keeps the others from it",
      details: """
        Looks at the config, or at the reviewers of '-r', and sends nothing unless '--live' is given. \
        Exits with 4 when one of them cannot be asked.
        """,
      options: [
        CheckOptions.reviewer,
        .flag("live", \.live, group: .reviewers, "Ask each of them one tiny question"),
        ModelOptions.seconds(
          "timeout", \.liveTimeout, "Seconds that an answer may take; default 60"),
      ] + ConfigOptions.all,
      examples: [
        .init("speccheck doctor", "look at what is configured"),
        .init("speccheck doctor --live -r openai/MODEL", "ask one model whether it is there"),
      ])
  }

  private static var trust: Command {
    Command(
      .trust,
      operand: .init(
        "DIR", "A folder of the repository; this one if left out.", count: 0...1, kind: .file),
      summary: "Trust the project's config as it is now",
      details: """
        Without that a repository's .speccheck.yml may only tighten the gate. What is trusted is exactly this \
        content, in this repository; any change of it ends the trust. Only a person at a terminal can say it.
        """,
      examples: [.init("speccheck trust", "follow the .speccheck.yml of this repository")])
  }

  private static var completions: Command {
    Command(
      .completions,
      operand: .init(
        "SHELL", "bash, zsh or fish.", count: 1...1, kind: .choice(Completions.shells)),
      summary: "Print the completion script of a shell",
      details: "The script completes commands, options, their values and plans.",
      examples: [
        .init("source <(speccheck completions bash)", "bash, in ~/.bashrc"),
        .init("speccheck completions zsh > ~/.zfunc/_speccheck", "zsh, a folder of $fpath"),
        .init("speccheck completions fish | source", "fish, in config.fish"),
      ])
  }

  private static var help: Command {
    let others = CommandName.allCases.filter { $0 != .version }.map(\.rawValue)
    return Command(
      .help,
      operand: .init("COMMAND", "The command to explain.", count: 0...1, kind: .choice(others)),
      summary: "Print help, of a command when one is named",
      details: "The same as '--help' after the command.")
  }
}
