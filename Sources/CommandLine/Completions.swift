/// The completion scripts of the shells, made from a program's table.
package enum Completions {
  package static let shells = ["bash", "zsh", "fish"]

  /// The script for a shell; nil for one that has none.
  package static func script(for shell: String, of program: Program) -> String? {
    switch shell {
    case "bash": BashCompletion(program).script
    case "zsh": ZshCompletion(program).script
    case "fish": FishCompletion(program).script
    default: nil
    }
  }

  /// The text between single quotes, for a shell in which a backslash means itself there.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}

extension Option.Value.Kind {
  /// The words that a shell offers; none when it offers files or nothing.
  var words: [String] {
    switch self {
    case .text, .file: []
    case .choice(let words), .suggestions(let words): words
    }
  }
}
