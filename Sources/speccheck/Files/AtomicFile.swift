#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes whole files: to a temporary file in the same folder, then renamed, so that no reader sees half of one.
enum AtomicFile {
  /// - Parameter mode: the file's permissions, before the umask.
  static func write(_ bytes: [UInt8], to path: FilePath, mode: mode_t = 0o644)
    throws(FileTrouble)
  {
    let temporary = FilePath(bytes: path.bytes + Array(".\(getpid()).tmp".utf8))
    try create(temporary, bytes, mode: mode, for: path)
    guard temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      let code = errno
      _ = temporary.withCString { unlink($0) }
      throw FileReader.trouble("cannot write '\(path.text)'", code)
    }
  }

  /// Puts a file in place only if there is none: of many processes one wins, the others keep its file.
  static func writeOnce(_ bytes: [UInt8], to path: FilePath, mode: mode_t) throws(FileTrouble) {
    let temporary = FilePath(bytes: path.bytes + Array(".\(getpid()).tmp".utf8))
    try create(temporary, bytes, mode: mode, for: path)
    defer { _ = temporary.withCString { unlink($0) } }
    let result = temporary.withCString { from in path.withCString { link(from, $0) } }
    guard result == 0 || errno == EEXIST else {
      throw FileReader.trouble("cannot write '\(path.text)'", errno)
    }
  }

  private static func create(
    _ temporary: FilePath, _ bytes: [UInt8], mode: mode_t, for path: FilePath
  ) throws(FileTrouble) {
    _ = temporary.withCString { unlink($0) }
    let descriptor = temporary.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    guard descriptor >= 0 else { throw FileReader.trouble("cannot write '\(path.text)'", errno) }
    let written = DescriptorWriter.write(bytes, to: descriptor)
    let code = errno
    guard close(descriptor) == 0, written else {
      _ = temporary.withCString { unlink($0) }
      throw FileReader.trouble("cannot write '\(path.text)'", code)
    }
  }
}

/// Writes all bytes to an open descriptor.
enum DescriptorWriter {
  /// False when the other side is gone or the disk is full; `errno` says which.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = writeChunk(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        start += count
      }
      return true
    }
  }
}

/// `write` under a name that `DescriptorWriter.write` does not hide.
private func writeChunk(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    Darwin.write(descriptor, buffer.baseAddress, buffer.count)
  #else
    Glibc.write(descriptor, buffer.baseAddress, buffer.count)
  #endif
}
