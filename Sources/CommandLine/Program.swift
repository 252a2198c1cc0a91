/// The whole command line as one value: parser, help, completions and reference read it.
package struct Program: Sendable {
  package var name: String
  package var version: String
  /// One sentence: what goes in and what comes out.
  package var summary: String
  /// In the order of the help; the first is meant when none is named.
  package var commands: [Command]
  package var exitCodes: [ExitCode]

  package init(
    name: String, version: String, summary: String, commands: [Command], exitCodes: [ExitCode]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    self.exitCodes = exitCodes
  }

  /// The command of that name; nil when there is none.
  package func command(_ name: String) -> Command? {
    commands.first { $0.name.rawValue == name }
  }

  /// One exit code with its meaning.
  package struct ExitCode: Sendable, Hashable {
    package var code: Int
    package var meaning: String

    package init(_ code: Int, _ meaning: String) {
      self.code = code
      self.meaning = meaning
    }
  }
}

/// What a person can ask the program to do.
package enum CommandName: String, Sendable, CaseIterable {
  case check, prompt, explain, eval
  case initialize = "init"
  case doctor, trust, completions, help
  /// `--version`; not a command of its own.
  case version
}

/// One command: what it takes and what it does.
package struct Command: Sendable {
  package var name: CommandName
  package var operand: Operand?
  /// One line for lists.
  package var summary: String
  /// Further sentences for its own help.
  package var details: String
  package var options: [Option]
  /// What must hold between its options.
  package var constraints: [Constraint]
  package var examples: [Example]

  package init(
    _ name: CommandName, operand: Operand? = nil, summary: String, details: String,
    options: [Option] = [], constraints: [Constraint] = [], examples: [Example] = []
  ) {
    self.name = name
    self.operand = operand
    self.summary = summary
    self.details = details
    self.options = options
    self.constraints = constraints
    self.examples = examples
  }

  /// What a command takes besides options.
  package struct Operand: Sendable, Hashable {
    package var placeholder: String
    package var summary: String
    package var count: ClosedRange<Int>
    package var kind: Option.Value.Kind

    package init(
      _ placeholder: String, _ summary: String, count: ClosedRange<Int>, kind: Option.Value.Kind
    ) {
      self.placeholder = placeholder
      self.summary = summary
      self.count = count
      self.kind = kind
    }

    /// As usage lines show it: `PLAN`, `PLAN...`, `[ID]`.
    package var usage: String { count.lowerBound == 0 ? "[\(words)]" : words }

    /// The same where it is not left out.
    package var words: String { count.upperBound > 1 ? "\(placeholder)..." : placeholder }
  }

  /// One command line worth trying, with what it does.
  package struct Example: Sendable, Hashable {
    package var line: String
    package var meaning: String

    package init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// What must hold between the options of one command line; throws the complaint.
  package struct Constraint: Sendable {
    package var check: @Sendable (Options) throws(UsageError) -> Void

    package init(_ check: @escaping @Sendable (Options) throws(UsageError) -> Void) {
      self.check = check
    }
  }
}

/// One command line, understood.
package struct Invocation: Sendable, Hashable {
  package var command: CommandName
  /// What is not an option: plans, a rule's id, a shell, the command that help is about.
  package var operands: [String]
  package var options: Options

  package init(command: CommandName, operands: [String] = [], options: Options = Options()) {
    self.command = command
    self.operands = operands
    self.options = options
  }
}
