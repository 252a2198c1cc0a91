/// What was wrong with the arguments: one line for standard error, exit code 2.
///
/// The text quotes arguments as they were given; whoever prints it escapes control characters.
package struct UsageError: Error, Sendable, Hashable {
  /// What is wrong, without a capital letter or a full stop.
  package var message: String
  /// What was probably meant; nil when nothing is near enough.
  package var suggestion: String?
  /// The command whose help shows the right way; nil for the program's own help.
  package var command: CommandName?

  package init(_ message: String, suggestion: String? = nil, command: CommandName? = nil) {
    self.message = message
    self.suggestion = suggestion
    self.command = command
  }

  /// The whole line: what is wrong, then either what was probably meant or where help is.
  package var line: String {
    if let suggestion { return "\(message) (did you mean '\(suggestion)'?)" }
    let page = command == .help ? nil : command
    let help = page.map { "speccheck help \($0.rawValue)" } ?? "speccheck --help"
    return "\(message); see '\(help)'"
  }
}
