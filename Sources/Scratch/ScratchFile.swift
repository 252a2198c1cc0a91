package import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Small files in folders that somebody else may have written to.
package enum ScratchFile {
  /// Writes a new file, for its owner alone; one that is there already is an error, and so is a link.
  package static func write(
    _ bytes: [UInt8], to path: FilePath, readOnly: Bool = false
  ) throws(FileTrouble) {
    let descriptor = path.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readOnly ? 0o400 : 0o600)
    }
    guard descriptor >= 0 else { throw FileReader.trouble("cannot write '\(path.text)'", errno) }
    defer { close(descriptor) }
    guard DescriptorWriter.write(bytes, to: descriptor) else {
      throw FileReader.trouble("cannot write '\(path.text)'", errno)
    }
  }

  /// The bytes of a regular file; nil when there is none, it is a link, or it has more than `limit` bytes.
  package static func read(_ path: FilePath, limit: Int) -> [UInt8]? {
    let descriptor = path.withCString {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = FileReader.bytes(of: descriptor, limit: limit + 1), bytes.count <= limit
    else { return nil }
    return bytes
  }
}
