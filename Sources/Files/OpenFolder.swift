#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder from which files are read without following a symbolic link on any part of the way.
package final class OpenFolder: Sendable {
  /// What came of reading a file.
  package enum Content: Sendable {
    case bytes([UInt8])
    case tooLarge
    /// The file, or a folder on the way, is one.
    case link
    case unreadable
  }

  private let descriptor: Int32

  /// Nil when it cannot be opened; links on the way to it are followed.
  package init?(_ path: FilePath) {
    descriptor = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The bytes of a regular file below the folder.
  package func read(_ path: [UInt8], limit: Int) -> Content {
    let parts = path.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard let name = parts.last else { return .unreadable }
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for part in parts.dropLast() {
      let next = Self.entry(part, of: folder, O_DIRECTORY)
      let code = errno
      if folder != descriptor { close(folder) }
      folder = descriptor
      // a link that is no folder either is told by one code or the other
      guard next >= 0 else { return code == ELOOP || code == ENOTDIR ? .link : .unreadable }
      folder = next
    }
    // a pipe would wait for its other end
    let file = Self.entry(name, of: folder, O_NONBLOCK)
    guard file >= 0 else { return errno == ELOOP ? .link : .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
    guard status.st_size <= limit else { return .tooLarge }
    guard let bytes = FileReader.bytes(of: file, limit: limit + 1) else { return .unreadable }
    return bytes.count <= limit ? .bytes(bytes) : .tooLarge
  }

  private static func entry(_ name: [UInt8], of folder: Int32, _ flags: Int32) -> Int32 {
    FilePath(bytes: name).withCString {
      openat(folder, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    }
  }
}
