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
    arguments: 0..<60)
  func signalInSetUp(_: Int) async throws {
    try await signalled { process in
      let status = try #require(ProcessStatus(of: process))
      let limit = ContinuousClock.now + .seconds(10)
      var treated = status.signals
      while !treated.ignored.union(treated.caught).contains(SIGTERM), .now < limit {
        treated = status.signals
      }
      // whoever ignores it for a moment loses what comes then
      #expect(!treated.ignored.contains(SIGTERM))
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

/// What Linux tells about a process (proc_pid_status(5)), read often enough to see what lasts for microseconds.
private final class ProcessStatus {
  private let file: Int32
  private var text = [UInt8](repeating: 0, count: 4_096)

  init?(of process: pid_t) {
    file = open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
  }

  deinit { close(file) }

  /// The signals that the process ignores, and those that it has a handler for.
  var signals: (ignored: SignalSet, caught: SignalSet) {
    let count = pread(file, &text, text.count - 1, 0)
    guard count > 0 else { return (SignalSet(mask: 0), SignalSet(mask: 0)) }
    text[count] = 0
    return text.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) {
        (Self.mask("SigIgn:\t", in: $0.baseAddress), Self.mask("SigCgt:\t", in: $0.baseAddress))
      }
    }
  }

  private static func mask(_ name: String, in status: UnsafePointer<CChar>?) -> SignalSet {
    guard let status, let place = strstr(status, name) else { return SignalSet(mask: 0) }
    return SignalSet(mask: strtoull(place + name.utf8.count, nil, 16))
  }
}

private struct SignalSet {
  let mask: UInt64

  func contains(_ signal: Int32) -> Bool { mask & (1 << UInt64(signal - 1)) != 0 }
  func union(_ other: SignalSet) -> SignalSet { SignalSet(mask: mask | other.mask) }
}
