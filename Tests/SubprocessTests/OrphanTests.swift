import Foundation
import Subprocess
import Testing

@Suite("A process that is killed outright", .timeLimit(.minutes(2)))
struct OrphanTests {
  @Test("takes its programs with it, and what those started, however they resist")
  func killed() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]
      ) {
        let runner = ChildProgramRunner()
        let script = "trap '' INT TERM HUP; sleep 600 & echo orphans $$ $!; wait; sleep 600"
        _ = try await runner.run(Shell.call(script, within: .seconds(600))) { piece in
          guard case .output(let bytes) = piece else { return }
          _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
          kill(getpid(), SIGKILL)
        }
      })
    let said = String(decoding: result.standardOutputContent, as: UTF8.self)
    let line = try #require(said.split(separator: "\n").first { $0.hasPrefix("orphans ") })
    let processes = line.split(separator: " ").compactMap { Int32($0) }
    #expect(processes.count == 2)
    for process in processes {
      for _ in 0..<500 where isAlive(process) { try await Task.sleep(for: .milliseconds(10)) }
      #expect(!isAlive(process))
    }
  }

  /// Nobody may have reaped it yet.
  private func isAlive(_ process: Int32) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return kill(process, 0) == 0 && !text.contains(") Z ")
  }
}
