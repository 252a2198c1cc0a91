package import Files
internal import Threads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folders that a run needs for a while. They are gone when it ends, however it ends: what a run leaves
/// behind that was killed is removed by the next one.
///
/// They lie in one folder, closed to others, with a file that the run holds locked as long as it lives.
package final class ScratchRoom: Sendable {
  private struct State {
    /// Made when the first folder is asked for.
    var top: FilePath?
    /// Open on the locked file.
    var lock: Int32 = -1
    var count = 0
    var isClosed = false
  }

  private let place: FilePath
  /// Where a path is short, for who needs that; nil where it is short here.
  private let nearRoot: ScratchRoom?
  private let state = Locked(State())

  static let prefix = "speccheck-scratch-"
  static let lockName = "lock"

  /// - Parameter place: the folder for temporary files; nothing happens there before the first folder is asked
  ///   for.
  /// - Parameter nearRoot: the folder for those whose path must be short, should `place` be too deep for them.
  package convenience init(in place: FilePath, nearRoot: FilePath = FilePath("/tmp")) {
    let isDeep = (place.resolved ?? place).bytes.count > Self.longestPlace
    self.init(in: place, isDeep ? ScratchRoom(in: nearRoot, nil) : nil)
  }

  private init(in place: FilePath, _ nearRoot: ScratchRoom?) {
    self.place = place
    self.nearRoot = nearRoot
  }

  deinit { close() }

  /// A socket's path has at most 103 bytes on macOS, 107 on Linux (`sun_path`), of which our own names take up
  /// to 30; so many are left for what programs make below them.
  private static let longestPlace = 103 - 30 - 40

  /// The same, with a path so short that programs may make sockets below it: elsewhere than the others where they
  /// lie too deep, and with them where that cannot be.
  package func makeTemporaryFolder() throws(FileTrouble) -> FilePath {
    if let nearRoot, let folder = try? nearRoot.makeFolder() { return folder }
    return try makeFolder()
  }

  /// An empty folder, closed to others: its absolute path, without symbolic links.
  package func makeFolder() throws(FileTrouble) -> FilePath {
    try state.withLock { (state) throws(FileTrouble) in
      guard !state.isClosed else { throw FileTrouble(message: "the run is ending") }
      if state.top == nil { try open(&state) }
      state.count += 1
      let folder = (state.top ?? place).appending("\(state.count)".utf8)
      guard folder.withCString({ mkdir($0, 0o700) }) == 0 else {
        throw FileReader.trouble("cannot make the folder '\(folder.text)'", errno)
      }
      return folder
    }
  }

  /// Removes a folder that was made here, with all that lies in it.
  package func remove(_ folder: FilePath) {
    if let nearRoot, nearRoot.holds(folder) { return nearRoot.remove(folder) }
    guard let top = state.withLock(\.top) else { return }
    FolderRemoval(top: top, last: Self.lockName).remove(folder)
  }

  private func holds(_ folder: FilePath) -> Bool {
    state.withLock(\.top).map { folder.bytes.starts(with: $0.bytes) } ?? false
  }

  /// Removes everything; nothing is made from now on. Nothing happens the second time.
  package func close() {
    nearRoot?.close()
    let (top, lock) = state.withLock { state in
      defer {
        state.isClosed = true
        state.top = nil
        state.lock = -1
      }
      return (state.top, state.lock)
    }
    if let top { Self.removeAll(top) }
    if lock >= 0 { closeDescriptor(lock) }
  }

  private func open(_ state: inout State) throws(FileTrouble) {
    removeAbandoned()
    let pattern = (place.resolved ?? place).appending("\(Self.prefix)XXXXXX".utf8)
    var name = pattern.bytes.map { CChar(bitPattern: $0) } + [0]
    guard mkdtemp(&name) != nil else {
      throw FileReader.trouble("cannot make a folder in '\(place.text)'", errno)
    }
    let top = FilePath(bytes: name.dropLast().map(UInt8.init(bitPattern:)))
    // locked before it has its name, so that nobody finds it unlocked
    let begun = top.appending("\(Self.lockName).begun".utf8)
    let lock = openFile(begun, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC)
    let named = top.appending(Self.lockName.utf8)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0,
      begun.withCString({ from in named.withCString { rename(from, $0) } }) == 0
    else { throw FileReader.trouble("cannot lock '\(top.text)'", errno) }
    state.lock = lock
    state.top = top
  }

  /// What runs left behind that no longer live is removed, of so many at most: the next run goes on.
  private static let mostAbandoned = 50

  private func removeAbandoned() {
    let found = (try? Folder.entries(of: place, startingWith: Self.prefix)) ?? []
    var left = Self.mostAbandoned
    for (name, kind) in found where left > 0 {
      let folder = place.appending(name)
      guard kind == .folder, FolderRemoval.isOwnFolder(folder) else { continue }
      let lock = openFile(
        folder.appending(Self.lockName.utf8), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      // without a lock for longer than anybody needs to make one
      let isAbandoned =
        lock < 0 ? (folder.age ?? 0) > 60 : flock(lock, LOCK_EX | LOCK_NB) == 0
      if isAbandoned {
        Self.removeAll(folder)
        left -= 1
      }
      if lock >= 0 { closeDescriptor(lock) }
    }
  }

  private static func removeAll(_ top: FilePath) {
    FolderRemoval(top: top, last: lockName).remove(top)
  }
}

/// `open` and `close` under names that the methods above do not hide.
private func openFile(_ path: FilePath, _ flags: Int32) -> Int32 {
  path.withCString { open($0, flags, 0o600) }
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
