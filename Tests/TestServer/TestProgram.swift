import Foundation

/// The program of `Server/program.py`, which holds a seat and plays what programs can do wrong.
package enum TestProgram {
  /// What is started, an absolute path.
  package static let path = "/usr/bin/env"

  /// - Parameter played: switches such as `ok` or `exit~1`.
  package static func arguments(playing played: String) -> [String] {
    // -B: no compiled files beside the sources
    ["python3", "-B", folder.appendingPathComponent("program.py").path, played]
  }

  /// Where the system finds Python.
  package static var environment: [String: String] {
    ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
  }

  /// As `command:` takes it.
  package static func spec(playing played: String) -> String {
    "command:" + ([path] + arguments(playing: played)).map { "'\($0)'" }.joined(separator: " ")
  }

  /// A file beside it that is no program.
  package static var noProgram: String { folder.appendingPathComponent("reply.py").path }

  /// Everything that can be played.
  package static func list() throws -> [String] {
    try JSONDecoder().decode(
      [String].self, from: Data(TestServer.output(of: "program.py", ["--list"]).utf8))
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Server")
}
