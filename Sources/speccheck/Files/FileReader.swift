#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why an input, an output or the state folder cannot be used: one line that says where, what and what to do.
struct FileTrouble: Error, Hashable {
  let message: String
}

/// Reads whole files with a limit on their size.
enum FileReader {
  /// What becomes of a file with more bytes than are wanted.
  enum Excess { case refused, cutOff }

  /// The bytes of a file, a pipe or a device, at most `limit` of them.
  static func read(
    _ path: FilePath, limit: Int, what: String, excess: Excess = .refused
  ) throws(FileTrouble) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw trouble("cannot open \(what) '\(path.text)'", errno) }
    defer { close(descriptor) }
    return try read(descriptor, name: path.text, limit: limit, what: what, excess: excess)
  }

  /// The bytes from an open descriptor until its end.
  static func read(
    _ descriptor: Int32, name: String, limit: Int, what: String, excess: Excess = .refused
  ) throws(FileTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readChunk(descriptor, &buffer)
      if count < 0 {
        if errno == EINTR { continue }
        throw trouble("cannot read \(what) '\(name)'", errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > limit {
        if excess == .cutOff { return Array(bytes[..<limit]) }
        throw FileTrouble(
          message: "\(what) '\(name)' is larger than \(limit) bytes, the most that is read")
      }
    }
  }

  static func trouble(_ what: String, _ code: Int32) -> FileTrouble {
    FileTrouble(message: "\(what): \(String(cString: strerror(code)))")
  }
}

/// `read` under a name that `FileReader.read` does not hide.
private func readChunk(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  #if canImport(Darwin)
    Darwin.read(descriptor, &buffer, buffer.count)
  #else
    Glibc.read(descriptor, &buffer, buffer.count)
  #endif
}
