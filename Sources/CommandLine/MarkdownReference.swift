/// The reference of the command line as a Markdown page.
package struct MarkdownReference: Sendable {
  private let program: Program

  package init(_ program: Program) {
    self.program = program
  }

  /// The page, ending in a line break.
  package var page: String {
    var text = "# The command line of \(program.name)\n\n\(program.summary)\n"
    text += "\n| command | does |\n|---|---|\n"
    for command in program.commands {
      text += "| [`\(command.name.rawValue)`](#\(command.name.rawValue)) | \(command.summary) |\n"
    }
    text += "\n`\(program.name) PLAN...` is `\(program.name) check PLAN...`. "
    text += "Options may stand before or after plans; after `--` everything is a plan. "
    text += "Values are written `--option value`, `--option=value` or `-oVALUE`.\n"
    text += program.commands.map(section).joined()
    text += "\n## Exit codes\n\n| code | meaning |\n|---|---|\n"
    text += program.exitCodes.map { "| \($0.code) | \($0.meaning) |\n" }.joined()
    return text
  }

  private func section(of command: Command) -> String {
    let operand = command.operand.map { " \($0.usage)" } ?? ""
    let options = command.options.isEmpty ? "" : " [OPTIONS]"
    var text = "\n## \(command.name.rawValue)\n\n\(command.summary).\n\n\(command.details)\n\n"
    text += "```\n\(program.name) \(command.name.rawValue)\(operand)\(options)\n```\n"
    if let operand = command.operand {
      text += "\n`\(operand.placeholder)`: \(operand.summary)\n"
    }
    for group in Option.Group.allCases {
      let members = command.options.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text += "\n### \(group.rawValue)\n\n| option | meaning |\n|---|---|\n"
      text += members.map(row).joined()
    }
    guard !command.examples.isEmpty else { return text }
    let lines = command.examples.map { "# \($0.meaning)\n\($0.line)\n" }
    return text + "\n```sh\n\(lines.joined())```\n"
  }

  private func row(of option: Option) -> String {
    let short = option.short.map { "`-\($0)`, " } ?? ""
    let value = option.value.map { " \($0.placeholder)" } ?? ""
    let many = option.repeats ? " (repeatable)" : ""
    let spelling = cell("\(option.spelling)\(value)")
    return "| \(short)`\(spelling)` | \(cell(option.summaryWithWords))\(many) |\n"
  }

  /// A bar would end the cell.
  private func cell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
