import Foundation
import TestProcess

/// The server of `Server/server.py`, started once for a test process and ended with it.
package struct TestServer: Sendable {
  /// What listens where, all on 127.0.0.1.
  package enum Port: String, Sendable, Codable, CaseIterable {
    case plain
    /// TLS, with a certificate of `authority`.
    case trusted
    /// TLS, with a certificate that vouches for itself.
    case selfSigned
    /// TLS, with a certificate of `authority` for another host.
    case elsewhere
    /// TLS and HTTP/2 only.
    case http2
    /// Nobody listens.
    case refused
  }

  /// The file with the CA's certificate.
  package let authority: String
  private let ports: [String: Int]

  /// The running server. Throws what kept it from starting: it needs `python3` and `openssl`.
  package static func running() throws -> TestServer { try started.get() }

  /// `http://127.0.0.1:PORT`, `https` for the ports with TLS; a path may follow.
  package func url(_ path: String = "", on port: Port = .plain) -> String {
    let scheme = port == .plain || port == .refused ? "http" : "https"
    return "\(scheme)://127.0.0.1:\(ports[port.rawValue] ?? 0)\(path)"
  }

  /// What `server.py --list` prints: everything that can be played.
  package static func list() throws -> String { try output(of: "server.py", ["--list"]) }

  /// What a script beside the server prints.
  static func output(of script: String, _ arguments: [String]) throws -> String {
    let output = Pipe()
    let process = try python(script, arguments, output: output)
    try output.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    _ = process.wait()
    return String(decoding: text, as: UTF8.self)
  }

  private struct Greeting: Codable {
    var ports: [String: Int]
    var authority: String
  }

  private static let started = Result { try start() }

  private static func start() throws -> TestServer {
    let output = Pipe()
    // the system closes our end when this process ends, however it ends; until then nobody may
    let input = Pipe()
    _ = try python("server.py", [], input: input, output: output)
    try output.fileHandleForWriting.close()
    let holder = dup(input.fileHandleForWriting.fileDescriptor)
    _ = fcntl(holder, F_SETFD, FD_CLOEXEC)
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
      line += more
    }
    let greeting = try JSONDecoder().decode(Greeting.self, from: line)
    return TestServer(authority: greeting.authority, ports: greeting.ports)
  }

  private static func python(
    _ script: String, _ arguments: [String], input: Pipe? = nil, output: Pipe
  ) throws -> ChildProcess {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Server/\(script)").path
    // -B: no compiled files beside the sources; -I would hide the modules beside the script
    return try ChildProcess(
      "/usr/bin/env", ["python3", "-B", script] + arguments,
      environment: ProcessInfo.processInfo.environment,
      input: input?.fileHandleForReading.fileDescriptor,
      output: output.fileHandleForWriting.fileDescriptor, errors: STDERR_FILENO)
  }
}
