import Foundation
import Subprocess
import Testing

@Suite("A program that cannot be started")
struct StartTests {
  @Test("is named missing when there is none")
  func missing() async {
    var call = Shell.call("")
    for path in ["/nowhere/at/all", "/bin/sh/x"] {
      call.program = path
      #expect(await Shell.failure(call)?.reason == .missing)
    }
  }

  @Test("is named not executable when the file is no program")
  func notExecutable() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "speccheck-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("echo hello\n".utf8).write(to: file)
    var call = Shell.call("")
    for path in ["/usr", file.path] {
      call.program = path
      #expect(await Shell.failure(call)?.reason == .notExecutable)
    }
    // permitted, but nothing says by what it is run
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    call.program = file.path
    #expect(await Shell.failure(call)?.reason == .notExecutable)
  }

  @Test("has the system's error number otherwise")
  func otherwise() async {
    var call = Shell.call("true")
    call.directory = "/nowhere/at/all"
    #expect(await Shell.failure(call)?.reason == .notStarted(ENOENT))
    call = Shell.call(": " + String(repeating: "x", count: 1 << 22))
    #expect(await Shell.failure(call)?.reason == .notStarted(E2BIG))
  }
}

@Suite("A program that does not end well", .timeLimit(.minutes(2)))
struct EndingTests {
  @Test(
    "is ended at the deadline, however it resists",
    arguments: [
      "exec sleep 600", "trap '' INT; sleep 600", "trap '' INT TERM; while :; do sleep 600; done",
      "kill -STOP $$",
    ])
  func deadline(script: String) async throws {
    let failure = await Shell.failure(
      Shell.call("echo $$ >&2; printf four; \(script)", within: .milliseconds(300)))
    #expect(failure?.reason == .deadline)
    #expect(failure?.outputBytes == 4)
    let process = try #require(
      failure.flatMap { Int32(String(decoding: $0.errors, as: UTF8.self).dropLast()) })
    #expect(kill(process, 0) != 0 && errno == ESRCH)
  }

  @Test("is asked to end before it is made to")
  func steps() async {
    let script = "trap 'echo tidy >&2; exit 0' INT; printf x; while :; do sleep 0.01; done"
    let failure = await Shell.failure(
      Shell.call(script, within: .milliseconds(300), grace: .seconds(5)))
    #expect(failure?.reason == .deadline)
    #expect(failure.map { String(decoding: $0.errors, as: UTF8.self) } == "tidy\n")
  }

  @Test("is ended when it is silent, and not while it speaks")
  func idle() async throws {
    let silent = Shell.call("echo 1; exec sleep 600", idle: .milliseconds(300))
    #expect(await Shell.failure(silent)?.reason == .idle)
    let steady = Shell.call(
      "for i in 1 2 3 4 5 6; do sleep 0.2; echo $i >&2; done", idle: .milliseconds(1_000))
    #expect(try await Shell.run(steady).ending == .exited(0))
  }

  @Test("is ended when it floods")
  func flood() async {
    let failure = await Shell.failure(Shell.call("exec yes", outputBytes: 100_000))
    #expect(failure?.reason == .outputTooLarge)
    #expect(failure.map { (100_001...300_000).contains($0.outputBytes) } == true)
  }

  @Test("may flood its error")
  func errorFlood() async throws {
    let result = try await Shell.run(Shell.call("yes | head -c 3000000 >&2; echo done"))
    #expect(result.text == "done\n")
    #expect(result.errors.count == 1 << 10)
  }

  @Test("does not hold us by what it leaves behind, and that is ended too")
  func grandchild() async throws {
    let result = try await Shell.run(Shell.call("sleep 600 & echo $!"))
    #expect(result.time < .seconds(10))
    #expect(result.ending == .exited(0))
    let process = try #require(Int32(result.text.dropLast()))
    // it is nobody's child any more, so init reaps it
    for _ in 0..<200 where kill(process, 0) == 0 && !isZombie(process) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(kill(process, 0) != 0 || isZombie(process))
  }

  @Test("does not hold us by what escapes from its group")
  func escaped() async throws {
    let result = try await Shell.run(Shell.call("setsid sleep 600 & echo $!"))
    #expect(result.time < .seconds(10))
    let process = try #require(Int32(result.text.dropLast()))
    #expect(kill(process, SIGKILL) == 0)
  }

  private func isZombie(_ process: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return text.contains(") Z ")
  }
}

@Suite("Giving up on a program")
struct CancellationTests {
  @Test("cancelling the task ends it")
  func cancelled() async {
    let task = Task { await Shell.failure(Shell.call("echo $$; exec sleep 600")) }
    try? await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await task.value?.reason == .cancelled)
  }

  @Test("a task that is cancelled already starts nothing")
  func before() async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await Shell.failure(Shell.call("echo started >&2"))
    }
    task.cancel()
    #expect(await task.value == ProgramFailure(.cancelled))
  }

  @Test("a runner that is shut down ends what runs and starts nothing more")
  func shutdown() async {
    let runner = ChildProgramRunner()
    async let running = Shell.outcome(runner, Shell.call("exec sleep 600"))
    try? await Task.sleep(for: .milliseconds(100))
    await runner.shutdown()
    #expect(await running == .failure(ProgramFailure(.cancelled)))
    #expect(
      await Shell.outcome(runner, Shell.call("exit 0")) == .failure(ProgramFailure(.cancelled)))
  }
}
