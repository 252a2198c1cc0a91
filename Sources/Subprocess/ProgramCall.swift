/// A program to run, what it gets, and the most that it may take.
package struct ProgramCall: Sendable, Hashable {
  /// An absolute path; it is not looked up anywhere.
  package var program: String
  /// Without the program's own name.
  package var arguments: [String]
  /// All of it: nothing is inherited. See ``ProgramEnvironment``.
  package var environment: [String: String]
  /// The folder it runs in, an absolute path.
  package var directory: String
  /// Its standard input, which ends after these bytes.
  package var input: [UInt8]
  package var limits: ProgramLimits

  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    directory: String, input: [UInt8] = [], limits: ProgramLimits
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.input = input
    self.limits = limits
  }
}

/// The most that a program may take. There are no defaults: each caller says what it can bear.
package struct ProgramLimits: Sendable, Hashable {
  /// Of standard output; a program that writes more is ended.
  package var outputBytes: Int
  /// Of standard error: the last ones are kept, and more is no failure.
  package var errorBytes: Int
  /// When it must have ended.
  package var deadline: ContinuousClock.Instant
  /// Without a byte of output or error; nil where the program promises no progress.
  package var idle: Duration?
  /// Between the steps that end a program (interrupt, terminate, kill), and for whatever holds its output
  /// open after it has ended.
  package var grace: Duration

  package init(
    outputBytes: Int, errorBytes: Int = 64 << 10, deadline: ContinuousClock.Instant,
    idle: Duration?, grace: Duration = .milliseconds(200)
  ) {
    self.outputBytes = outputBytes
    self.errorBytes = errorBytes
    self.deadline = deadline
    self.idle = idle
    self.grace = grace
  }
}
