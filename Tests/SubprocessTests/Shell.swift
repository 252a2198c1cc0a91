import Subprocess

/// Calls of `/bin/sh`, and what `/proc` says of processes.
enum Shell {
  static func call(
    _ script: String, input: [UInt8] = [],
    environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    outputBytes: Int = 1 << 20, errorBytes: Int = 1 << 10, within time: Duration = .seconds(20),
    idle: Duration? = nil, grace: Duration = .milliseconds(100)
  ) -> ProgramCall {
    ProgramCall(
      "/bin/sh", ["-c", script], environment: environment, directory: "/", input: input,
      limits: ProgramLimits(
        outputBytes: outputBytes, errorBytes: errorBytes, deadline: .now + time, idle: idle,
        grace: grace))
  }

  /// Runs a script with a runner of its own.
  static func run(_ call: ProgramCall) async throws -> ProgramResult {
    try await ChildProgramRunner.whileOpen { runner in
      await outcome(runner, call)
    }.get()
  }

  /// Why a script brought no result; nil when it did.
  static func failure(_ call: ProgramCall) async -> ProgramFailure? {
    let outcome = await ChildProgramRunner.whileOpen { await Self.outcome($0, call) }
    if case .failure(let failure) = outcome { return failure }
    return nil
  }

  static func outcome(
    _ runner: ChildProgramRunner, _ call: ProgramCall
  ) async -> Result<ProgramResult, ProgramFailure> {
    do throws(ProgramFailure) {
      return .success(try await runner.run(call))
    } catch {
      return .failure(error)
    }
  }
}

extension ProgramResult {
  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}
