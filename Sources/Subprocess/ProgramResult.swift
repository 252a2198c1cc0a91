/// A program that ended by itself, well or not.
package struct ProgramResult: Sendable, Hashable {
  /// How a program ended.
  package enum Ending: Sendable, Hashable {
    /// With this status; only 0 means that it did what it was asked.
    case exited(Int32)
    /// By this signal, which we did not send.
    case signaled(Int32)
  }

  package var ending: Ending
  package var output: [UInt8]
  /// The last bytes of standard error.
  package var errors: [UInt8]
  /// From the start to the end of the program and its output.
  package var time: Duration

  package init(ending: Ending, output: [UInt8], errors: [UInt8], time: Duration) {
    self.ending = ending
    self.output = output
    self.errors = errors
    self.time = time
  }
}

/// Why a program brought no result. It has ended by then, with all of its process group.
package struct ProgramFailure: Error, Sendable, Hashable {
  /// What went wrong.
  package enum Reason: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The file is a folder, has no permission to be run, or is nothing that the system can run.
    case notExecutable
    /// The system refuses to start it, for the reason with this number (errno).
    case notStarted(Int32)
    /// It was still running at the deadline.
    case deadline
    /// No byte for as long as the call's `idle` allows.
    case idle
    /// More output than the call allows.
    case outputTooLarge
    /// The task was cancelled, or the runner was shut down.
    case cancelled
  }

  package var reason: Reason
  /// The bytes of output before that.
  package var outputBytes: Int
  /// The last bytes of standard error before that.
  package var errors: [UInt8]

  package init(_ reason: Reason, outputBytes: Int = 0, errors: [UInt8] = []) {
    self.reason = reason
    self.outputBytes = outputBytes
    self.errors = errors
  }
}
