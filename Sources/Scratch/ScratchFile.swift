#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Small files in folders that somebody else may have written to.
package enum ScratchFile {
  /// Writes a new file; one that is there already is an error, and so is a link.
  package static func write(_ bytes: [UInt8], to path: String) throws(ScratchTrouble) {
    try write(bytes, to: Array(path.utf8), mode: 0o600)
  }

  static func write(
    _ bytes: [UInt8], to path: [UInt8], mode: mode_t
  ) throws(ScratchTrouble) {
    let name = String(decoding: path, as: UTF8.self)
    let descriptor = FolderRemoval.withCString(path) {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    guard descriptor >= 0 else { throw .last("cannot write '\(name)'") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeSome(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last("cannot write '\(name)'") }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes of a regular file; nil when there is none, it is a link, or it has more than `limit` bytes.
  package static func read(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = readSome(descriptor, &buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    return nil
  }
}

/// `read` and `write` under names that the methods above do not hide.
private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}

private func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
