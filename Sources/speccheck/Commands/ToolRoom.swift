import Files
import Scratch
import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where programs on the seats run: ended, and their folders removed, whatever ends the run.
struct ToolRoom {
  let runner: ChildProgramRunner
  let scratch: ScratchRoom
  private let interruption: Interruption

  /// How long a run that was interrupted waits for its programs, their teardown included.
  private static let patience = Duration.seconds(1)

  /// Nothing is started or made before a program is asked.
  init(_ interruption: Interruption) {
    let runner = ChildProgramRunner()
    let scratch = ScratchRoom(in: Self.place)
    self.runner = runner
    self.scratch = scratch
    self.interruption = interruption
    interruption.atEnd {
      runner.shutdown(atMost: Self.patience)
      scratch.close()
    }
  }

  /// Ends what is still running. In a run that a signal ends, which ends the programs too, it does not return.
  func close() async {
    interruption.stopIfEnding()
    await runner.shutdown()
    scratch.close()
  }

  /// `TMPDIR` unless it lies in a repository: what looks for its config in the folders above would find it there.
  private static var place: FilePath {
    guard let named = Environment.value("TMPDIR"), named.hasPrefix("/"),
      WorkingTree.top(of: FilePath(named)) == nil
    else { return FilePath("/tmp") }
    return FilePath(named)
  }
}
