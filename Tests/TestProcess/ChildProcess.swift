#if canImport(Darwin)
  package import Darwin
#else
  package import Glibc
#endif

/// A program in a process of its own, for tests.
///
/// It inherits three descriptors and no more, and its end is learned by `waitpid`. Foundation's `Process`
/// learns it by a socket that every program started meanwhile inherits: beside a server that lives as
/// long as the tests, such a wait may never end.
package struct ChildProcess: Sendable {
  /// How a process ended.
  package enum Ending: Sendable, Hashable {
    case exited(Int32)
    case signaled(Int32)
  }

  /// Why there is no process: the error number.
  package struct NotStarted: Error { package let code: Int32 }

  package let identifier: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: an absolute path.
  ///   - directory: where it runs; nil for this process's own.
  ///   - input: a descriptor for standard input, as for the other two; nil for nothing.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String],
    directory: String? = nil, input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
  ) throws(NotStarted) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in [input, output, errors].enumerated() {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      } else {
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    // a number that is not open is passed over
    for other in 3..<Int32(Self.descriptors) {
      posix_spawn_file_actions_addclose(&actions, other)
    }
    var process: pid_t = 0
    // the shell goes there and becomes the program
    let words =
      directory.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0, program] + arguments }
      ?? [program] + arguments
    let code = Self.withStrings(words) { arguments in
      Self.withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, words[0], &actions, nil, arguments, environment)
      }
    }
    guard code == 0 else { throw NotStarted(code: code) }
    identifier = process
  }

  /// Waits for the end. It may be asked for once.
  package func wait() -> Ending? {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return Self.ending(status)
  }

  /// How it ended, if it has; nil while it runs. The end may be asked for once.
  package func ended() -> Ending? {
    var status: Int32 = 0
    return waitpid(identifier, &status, WNOHANG) == identifier ? Self.ending(status) : nil
  }

  /// The layout of a status that `waitpid` gives: the signal in the lowest seven bits, the exit code above.
  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
  }

  /// As many as this process may have open, within reason.
  private static var descriptors: Int { min(Int(sysconf(Int32(_SC_OPEN_MAX))), 1_024) }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
