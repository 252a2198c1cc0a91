import Foundation
import TestProcess
import Testing

@Suite("Closed and full streams, and interrupts")
struct StreamTests {
  @Test("a stream that was closed before the start is no other file, and changes no exit code")
  func closed() throws {
    let place = try Place()
    let plan = Inputs.path("finished.md")
    for closed in [">&-", "2>&-", "<&-", "<&- >&- 2>&-"] {
      let run = try BuiltProgram.shell(
        "speccheck -f json --report json=r.json '\(plan)' \(closed); echo \"code $?\"", in: place)
      #expect(run.output.hasSuffix("code 3\n"), "\(closed)")
      #expect(try place.read("r.json").hasSuffix("}\n"))
    }
  }

  @Test("a closed standard input is no empty plan")
  func closedInput() throws {
    let run = try BuiltProgram.shell("speccheck - <&-", in: try Place())
    #expect(run.code == 2)
    #expect(run.errors.contains("<stdin>"))
  }

  @Test("a full disk is said, and is no success", .enabled(if: isLinux))
  func full() throws {
    let place = try Place()
    let plan = Inputs.path("finished.md")
    for (line, code) in [
      ("speccheck prompt '\(plan)'", 4), ("speccheck --help", 4), ("speccheck explain", 4),
      ("speccheck -q '\(plan)'", 3), ("speccheck -q --exit-zero '\(plan)'", 4),
    ] as [(String, Int32)] {
      let run = try BuiltProgram.shell("\(line) > /dev/full", in: place)
      #expect(run.code == code, "\(line)")
      #expect(run.errors.contains("standard output"), "\(line)")
    }
  }

  @Test(
    "an interrupt ends the program with 128 and the signal's number",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func interrupt(_ signal: Int32, code: Int32) throws {
    let input = Pipe()
    let process = try ChildProcess(
      BuiltProgram.path, ["-"], environment: ProcessInfo.processInfo.environment,
      input: input.fileHandleForReading.fileDescriptor)
    // more than a pipe holds: when all is written the program is reading, and waits for the end
    try input.fileHandleForWriting.write(contentsOf: Data(repeating: 0x61, count: 1 << 20))
    kill(process.identifier, signal)
    #expect(process.wait() == .exited(code))
    try input.fileHandleForWriting.close()
  }

  @Test("no signal is lost while the program starts", arguments: 0..<12)
  func earlySignal(_ delay: Int) async throws {
    try await signalled { _ in try await Task.sleep(for: .milliseconds(delay)) }
  }

  @Test(
    "nor in the moment in which it begins to treat signals in its own way", .enabled(if: isLinux),
    arguments: 0..<12)
  func signalInSetUp(_: Int) async throws {
    try await signalled { process in
      let limit = ContinuousClock.now + .seconds(10)
      while SignalMask.isUsual(SIGTERM, of: process), .now < limit {}
      // whoever ignores it for a moment loses what comes then
      #expect(!SignalMask.ignored(by: process).contains(SIGTERM))
    }
  }

  /// Starts the program, waits, and ends it with one signal.
  private func signalled(after wait: (pid_t) async throws -> Void) async throws {
    let input = Pipe()
    let process = try ChildProcess(
      BuiltProgram.path, ["-"], environment: ProcessInfo.processInfo.environment,
      input: input.fileHandleForReading.fileDescriptor)
    try await wait(process.identifier)
    kill(process.identifier, SIGTERM)
    // it would wait for the end of its input for ever
    let limit = ContinuousClock.now + .seconds(30)
    var ending = process.ended()
    while ending == nil, .now < limit {
      try await Task.sleep(for: .milliseconds(20))
      ending = process.ended()
    }
    if ending == nil { kill(process.identifier, SIGKILL) }
    // before all is set up the signal itself ends it
    #expect(ending == .exited(143) || ending == .signaled(SIGTERM))
    try input.fileHandleForWriting.close()
  }
}

/// What a process does with signals, as Linux tells it (proc_pid_status(5)).
private enum SignalMask {
  static func ignored(by process: pid_t) -> Set<Int32> { signals("SigIgn", of: process) }

  /// Whether the process neither ignores nor catches a signal.
  static func isUsual(_ signal: Int32, of process: pid_t) -> Bool {
    !ignored(by: process).union(signals("SigCgt", of: process)).contains(signal)
  }

  private static func signals(_ name: String, of process: pid_t) -> Set<Int32> {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let mask = line.split(separator: "\t").last.flatMap({ UInt64($0, radix: 16) })
    else { return [] }
    return Set((1...31).filter { mask & (1 << UInt64($0 - 1)) != 0 })
  }
}
