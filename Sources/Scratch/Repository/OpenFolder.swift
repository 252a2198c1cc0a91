#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder from which files are read without following a symbolic link on any part of the way.
final class OpenFolder {
  enum Content {
    case bytes([UInt8])
    case tooLarge
    /// The file, or a folder on the way, is one.
    case link
    case unreadable
  }

  private let descriptor: Int32

  /// Nil when it cannot be opened; links on the way to it are followed.
  init?(_ path: [UInt8]) {
    descriptor = FolderRemoval.withCString(path) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The bytes of a regular file below the folder.
  func read(_ path: [UInt8], limit: Int) -> Content {
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
    return Self.bytes(of: file, limit: limit)
  }

  private static func entry(_ name: [UInt8], of folder: Int32, _ flags: Int32) -> Int32 {
    FolderRemoval.withCString(name) {
      openat(folder, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    }
  }

  private static func bytes(of file: Int32, limit: Int) -> Content {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readSome(file, &buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .unreadable }
      if count == 0 { return .bytes(bytes) }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { return .tooLarge }
    }
  }
}

/// `read` under a name that `OpenFolder.read` does not hide.
private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}
