import Foundation
import Subprocess
import Testing

@Suite("Running a program")
struct RunningTests {
  @Test("what goes in comes out whole, however much it is", arguments: [0, 1, 65_536, 5_000_000])
  func throughCat(bytes: Int) async throws {
    let input = (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let result = try await Shell.run(Shell.call("exec cat", input: input, outputBytes: 6_000_000))
    #expect(result.output == input)
    #expect(result.ending == .exited(0))
  }

  @Test("its status and the signal that ended it are told apart")
  func endings() async throws {
    #expect(try await Shell.run(Shell.call("exit 0")).ending == .exited(0))
    #expect(try await Shell.run(Shell.call("exit 3")).ending == .exited(3))
    #expect(try await Shell.run(Shell.call("kill -KILL $$")).ending == .signaled(9))
  }

  @Test("output and error are kept apart, and of the error its end")
  func errors() async throws {
    let script = "seq 1 100000 >&2; printf good; printf bad >&2"
    let result = try await Shell.run(Shell.call(script, errorBytes: 20))
    #expect(result.text == "good")
    #expect(String(decoding: result.errors, as: UTF8.self) == "998\n99999\n100000\nbad")
  }

  @Test(
    "a program that wants none of its input has not failed by that",
    arguments: [
      "exec 0<&-; sleep 0.1; echo done", "sleep 0.1; echo done", "head -c 10 >&2; echo done",
    ])
  func unread(script: String) async throws {
    let result = try await Shell.run(
      Shell.call(script, input: [UInt8](repeating: 65, count: 1 << 20)))
    #expect(result.text == "done\n")
    #expect(result.ending == .exited(0))
  }

  @Test("each piece is told as it arrives, and that makes up the whole")
  func pieces() async throws {
    let call = Shell.call("for i in 1 2 3; do echo $i; sleep 0.05; done; echo e >&2")
    let (pieces, told) = AsyncStream.makeStream(of: ProgramPiece.self)
    let result = try await ChildProgramRunner.whileOpen { runner in
      do throws(ProgramFailure) {
        return Result<ProgramResult, ProgramFailure>.success(
          try await runner.run(call) { told.yield($0) })
      } catch { return .failure(error) }
    }.get()
    told.finish()
    var output: [UInt8] = []
    var count = 0
    for await case .output(let bytes) in pieces {
      output += bytes
      count += 1
    }
    #expect(output == result.output)
    #expect(count >= 2)
  }

  @Test("many run at once, each for itself")
  func concurrent() async throws {
    let outcomes = await ChildProgramRunner.whileOpen { runner in
      await withTaskGroup(of: (Int, String?).self) { group in
        for number in 0..<20 {
          group.addTask {
            let call = Shell.call("sleep 0.2; cat", input: Array("\(number)".utf8))
            return (number, try? await Shell.outcome(runner, call).get().text)
          }
        }
        var outcomes: [Int: String] = [:]
        for await (number, text) in group { outcomes[number] = text }
        return outcomes
      }
    }
    #expect(outcomes == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, "\($0)") }))
  }
}

@Suite("What a program gets")
struct InheritanceTests {
  @Test("the environment is what the call says, and nothing else")
  func environment() async throws {
    let call = ProgramCall(
      "/usr/bin/env", environment: ["A": "1", "B": "x=y"], directory: "/",
      limits: ProgramLimits(outputBytes: 1_000, deadline: .now + .seconds(20), idle: nil))
    #expect(Set(try await Shell.run(call).lines) == ["A=1", "B=x=y"])
  }

  @Test("it runs in the folder that the call names")
  func directory() async throws {
    var call = Shell.call("pwd -P")
    call.directory = "/usr/bin"
    #expect(try await Shell.run(call).text.hasPrefix("/usr"))
  }

  #if os(Linux)
    @Test("it inherits three descriptors and no more")
    func descriptors() async throws {
      // one that stays open on exec
      let open = open("/dev/null", O_RDONLY)
      defer { close(open) }
      let result = try await Shell.run(
        Shell.call("ls -l /proc/$$/fd | grep -c -e '->'; ls /proc/$$/fd"))
      #expect(result.lines.dropFirst() == ["0", "1", "2"])
    }

    @Test("no signal is blocked or ignored")
    func signals() async throws {
      let result = try await Shell.run(Shell.call("grep -E '^Sig(Blk|Ign)' /proc/self/status"))
      // but the two that the C library keeps for itself
      let masks = result.lines.compactMap { UInt64($0.suffix(16), radix: 16) }
      #expect(masks.map { $0 & ~(0b11 << 31) } == [0, 0])
    }

    @Test("it leads a session and a group of its own")
    func session() async throws {
      // pid, name, state, parent, group, session
      let result = try await Shell.run(Shell.call("cat /proc/$$/stat"))
      let fields = result.text.split(separator: " ")
      #expect(fields[4] == fields[0])
      #expect(fields[5] == fields[0])
    }
  #endif

  @Test("there is no terminal to wait on")
  func terminal() async throws {
    let result = try await Shell.run(Shell.call("read line </dev/tty && echo \"$line\""))
    #expect(result.ending != .exited(0))
    #expect(result.output.isEmpty)
  }
}
