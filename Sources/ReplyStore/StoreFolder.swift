#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The store's folder on disk: whole files in, whole files out, nobody else's trusted.
struct StoreFolder: Sendable {
  /// Why a file could not be read or written; one clause without a final period.
  struct Trouble: Error, Hashable {
    let why: String
  }

  let path: [UInt8]
  let undisturbed: @Sendable (() -> Void) -> Void

  /// A file that was begun and never put in place, by a process that died; removed after this long.
  private static let abandonedAfter = 3_600
  private static let begun = ".begun-"

  // MARK: Reading

  /// The names in a subfolder, in no order; none when it does not exist.
  func names(in subfolder: String) -> [String] {
    guard let directory = withPath([subfolder], { opendir($0) }) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      // in place: an entry ends with its name, and a copy would be of all that is declared
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  /// A regular file of this user that nobody else can write to, and no link.
  func read(_ components: [String], limit: Int) -> Result<[UInt8], Trouble> {
    let descriptor = withPath(components) {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else { return .failure(.last) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Trouble(why: "it is no file"))
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      return .failure(Trouble(why: "somebody else could have written it"))
    }
    guard status.st_size <= limit else { return .failure(Trouble(why: "it is too large")) }
    return Self.bytes(of: descriptor, count: Int(status.st_size))
  }

  private static func bytes(of descriptor: Int32, count: Int) -> Result<[UInt8], Trouble> {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(buffer)[filled...]
        let got = readChunk(descriptor, rest)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { return }
        filled += got
      }
    }
    return failed ? .failure(.last) : .success(bytes)
  }

  // MARK: Writing

  /// Puts a whole file in place at once; nil when that worked.
  func put(_ bytes: [UInt8], at components: [String]) -> Trouble? {
    let subfolder = Array(components.dropLast())
    if let trouble = makeFolder(subfolder) { return trouble }
    removeAbandoned(in: subfolder)
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = subfolder + [Self.begun + number]
    var trouble: Trouble?
    undisturbed {
      trouble = write(bytes, to: temporary)
      guard trouble == nil else { return }
      let renamed = withPath(temporary) { from in withPath(components) { rename(from, $0) } }
      if renamed != 0 { trouble = .last }
    }
    if trouble != nil { _ = withPath(temporary) { unlink($0) } }
    return trouble
  }

  /// An open file to lock, which stays empty; nil when it cannot be made.
  func openLock(in subfolder: String) -> Int32? {
    guard makeFolder([subfolder]) == nil else { return nil }
    let descriptor = withPath([subfolder, "lock"]) {
      open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    return descriptor >= 0 ? descriptor : nil
  }

  private func write(_ bytes: [UInt8], to components: [String]) -> Trouble? {
    let descriptor = withPath(components) {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { return .last }
    let trouble = Self.pour(bytes, into: descriptor)
    let closed = close(descriptor) == 0 ? nil : Trouble.last
    return trouble ?? closed
  }

  private static func pour(_ bytes: [UInt8], into descriptor: Int32) -> Trouble? {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = writeChunk(descriptor, buffer[start...])
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return .last }
        start += count
      }
      return nil
    }
  }

  /// Makes the store's folder, what is above it, and one folder in it, all closed to others.
  private func makeFolder(_ subfolder: [String]) -> Trouble? {
    if withPath(subfolder, { access($0, W_OK | X_OK) }) == 0 { return nil }
    for end in path.indices.dropFirst() where path[end] == UInt8(ascii: "/") {
      _ = Self.withCString(Array(path[..<end])) { mkdir($0, 0o700) }
    }
    _ = withPath([]) { mkdir($0, 0o700) }
    let made = withPath(subfolder) { mkdir($0, 0o700) }
    return made == 0 || errno == EEXIST ? nil : .last
  }

  private func removeAbandoned(in subfolder: [String]) {
    guard let name = subfolder.first else { return }
    for file in names(in: name) where file.hasPrefix(Self.begun) {
      var status = stat()
      guard withPath(subfolder + [file], { lstat($0, &status) }) == 0,
        time(nil) - status.modifiedAt > Self.abandonedAfter
      else { continue }
      _ = withPath(subfolder + [file]) { unlink($0) }
    }
  }

  // MARK: Paths

  /// Where a path leads, absolute and without links; nil when there is nothing.
  func canonical(_ path: String) -> [UInt8]? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(
      UInt8.init(bitPattern:))
  }

  private func withPath<Value>(
    _ components: [String], _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    let slash = UInt8(ascii: "/")
    let whole = components.reduce(path) { $0 + [slash] + Array($1.utf8) }
    return Self.withCString(whole, body)
  }

  private static func withCString<Value>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    body(path.map { CChar(bitPattern: $0) } + [0])
  }
}

extension StoreFolder.Trouble {
  /// What the system said to the last call.
  fileprivate static var last: Self { Self(why: String(cString: strerror(errno))) }
}

extension stat {
  /// Seconds since 1970.
  fileprivate var modifiedAt: Int {
    #if canImport(Darwin)
      Int(st_mtimespec.tv_sec)
    #else
      Int(st_mtim.tv_sec)
    #endif
  }
}

/// `read` and `write` under names that the methods above do not hide.
private func readChunk(
  _ descriptor: Int32, _ buffer: Slice<UnsafeMutableRawBufferPointer>
) -> Int {
  let rest = UnsafeMutableRawBufferPointer(rebasing: buffer)
  #if canImport(Darwin)
    return Darwin.read(descriptor, rest.baseAddress, rest.count)
  #else
    return Glibc.read(descriptor, rest.baseAddress, rest.count)
  #endif
}

private func writeChunk(_ descriptor: Int32, _ buffer: Slice<UnsafeRawBufferPointer>) -> Int {
  let rest = UnsafeRawBufferPointer(rebasing: buffer)
  #if canImport(Darwin)
    return Darwin.write(descriptor, rest.baseAddress, rest.count)
  #else
    return Glibc.write(descriptor, rest.baseAddress, rest.count)
  #endif
}
