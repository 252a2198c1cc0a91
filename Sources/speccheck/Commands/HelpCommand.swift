import CommandLine

/// Prints help, the version, or a shell's completion script: all from the table of commands.
struct HelpCommand {
  let invocation: Invocation
  let console: Console

  init(_ invocation: Invocation, console: Console) {
    self.invocation = invocation
    self.console = console
  }

  func run() -> Int32 {
    let help = Help(Tool.program, styled: console.outputIsTerminal && !console.refusesColor)
    switch invocation.command {
    case .version: return console.answer(help.version)
    case .completions:
      return console.answer(
        invocation.operands.first.flatMap { Completions.script(for: $0, of: Tool.program) } ?? "")
    default:
      return console.answer(help.text(for: invocation.operands.first.flatMap(CommandName.init)))
    }
  }
}
