#if os(Linux)
  import Foundation
  import Subprocess
  import Testing

  /// In a process of its own, whose descriptors and children are nobody else's.
  @Suite("Runs that are broken off at random moments")
  struct RandomMomentTests {
    /// The rounds; `SPECCHECK_ROUNDS` asks for more.
    static var rounds: Int {
      ProcessInfo.processInfo.environment["SPECCHECK_ROUNDS"].flatMap { Int($0) } ?? 40
    }

    /// Programs that make it hard, each in its own way.
    static let scripts = [
      "exec cat", "exec sleep 600", "trap '' INT TERM; while :; do sleep 600; done",
      "sleep 600 & sleep 600 & cat > /dev/null", "exec yes",
      "cat > /dev/null; exec 1>&-; sleep 600",
    ]

    @Test("leave no descriptor and no process behind")
    func nothingIsLeft() async {
      await #expect(processExitsWith: .success) {
        let mark = UUID().uuidString
        // whatever the libraries open once is open then
        _ = await Shell.failure(Shell.call("exec sleep 600", within: .milliseconds(50)))
        let before = Self.descriptors
        let runner = ChildProgramRunner()
        for round in 0..<Self.rounds {
          let call = Shell.call(
            Self.scripts[round % Self.scripts.count], input: [UInt8](repeating: 65, count: 200_000),
            environment: ["PATH": "/usr/bin:/bin", "MARK": mark], grace: .milliseconds(20))
          let task = Task { await Shell.outcome(runner, call) }
          try? await Task.sleep(for: .microseconds(.random(in: 0...20_000)))
          task.cancel()
          _ = await task.value
        }
        await runner.shutdown()
        #expect(Self.descriptors == before)
        // whoever is not reaped by now would be found
        #expect(waitpid(-1, nil, WNOHANG) == -1 && errno == ECHILD)
        // what was cut off from its parent is reaped by the system a moment later
        for _ in 0..<100 where !Self.processes(with: mark).isEmpty {
          try? await Task.sleep(for: .milliseconds(20))
        }
        #expect(Self.processes(with: mark) == [])
      }
    }

    /// Those of the kinds that running a program takes; timers are the system libraries' own.
    private static var descriptors: [String] {
      let folder = "/proc/self/fd"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
      }.filter { $0.hasPrefix("pipe:") || $0.contains("pidfd") }.sorted()
    }

    /// The processes that have a word in their environment; a zombie has none any more.
    private static func processes(with word: String) -> [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { name in
        guard Int(name) != nil,
          let data = FileManager.default.contents(atPath: "/proc/\(name)/environ")
        else { return false }
        return data.range(of: Data(word.utf8)) != nil
      }
    }
  }
#endif
