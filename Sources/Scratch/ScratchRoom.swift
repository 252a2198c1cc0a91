internal import Lock

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
    var top: String?
    /// Open on the locked file.
    var lock: Int32 = -1
    var count = 0
    var isClosed = false
  }

  private let place: String
  private let state = Locked(State())

  static let prefix = "speccheck-scratch-"
  static let lockName = "lock"

  /// - Parameter place: the folder for temporary files, an absolute path; nothing happens there before the first
  ///   folder is asked for.
  package init(in place: String) { self.place = place }

  deinit { close() }

  /// An empty folder, closed to others: its absolute path, without symbolic links.
  package func makeFolder() throws(ScratchTrouble) -> String {
    try state.withLock { (state) throws(ScratchTrouble) in
      guard !state.isClosed else { throw ScratchTrouble(why: "the run is ending") }
      if state.top == nil { try open(&state) }
      state.count += 1
      let folder = "\(state.top ?? place)/\(state.count)"
      guard mkdir(folder, 0o700) == 0 else { throw .last("cannot make the folder '\(folder)'") }
      return folder
    }
  }

  /// Removes a folder that was made here, with all that lies in it.
  package func remove(_ folder: String) {
    guard let top = state.withLock(\.top) else { return }
    FolderRemoval(movingInto: top, sparing: Self.lockName).remove(folder)
  }

  /// Removes everything; nothing is made from now on. Nothing happens the second time.
  package func close() {
    let (top, lock) = state.withLock { state in
      defer {
        state.isClosed = true
        state.top = nil
        state.lock = -1
      }
      return (state.top, state.lock)
    }
    if let top { FolderRemoval(movingInto: top, sparing: Self.lockName).remove(top) }
    if lock >= 0 { closeDescriptor(lock) }
  }

  private func open(_ state: inout State) throws(ScratchTrouble) {
    removeAbandoned()
    guard let place = realpath(place, nil) else {
      throw .last("cannot use the folder for temporary files '\(self.place)'")
    }
    defer { free(place) }
    let pattern = String(cString: place) + "/\(Self.prefix)XXXXXX"
    var name = Array(pattern.utf8CString)
    guard mkdtemp(&name) != nil else {
      throw .last("cannot make a folder in '\(String(cString: place))'")
    }
    let top = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // locked before it has its name, so that nobody finds it unlocked
    let begun = "\(top)/\(Self.lockName).begun"
    let lock = openFile(begun, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0,
      rename(begun, "\(top)/\(Self.lockName)") == 0
    else { throw .last("cannot lock '\(top)'") }
    state.lock = lock
    state.top = top
  }

  /// Removes what runs left behind that no longer live.
  private func removeAbandoned() {
    for bytes in FolderRemoval.names(in: Array(place.utf8)) {
      guard bytes.starts(with: Self.prefix.utf8) else { continue }
      let folder = "\(place)/\(String(decoding: bytes, as: UTF8.self))"
      guard FolderRemoval.isOwnFolder(Array(folder.utf8)) else { continue }
      let lock = openFile("\(folder)/\(Self.lockName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0)
      let isAbandoned = lock < 0 ? isOld(folder) : flock(lock, LOCK_EX | LOCK_NB) == 0
      if isAbandoned { FolderRemoval(movingInto: folder, sparing: Self.lockName).remove(folder) }
      if lock >= 0 { closeDescriptor(lock) }
    }
  }

  /// Without a lock for longer than anybody needs to make one.
  private func isOld(_ folder: String) -> Bool {
    FolderRemoval.status(Array(folder.utf8)).map { time(nil) - $0.modifiedAt > 60 } ?? false
  }
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

/// Why there is no folder for temporary files.
package struct ScratchTrouble: Error, Sendable, Hashable {
  /// A clause that names the folder and what the system said.
  package let why: String

  /// With what the system said to the last call.
  static func last(_ what: String) -> ScratchTrouble {
    ScratchTrouble(why: "\(what): \(String(cString: strerror(errno)))")
  }
}

/// `open` and `close` under names that the methods above do not hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
