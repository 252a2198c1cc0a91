#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why an input, an output or the state folder cannot be used: one line that says where, what and what to do.
struct FileTrouble: Error, Hashable {
  let message: String
}

/// A path as the operating system has it; names need not be UTF-8.
struct FilePath: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// For people: invalid UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(bytes.map { CChar(bitPattern: $0) } + [0])
  }

  func appending(_ name: [UInt8]) -> FilePath {
    let slash = UInt8(ascii: "/")
    let separator: [UInt8] = bytes.isEmpty || bytes.last == slash ? [] : [slash]
    return FilePath(bytes: bytes + separator + name)
  }

  var exists: Bool { withCString { access($0, F_OK) } == 0 }

  /// Everything before the last slash; `.` for a bare name.
  var folder: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: Array(bytes[..<slash]))
  }

  /// Without symbolic links; nil when it does not exist.
  var resolved: FilePath? {
    withCString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return FilePath(bytes: Array(String(cString: real).utf8))
    }
  }
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
