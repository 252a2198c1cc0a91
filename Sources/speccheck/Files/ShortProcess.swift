#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that prints something small and ends soon: no input, nothing on standard error, an environment of
/// its own.
struct ShortProcess {
  enum Outcome {
    /// What it printed, and its exit status; -1 where a signal ended it.
    case finished(output: [UInt8], status: Int32)
    /// The error number.
    case notStarted(Int32)
    case tooMuch, tooLong
  }

  let program: FilePath
  /// With the program's name at first.
  let arguments: [String]
  /// As `NAME=value`.
  let environment: [String]

  /// Waits for its end, at most `time`; with more than `limit` bytes of output or later it is killed, and so
  /// is whatever it started.
  func run(limit: Int, within time: Duration) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .notStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var process: pid_t = 0
    let code = spawn(&process, output: ends[1])
    close(ends[1])
    guard code == 0 else { return .notStarted(code) }
    let deadline = ContinuousClock.now + time
    var output: [UInt8] = []
    let ended = Self.read(ends[0], into: &output, limit: limit, until: deadline)
    if ended, output.count <= limit, let status = Self.wait(process, until: deadline) {
      return .finished(output: output, status: status)
    }
    kill(-process, SIGKILL)
    _ = Self.wait(process, until: .now + .seconds(5))
    return output.count > limit ? .tooMuch : .tooLong
  }

  private func spawn(_ process: inout pid_t, output: Int32) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // what this program ignores would be ignored there too
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(truncatingIfNeeded: POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    return Self.withStrings(arguments) { arguments in
      Self.withStrings(environment) { environment in
        program.withCString {
          posix_spawn(&process, $0, &actions, &attributes, arguments, environment)
        }
      }
    }
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  /// True at the end of the output; false when time or limit is over.
  private static func read(
    _ descriptor: Int32, into output: inout [UInt8], limit: Int,
    until deadline: ContinuousClock.Instant
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while output.count <= limit {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(min(left, 60_000)) + 1) > 0 else { continue }
      let count = readSome(descriptor, &buffer)
      if count == 0 { return true }
      if count > 0 { output += buffer[..<count] } else if errno != EINTR { return false }
    }
    return false
  }

  /// The exit status, -1 after a signal; nil when it has not ended in time.
  private static func wait(
    _ process: pid_t, until deadline: ContinuousClock.Instant
  ) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1 }
      guard ended == 0 || errno == EINTR, ContinuousClock.now < deadline else { return nil }
      usleep(500)
    }
  }
}

/// `read` under a name that `ShortProcess.read` does not hide.
private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  #if canImport(Darwin)
    Darwin.read(descriptor, &buffer, buffer.count)
  #else
    Glibc.read(descriptor, &buffer, buffer.count)
  #endif
}
