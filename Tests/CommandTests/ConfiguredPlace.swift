import Foundation

/// A repository with a plan that two kept replies let through: without a config the run ends in GO.
///
/// Whatever a config does that should not be done shows in the exit code, in a file `ran`, or at the listener.
final class ConfiguredPlace: Sendable {
  let place: Place
  let listener: Listener

  init() throws {
    place = try Place()
    listener = try Listener()
    let recording = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option")
    for name in ["plan.md", "reply-A.json", "reply-B.json"] {
      let data = try Data(contentsOf: recording.appendingPathComponent(name))
      let folder = name == "plan.md" ? "repo/" : ""
      try place.write(String(decoding: data, as: UTF8.self), to: folder + name)
    }
    try place.write("", to: "repo/.git/HEAD")
    // the replies were made with this secret
    _ = FileManager.default.createFile(
      atPath: place.state.appendingPathComponent("nonce-secret").path,
      contents: Data(repeating: 0x2A, count: 32), attributes: [.posixPermissions: 0o600])
  }

  static let run =
    "cd repo; speccheck plan.md -r answer:../reply-A.json -r answer:../reply-B.json --allow-same-family"

  func project(_ config: String) throws { try place.write(config, to: "repo/.speccheck.yml") }

  func user(_ config: String) throws {
    try Data(config.utf8).write(to: place.state.appendingPathComponent("config.yml"))
  }

  func shell(_ line: String) throws -> BuiltProgram.Run {
    try BuiltProgram.shell(line, in: place)
  }

  /// Nothing was started and nobody was called.
  func isUntouched() throws -> Bool {
    try shell("find . ../state -name 'ran*'").output == "" && !listener.wasCalled
  }
}

/// A port of this machine at which nobody should ever call.
final class Listener: Sendable {
  let port: Int
  private let descriptor: Int32

  init() throws {
    struct NoPort: Error {}
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let six = socket(AF_INET6, kind, 0)
    descriptor = six >= 0 ? six : socket(AF_INET, kind, 0)
    var zero: Int32 = 0
    // 127.0.0.1 and ::1 both lead here
    setsockopt(six, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &zero, socklen_t(MemoryLayout<Int32>.size))
    // without a name of its own it gets a free port at every address
    let listens = listen(descriptor, 16) == 0
    // the port stands at the same place in both kinds of address
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    _ = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        getsockname(descriptor, address, &length)
      }
    }
    port = Int(UInt16(bigEndian: address.sin6_port))
    guard listens, port > 0 else { throw NoPort() }
  }

  deinit { close(descriptor) }

  /// Somebody connected, or at least tried to.
  var wasCalled: Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}
