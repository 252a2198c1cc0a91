import Files
import Subprocess

/// Git, run in a way in which the repository's own settings run nothing and nobody is asked anything.
struct GitProgram {
  let program: FilePath
  /// Of a repository, without symbolic links.
  let top: FilePath

  private static let timeLimit = Duration.seconds(20)

  /// Nil when there is no git.
  ///
  /// - Parameter searchPath: the variable `PATH`; a git inside the repository is not taken.
  init?(searchPath: String?, top: FilePath) {
    let found = ProgramSearch.path(of: "git", in: searchPath, from: "/") {
      !WorkingTree.contains(top, FilePath($0))
    }
    guard let found else { return nil }
    program = FilePath(found)
    self.top = top
  }

  /// What git prints; nil when it fails. It holds the calling thread.
  ///
  /// - Throws: when it prints more than `limit` bytes, takes too long or cannot be started.
  func output(of arguments: [String], limit: Int) throws(FileTrouble) -> [UInt8]? {
    // what could start a program, ask a server or read another config is shut by name
    let settings = [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never",
      "core.pager=cat", "safe.directory=\(top.text)",
    ]
    let call = ProgramCall(
      program.text,
      ["--no-pager"] + settings.flatMap { ["-c", $0] } + ["-C", top.text] + arguments,
      environment: [
        "LC_ALL": "C", "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_ALLOW_PROTOCOL": "",
        "GIT_CEILING_DIRECTORIES": top.folder.text,
      ],
      directory: "/",
      limits: ProgramLimits(outputBytes: limit, deadline: .now + Self.timeLimit, idle: nil))
    do {
      let result = try ChildProgramRunner.waiting(for: call)
      return result.ending == .exited(0) ? result.output : nil
    } catch {
      throw trouble(error, arguments[0], limit)
    }
  }

  private func trouble(
    _ failure: ProgramFailure, _ command: String, _ limit: Int
  ) -> FileTrouble {
    switch failure.reason {
    case .missing, .notExecutable: FileTrouble(message: "'\(program.text)' cannot be run")
    case .notStarted(let code): FileReader.trouble("cannot start '\(program.text)'", code)
    case .outputTooLarge:
      FileTrouble(message: "'git \(command)' printed more than \(limit) bytes")
    case .deadline, .idle, .cancelled:
      FileTrouble(message: "'git \(command)' did not end in time; it was stopped")
    }
  }
}
