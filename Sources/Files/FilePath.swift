#if canImport(Darwin)
  package import Darwin
#else
  package import Glibc
#endif

/// A path as the operating system has it; names need not be UTF-8.
package struct FilePath: Sendable, Hashable {
  /// Without a closing NUL; may hold anything else.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  private static let slash = UInt8(ascii: "/")

  /// For people: invalid UTF-8 becomes U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `-`, which stands for standard input.
  package var isDash: Bool { bytes == [UInt8(ascii: "-")] }

  /// The path as system calls take it, valid while the body runs.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(bytes.map { CChar(bitPattern: $0) } + [0])
  }

  /// With a name or relative path behind it.
  package func appending(_ name: some Sequence<UInt8>) -> FilePath {
    let separator: [UInt8] = bytes.isEmpty || bytes.last == Self.slash ? [] : [Self.slash]
    return FilePath(bytes: bytes + separator + name)
  }

  /// Whether it leads to anything; links are followed.
  package var exists: Bool { withCString { access($0, F_OK) } == 0 }

  /// Kind and permissions of what the path leads to; nil when that does not exist.
  package var mode: mode_t? {
    var status = stat()
    return withCString { stat($0, &status) } == 0 ? status.st_mode : nil
  }

  /// Whether it leads to a folder; links are followed.
  package var isFolder: Bool { mode.map { $0 & S_IFMT == S_IFDIR } ?? false }

  /// Everything before the last slash; `.` for a bare name.
  package var folder: FilePath {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: Array(bytes[..<slash]))
  }

  /// Without symbolic links; nil when it does not exist.
  package var resolved: FilePath? {
    withCString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      let length = strlen(real)
      return FilePath(
        bytes: UnsafeBufferPointer(start: real, count: length).map(UInt8.init(bitPattern:)))
    }
  }

  /// Where the path leads, also when its end does not exist yet: absolute, links followed, dots taken out.
  package var destination: FilePath {
    var here = FilePath(bytes.first == Self.slash ? "/" : ".").resolved ?? FilePath("/")
    for part in bytes.split(separator: Self.slash) where !part.elementsEqual(".".utf8) {
      let next = here.appending(part)
      here = part.elementsEqual("..".utf8) ? here.folder : next.resolved ?? next
    }
    return here
  }

  /// The name itself is a symbolic link.
  package var isLink: Bool {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Seconds since the content of what has this name changed; nil when there is nothing.
  package var age: Int? {
    var status = stat()
    guard withCString({ lstat($0, &status) }) == 0 else { return nil }
    #if canImport(Darwin)
      return time(nil) - Int(status.st_mtimespec.tv_sec)
    #else
      return time(nil) - Int(status.st_mtim.tv_sec)
    #endif
  }

  /// Makes the folder and what is above it, closed to others.
  package func makeFolders() throws(FileTrouble) {
    for end in bytes.indices.dropFirst() where bytes[end] == Self.slash {
      _ = FilePath(bytes: Array(bytes[..<end])).withCString { mkdir($0, 0o700) }
    }
    guard withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw FileReader.trouble("cannot make the folder '\(text)'", errno)
    }
  }

  /// Writes files and their names through to the disk, where a loss of power cannot take them back.
  ///
  /// It takes some milliseconds, the more folders the more. What cannot be written through stays as it is.
  package static func settle(_ files: [FilePath]) {
    // each folder once, behind all of its files
    for path in files + Set(files.map(\.folder)) {
      let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// The rest of the path below a folder that it lies in; the name itself is not followed if it is a link.
  package func below(_ folder: FilePath) -> String {
    let name = bytes.split(separator: Self.slash).last ?? []
    let whole = self.folder.destination.appending(name).bytes
    let prefix = folder.appending([]).bytes
    return String(
      decoding: whole.starts(with: prefix) ? whole.dropFirst(prefix.count) : name, as: UTF8.self)
  }

  /// Not a folder, pipe or device.
  package var isRegularOrMissing: Bool { mode.map { $0 & S_IFMT == S_IFREG } ?? true }

  /// Which file it is, by whatever name; nil when there is none.
  package var identity: FileIdentity? {
    var status = stat()
    return withCString { stat($0, &status) } == 0 ? FileIdentity(status) : nil
  }
}

/// One file, however many names it has.
package struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let number: UInt64

  /// Nil for pipes and devices, which nothing overwrites.
  fileprivate init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// The file that a descriptor was opened on; nil when there is none.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }
}
