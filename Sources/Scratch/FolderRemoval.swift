#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Removes a folder with all that lies in it, whoever wrote that: links are not followed, permissions do not
/// help, names need not be UTF-8, and no depth is too great.
struct FolderRemoval {
  /// As the system has it.
  typealias Path = [UInt8]

  /// Folders are moved up into this one before they are emptied, so that no path grows long.
  let top: Path
  /// A name in `top` that stays to the last; nil for none.
  let last: String?

  init(movingInto top: String, sparing last: String? = nil) {
    self.top = Array(top.utf8)
    self.last = last
  }

  /// Removes as much as can be removed; what is not there is no trouble.
  func remove(_ folder: String) {
    let folder = Array(folder.utf8)
    // somebody may still be writing there
    for _ in 1...3 where Self.isOwnFolder(folder) {
      var waiting = [folder]
      while let next = waiting.popLast() {
        waiting += empty(next)
        _ = Self.withCString(next) { rmdir($0) }
      }
      guard folder == top else { continue }
      if let last { _ = Self.withCString(Self.path(last.utf8, in: top)) { unlink($0) } }
      _ = Self.withCString(top) { rmdir($0) }
    }
  }

  /// Removes the files of a folder, and moves the folders away: where those are now.
  private func empty(_ folder: Path) -> [Path] {
    Self.open(folder)
    var folders: [Path] = []
    for name in Self.names(in: folder) {
      if folder == top, let last, name.elementsEqual(last.utf8) { continue }
      let path = Self.path(name, in: folder)
      guard Self.isOwnFolder(path) else {
        _ = Self.withCString(path) { unlink($0) }
        continue
      }
      // its way up, which the move changes, is in it
      Self.open(path)
      let number = String(UInt64.random(in: .min ... .max), radix: 36)
      let place = folder == top ? path : Self.path("removed-\(number)".utf8, in: top)
      let isMoved = Self.withCString(path) { from in Self.withCString(place) { rename(from, $0) } }
      folders.append(isMoved == 0 ? place : path)
    }
    return folders
  }

  /// Whether it is a folder of this user's, and no link to one.
  static func isOwnFolder(_ path: Path) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR && $0.st_uid == geteuid() } ?? false
  }

  /// Of the path itself, links not followed; nil when there is nothing.
  static func status(_ path: Path) -> stat? {
    var status = stat()
    return withCString(path) { lstat($0, &status) } == 0 ? status : nil
  }

  /// All names in a folder but the two for itself and its parent; none when it cannot be read.
  static func names(in folder: Path) -> [Path] {
    guard let directory = withCString(folder, { opendir($0) }) else { return [] }
    defer { closedir(directory) }
    var names: [Path] = []
    while let entry = readdir(directory) {
      // in place: an entry ends with its name, and a copy would be of all that is declared
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if ![".", ".."].contains(where: { name.elementsEqual($0.utf8) }) { names.append(name) }
    }
    return names
  }

  private static func open(_ folder: Path) { _ = withCString(folder) { chmod($0, 0o700) } }

  static func path(_ name: some Sequence<UInt8>, in folder: Path) -> Path {
    folder + [UInt8(ascii: "/")] + name
  }

  static func withCString<Value>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    body(path.map { CChar(bitPattern: $0) } + [0])
  }
}
