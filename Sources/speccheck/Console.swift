import Reporting

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
  /// Cells in a line of the terminal; 80 where there is none.
  let width: Int

  init() {
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorIsTerminal = isatty(STDERR_FILENO) == 1
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    let environment = Environment.current
    refusesColor = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    var size = winsize()
    let known = outputIsTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    width = known && size.ws_col >= 40 ? min(Int(size.ws_col), 120) : 80
    // a closed pipe is a write that fails, not a signal that ends the run with another exit code
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes to standard output. A reader that has gone away is no error: the exit code stays what it is.
  func print(_ text: String) {
    _ = DescriptorWriter.write(Array(text.utf8), to: STDOUT_FILENO)
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
    let names = ["HOME", "NO_COLOR", "SPECCHECK_HOME", "TERM", "XDG_STATE_HOME"]
    var values: [String: String] = [:]
    for name in names {
      guard let value = getenv(name) else { continue }
      values[name] = String(cString: value)
    }
    return values
  }
}

/// The arguments as text for the parser and as bytes for the file system: names need not be UTF-8.
struct Arguments {
  /// Without the program's own name.
  let texts: [String]
  private var bytes: [String: [UInt8]] = [:]

  init() {
    texts = Array(CommandLine.arguments.dropFirst())
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let pointer = CommandLine.unsafeArgv[index] else { continue }
      let raw = Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer))).map {
        UInt8(bitPattern: $0)
      }
      bytes[String(decoding: raw, as: UTF8.self)] = raw
    }
  }

  /// The path that an operand names, byte for byte.
  func path(_ operand: String) -> FilePath {
    FilePath(bytes: bytes[operand] ?? Array(operand.utf8))
  }

  /// The path at the end of an argument: `a.json` of `answer:a.json`.
  func path(endOf argument: String, after prefix: String) -> FilePath {
    FilePath(bytes: Array(path(argument).bytes.dropFirst(prefix.utf8.count)))
  }
}
