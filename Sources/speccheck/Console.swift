import Configuration
import Files
import Reporting
import RuleReviewers

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output and standard error, and what they are connected to.
struct Console: Sendable {
  let outputIsTerminal: Bool
  let errorIsTerminal: Bool
  let inputIsTerminal: Bool
  /// The user wants none, by `NO_COLOR` or a terminal that has none.
  let refusesColor: Bool
  /// The terminal understands nothing but text.
  let isDumb: Bool
  /// Cells in a line: `COLUMNS`, else the terminal's, else 80; at least 40 and at most 120.
  let width: Int
  let interruption = Interruption()

  init() {
    Self.reserveDescriptors()
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorIsTerminal = isatty(STDERR_FILENO) == 1
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    let environment = Environment.current
    isDumb = environment["TERM"] == "dumb"
    refusesColor = environment["NO_COLOR"]?.isEmpty == false || isDumb
    width = min(
      max(environment["COLUMNS"].flatMap(Self.columns) ?? Self.width(of: STDOUT_FILENO) ?? 80, 40),
      120)
    // a closed pipe is a write that fails, not a signal that ends the run with another exit code
    signal(SIGPIPE, SIG_IGN)
  }

  /// A descriptor that was closed before the program began is opened the wrong way round, so that using
  /// it still fails, and no file that is opened later can take its number.
  private static func reserveDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  private static func columns(_ text: String) -> Int? {
    Int(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Cells in a line of the terminal on standard error, as it is now.
  var errorWidth: Int { max(Self.width(of: STDERR_FILENO) ?? 80, 20) }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes to standard output; false, with the reason on standard error, when that fails.
  ///
  /// Closed by whoever should read it is no failure: nobody wants the text.
  func print(_ text: String) -> Bool {
    if DescriptorWriter.write(Array(text.utf8), to: STDOUT_FILENO) { return true }
    let code = errno
    if code == EPIPE || code == EBADF { return true }
    complain(FileReader.trouble("cannot write to standard output", code).message)
    return false
  }

  /// One line of text as it may be printed: what cannot be seen is made visible.
  func shown(_ line: String) -> String { Escaping.text.prose(line) }

  /// Some lines of text as they may be printed: what cannot be seen is made visible.
  func shownLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Escaping.text.verbatim(String($0)) }.joined(separator: "\n")
  }

  /// Prints the text that a command was asked for: its exit code.
  func answer(_ text: String) -> Int32 { print(text) ? 0 : 4 }

  /// Says what is wrong with a config, with the line; one that holds a secret is not shown.
  func complain(_ error: ConfigError) {
    complain(error.summary)
    guard SecretSearch.first(in: Array(error.excerpt.utf8)) == nil else { return }
    for line in error.picture {
      _ = DescriptorWriter.write(
        Array("\(Escaping.text.verbatim(line))\n".utf8), to: STDERR_FILENO)
    }
  }

  /// Writes one line to standard error, control characters made visible.
  func complain(_ message: String) {
    let line = "speccheck: \(Escaping.text.prose(message))\n"
    _ = DescriptorWriter.write(Array(line.utf8), to: STDERR_FILENO)
  }
}

/// The variables of the process's environment that the program reads.
enum Environment {
  static var current: [String: String] {
    let names = [
      "COLUMNS", "CURL_CA_BUNDLE", "HOME", "NO_COLOR", "PATH", "SPECCHECK_CLAUDE",
      "SPECCHECK_CODEX", "SPECCHECK_HOME", "SSL_CERT_DIR", "SSL_CERT_FILE", "TERM",
      "XDG_CONFIG_HOME", "XDG_STATE_HOME",
    ]
    var values: [String: String] = [:]
    for name in names {
      values[name] = value(name)
    }
    return values
  }

  /// One variable; nil where it is not set.
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Lets no proxy stand between this program and this machine: what goes to it may go unencrypted.
  ///
  /// libcurl reads the variable; called before there is a second thread that could.
  static func keepOwnMachineDirect() {
    let named = value("no_proxy") ?? value("NO_PROXY") ?? ""
    guard named != "*" else { return }
    let own = "localhost,127.0.0.0/8,::1"
    setenv("no_proxy", named.isEmpty ? own : "\(named),\(own)", 1)
  }
}
