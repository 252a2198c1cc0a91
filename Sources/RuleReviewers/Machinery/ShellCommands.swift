/// One simple command of a shell line.
struct ShellCommand {
  /// Lowercase, without prompts, `sudo` and settings of variables; a quoted text is one word without its marks.
  var words: [String]
  /// It reads what the command before it writes.
  var isPiped: Bool
}

/// Cuts a shell line into simple commands, those inside of quotation marks that a program is handed to run
/// included: `ssh host 'cd /srv && rm -rf data'` is three.
enum ShellCommands {
  /// Longer lines are cut: what destroys stands at the start.
  private static let longest = 600

  static func of(_ line: some Sequence<UInt8>) -> [ShellCommand] {
    var found: [ShellCommand] = []
    append(Array(line.prefix(longest)), isPiped: false, depth: 0, to: &found)
    return found
  }

  private static func append(
    _ bytes: [UInt8], isPiped: Bool, depth: Int, to found: inout [ShellCommand]
  ) {
    for (parts, piped) in cut(bytes) {
      guard let command = command(parts, isPiped: piped || isPiped && found.isEmpty) else {
        continue
      }
      found.append(command)
      guard depth < 2 else { continue }
      if parts.count == 1, parts[0].isQuoted {
        append(parts[0].bytes, isPiped: false, depth: depth + 1, to: &found)
      } else if command.words.contains(where: runners.contains) {
        for part in parts where part.isQuoted && part.bytes.contains(0x20) {
          append(part.bytes, isPiped: false, depth: depth + 1, to: &found)
        }
      }
    }
  }

  /// Programs that carry out a text that they are handed.
  private static let runners: Set<String> = [
    "psql", "mysql", "mariadb", "sqlite3", "sqlcmd", "duckdb", "clickhouse-client", "cockroach",
    "sh", "bash", "zsh", "ssh", "su", "mongosh", "mongo", "wrangler", "supabase", "turso", "eval",
    "exec", "heroku", "docker", "podman", "kubectl", "watch", "parallel", "-execute", "--execute",
    "--command", "sqlplus", "bq", "cqlsh", "influx",
  ]

  /// What stands before a command and is no part of it.
  private static let prefixes: Set<String> = [
    "$", "%", ">", "#", "-", "!", "sudo", "time", "env", "nohup", "then", "do", "else", "run:", "&",
  ]

  private static func command(_ parts: [Part], isPiped: Bool) -> ShellCommand? {
    let parts = parts.drop { part in
      !part.isQuoted && (prefixes.contains(part.text) || isSetting(part.bytes))
    }
    return parts.isEmpty ? nil : ShellCommand(words: parts.map(\.text), isPiped: isPiped)
  }

  /// `NAME=value`
  private static func isSetting(_ bytes: [UInt8]) -> Bool {
    guard let sign = bytes.firstIndex(of: 0x3D), sign > 0 else { return false }
    return bytes[..<sign].allSatisfy { $0.isUpper || $0.isDigit || $0 == 0x5F }
  }

  private struct Part {
    var bytes: [UInt8]
    var isQuoted: Bool

    var text: String { String(decoding: bytes, as: UTF8.self).lowercased() }
  }

  /// The words between `;`, `|`, `&&`, `||` and brackets, each list with whether a pipe stands before it.
  private static func cut(_ bytes: [UInt8]) -> [(parts: [Part], isPiped: Bool)] {
    var commands: [(parts: [Part], isPiped: Bool)] = []
    var parts: [Part] = []
    var word: [UInt8] = []
    var isPiped = false
    func endWord() {
      if !word.isEmpty { parts.append(Part(bytes: word, isQuoted: false)) }
      word = []
    }
    func endCommand(pipes: Bool) {
      endWord()
      if !parts.isEmpty { commands.append((parts, isPiped)) }
      parts = []
      isPiped = pipes
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22, 0x27:
        // an apostrophe inside a word, or a mark that nothing closes, is a letter
        guard word.isEmpty, let end = bytes[index...].firstIndex(of: byte) else {
          word.append(byte)
          continue
        }
        parts.append(Part(bytes: Array(bytes[index..<end]), isQuoted: true))
        index = end + 1
      case UInt8(ascii: ";"), 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: ")"):
        // what a statement ends with tells that it is whole
        if byte == UInt8(ascii: ";"), !word.isEmpty { word.append(byte) }
        endCommand(pipes: false)
      case UInt8(ascii: "|"):
        let isOr = index < bytes.count && bytes[index] == byte
        if isOr { index += 1 }
        endCommand(pipes: !isOr)
      case UInt8(ascii: "&") where index < bytes.count && bytes[index] == byte:
        index += 1
        endCommand(pipes: false)
      default:
        if byte.isBlank { endWord() } else { word.append(byte) }
      }
    }
    endCommand(pipes: false)
    return commands
  }
}
