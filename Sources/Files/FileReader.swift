#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why an input, an output or the state folder cannot be used: one line that says where, what and what to do.
package struct FileTrouble: Error, Sendable, Hashable {
  /// One sentence without capital and full stop.
  package let message: String

  package init(message: String) { self.message = message }
}

/// Reads whole files with a limit on their size.
package enum FileReader {
  /// What becomes of a file with more bytes than are wanted.
  package enum Excess: Sendable { case refused, cutOff }

  /// The bytes of a file, a pipe or a device, at most `limit` of them.
  package static func read(
    _ path: FilePath, limit: Int, what: String, excess: Excess = .refused
  ) throws(FileTrouble) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw trouble("cannot open \(what) '\(path.text)'", errno) }
    defer { close(descriptor) }
    return try read(descriptor, name: path.text, limit: limit, what: what, excess: excess)
  }

  /// The bytes from an open descriptor until its end.
  package static func read(
    _ descriptor: Int32, name: String, limit: Int, what: String, excess: Excess = .refused
  ) throws(FileTrouble) -> [UInt8] {
    guard var bytes = bytes(of: descriptor, limit: limit + 1) else {
      throw trouble("cannot read \(what) '\(name)'", errno)
    }
    guard bytes.count > limit else { return bytes }
    guard excess == .cutOff else {
      throw FileTrouble(
        message: "\(what) '\(name)' is larger than \(limit) bytes, the most that is read")
    }
    bytes.removeLast(bytes.count - limit)
    return bytes
  }

  /// The first bytes from an open descriptor; nil for trouble that `errno` names.
  package static func bytes(of descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = readChunk(descriptor, &buffer, min(buffer.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// What went wrong, with what the system says to an error number.
  package static func trouble(_ what: String, _ code: Int32) -> FileTrouble {
    FileTrouble(message: "\(what): \(String(cString: strerror(code)))")
  }
}

/// `read` under a name that `FileReader.read` does not hide.
private func readChunk(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  #if canImport(Darwin)
    Darwin.read(descriptor, &buffer, count)
  #else
    Glibc.read(descriptor, &buffer, count)
  #endif
}
