#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A path as the operating system has it; names need not be UTF-8.
struct FilePath: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  private static let slash = UInt8(ascii: "/")

  /// For people: invalid UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `-`, which stands for standard input.
  var isDash: Bool { bytes == [UInt8(ascii: "-")] }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(bytes.map { CChar(bitPattern: $0) } + [0])
  }

  func appending(_ name: some Sequence<UInt8>) -> FilePath {
    let separator: [UInt8] = bytes.isEmpty || bytes.last == Self.slash ? [] : [Self.slash]
    return FilePath(bytes: bytes + separator + name)
  }

  var exists: Bool { withCString { access($0, F_OK) } == 0 }

  /// Kind and permissions of what the path leads to; nil when that does not exist.
  var mode: mode_t? {
    var status = stat()
    return withCString { stat($0, &status) } == 0 ? status.st_mode : nil
  }

  var isFolder: Bool { mode.map { $0 & S_IFMT == S_IFDIR } ?? false }

  /// Everything before the last slash; `.` for a bare name.
  var folder: FilePath {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(bytes: Array(bytes[..<slash]))
  }

  /// Without symbolic links; nil when it does not exist.
  var resolved: FilePath? {
    withCString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      let length = strlen(real)
      return FilePath(
        bytes: UnsafeBufferPointer(start: real, count: length).map(UInt8.init(bitPattern:)))
    }
  }

  /// Where the path leads, also when its end does not exist yet: absolute, links followed, dots taken out.
  var destination: FilePath {
    var here = FilePath(bytes.first == Self.slash ? "/" : ".").resolved ?? FilePath("/")
    for part in bytes.split(separator: Self.slash) where !part.elementsEqual(".".utf8) {
      let next = here.appending(part)
      here = part.elementsEqual("..".utf8) ? here.folder : next.resolved ?? next
    }
    return here
  }

  /// The name itself is a symbolic link.
  var isLink: Bool {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// A regular file, no link, that belongs to the user and that nobody else can write.
  var isOwn: Bool {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// Makes the folder and what is above it, closed to others.
  func makeFolders() throws(FileTrouble) {
    for end in bytes.indices.dropFirst() where bytes[end] == Self.slash {
      _ = FilePath(bytes: Array(bytes[..<end])).withCString { mkdir($0, 0o700) }
    }
    guard withCString({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
      throw FileReader.trouble("cannot make the folder '\(text)'", errno)
    }
  }

  /// The rest of the path below a folder that it lies in; the name itself is not followed if it is a link.
  func below(_ folder: FilePath) -> String {
    let name = bytes.split(separator: Self.slash).last ?? []
    let whole = self.folder.destination.appending(name).bytes
    let prefix = folder.appending([]).bytes
    return String(
      decoding: whole.starts(with: prefix) ? whole.dropFirst(prefix.count) : name, as: UTF8.self)
  }

  /// Not a folder, pipe or device.
  var isRegularOrMissing: Bool { mode.map { $0 & S_IFMT == S_IFREG } ?? true }

  /// Which file it is, by whatever name; nil when there is none.
  var identity: FileIdentity? {
    var status = stat()
    return withCString { stat($0, &status) } == 0 ? FileIdentity(status) : nil
  }
}

/// One file, however many names it has.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// Nil for pipes and devices, which nothing overwrites.
  fileprivate init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// The file that a descriptor was opened on; nil when there is none.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }
}
