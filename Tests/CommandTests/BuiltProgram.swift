import Foundation
import TestProcess

/// The program as it was built beside these tests, run in a process of its own.
enum BuiltProgram {
  /// What one run left behind.
  struct Run {
    var code: Int32
    var output: String
    var errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// The folder that the build put the tests and the program into.
  static let folder: URL = {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") || $0.contains(".xctest/") }
    var url = URL(fileURLWithPath: bundle ?? "/proc/self/exe").resolvingSymlinksInPath()
    while url.path.contains(".xctest") { url.deleteLastPathComponent() }
    return url.hasDirectoryPath || bundle != nil ? url : url.deletingLastPathComponent()
  }()

  static var path: String { folder.appendingPathComponent("speccheck").path }

  /// Runs it with arguments, in a folder.
  static func run(_ arguments: [String], input: String = "", in place: Place) throws -> Run {
    try start(path, arguments, input: input, in: place)
  }

  /// Runs a line of the shell, where `speccheck` is the program.
  static func shell(_ line: String, in place: Place) throws -> Run {
    try start(
      "/bin/bash", ["--norc", "-c", "speccheck() { '\(path)' \"$@\"; }; \(line)"], input: "",
      in: place)
  }

  private static func start(
    _ program: String, _ arguments: [String], input: String, in place: Place
  ) throws -> Run {
    var environment = [
      "PATH": "/usr/bin:/bin", "SPECCHECK_HOME": place.state.path, "HOME": place.state.path,
    ]
    // how a sanitizer behaves is said once for tests and program
    environment["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
    // files and not pipes: a full pipe that nobody reads would stop the program
    let streams = place.fresh("streams")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    func stream(_ name: String, _ text: String = "") throws -> FileHandle {
      let url = streams.appendingPathComponent(name)
      try Data(text.utf8).write(to: url)
      return try FileHandle(forUpdating: url)
    }
    let source = try stream("input", input)
    let output = try stream("output")
    let errors = try stream("errors")
    let process = try ChildProcess(
      program, arguments, environment: environment, directory: place.plans.path,
      input: source.fileDescriptor, output: output.fileDescriptor,
      errors: errors.fileDescriptor)
    let ending = withExtendedLifetime(source) { process.wait() }
    func text(_ stream: FileHandle) throws -> String {
      try stream.seek(toOffset: 0)
      return String(decoding: try stream.readToEnd() ?? Data(), as: UTF8.self)
    }
    // as shells tell a signal
    let code: Int32 =
      switch ending {
      case .exited(let code): code
      case .signaled(let number): 128 + number
      case nil: -1
      }
    return Run(code: code, output: try text(output), errors: try text(errors))
  }
}

/// A folder with plans and a state folder beside it; removed with the value.
final class Place: Sendable {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("speccheck-\(UUID().uuidString)").resolvingSymlinksInPath()
    for folder in [plans, state] {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Where the program runs.
  var plans: URL { root.appendingPathComponent("plans") }
  var state: URL { root.appendingPathComponent("state") }

  /// A path that nothing else uses.
  func fresh(_ name: String) -> URL {
    root.appendingPathComponent("\(name)-\(UUID().uuidString)")
  }

  /// Writes a file below the plans.
  func write(_ text: String, to name: String) throws {
    let url = plans.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: plans.appendingPathComponent(name)), as: UTF8.self)
  }
}

/// The inputs that lie beside these tests.
enum Inputs {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Plans/\(name)").path
  }
}
