/// The help texts, 80 columns wide.
package struct Help: Sendable {
  private let program: Program
  /// Headings in bold.
  private let styled: Bool

  /// Columns of a line at most.
  package static let width = 80

  package init(_ program: Program, styled: Bool = false) {
    self.program = program
    self.styled = styled
  }

  /// `NAME VERSION`, one line.
  package var version: String { "\(program.name) \(program.version)\n" }

  /// The text for a command; the program's own for nil.
  package func text(for name: CommandName?) -> String {
    guard let command = program.commands.first(where: { $0.name == name }) else { return overview }
    return page(of: command)
  }

  private var overview: String {
    let usual = program.commands.first
    var text = "\(program.summary)\n\n\(heading("Usage"))\n"
    if let usual { text += "  \(program.name) \(usual.operand?.words ?? "") [OPTIONS]\n" }
    text += "  \(program.name) COMMAND [ARGUMENTS] [OPTIONS]\n\n\(heading("Commands"))\n"
    text += table(
      program.commands.map { command in
        let isUsual = command.name == usual?.name
        return (command.name.rawValue, command.summary + (isUsual ? " (the default)" : ""))
      })
    text += "\n\(heading("Options"))\n"
    text += table([
      ("-h, --help", "Print help, of a command when one is named"),
      ("-V, --version", "Print the version"),
    ])
    if let usual { text += "\n\(heading("Examples"))\n\(examples(of: usual))" }
    text += "\n\(heading("Exit codes"))\n"
    text += table(program.exitCodes.map { (String($0.code), $0.meaning) })
    return text + "\nThe options of a command: '\(program.name) help COMMAND'.\n"
  }

  private func page(of command: Command) -> String {
    let operand = command.operand.map { " \($0.usage)" } ?? ""
    let options = command.options.isEmpty ? "" : " [OPTIONS]"
    var text = "\(command.summary).\n\n"
    text += Self.wrap(command.details, indent: 0) + "\n\(heading("Usage"))\n"
    text += "  \(program.name) \(command.name.rawValue)\(operand)\(options)\n"
    if command.name == program.commands.first?.name {
      let required = command.operand.map { " \($0.words)" } ?? ""
      text += "  \(program.name)\(required)\(options)\n"
    }
    if let operand = command.operand {
      text += "\n\(heading("Arguments"))\n" + table([(operand.usage, operand.summary)])
    }
    for group in Option.Group.allCases {
      let members = command.options.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text +=
        "\n\(heading(group.rawValue))\n"
        + table(members.map { (left(of: $0), $0.summaryWithWords) })
    }
    text += command.examples.isEmpty ? "" : "\n\(heading("Examples"))\n\(examples(of: command))"
    return text
  }

  private func examples(of command: Command) -> String {
    command.examples.map { "  \($0.line)\n      \($0.meaning)\n" }.joined()
  }

  /// `-r, --reviewer SPEC`; a missing short form keeps its place.
  private func left(of option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return short + option.spelling + (option.value.map { " \($0.placeholder)" } ?? "")
  }

  private func heading(_ text: String) -> String {
    styled ? "\u{1B}[1m\(text):\u{1B}[0m" : "\(text):"
  }

  /// Two columns; a left side that is too wide gets a line of its own.
  private func table(_ rows: [(String, String)]) -> String {
    let widest = rows.map(\.0.count).max() ?? 0
    let column = min(widest + 4, 32)
    return rows.map { left, right in
      let text = Self.wrap(right, indent: column)
      let start = "  \(left)"
      guard start.count + 2 <= column else { return "\(start)\n\(text)" }
      return start + text.dropFirst(start.count)
    }.joined()
  }

  /// Breaks between words so that no line is wider than the help.
  static func wrap(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + word
    }
    return (lines + [line]).map { "\($0)\n" }.joined()
  }
}
