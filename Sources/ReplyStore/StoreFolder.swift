import Dispatch
import Files
import Threads

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The store's folder on disk: whole files in, whole files out, nobody else's trusted.
struct StoreFolder: Sendable {
  let path: FilePath
  let writer: AtomicFile
  /// Writes through to the disk what was put in place, while the run goes on.
  private let settling = DispatchQueue(label: "speccheck.reply-store")
  private let state = Locked(State())

  private struct State {
    /// In place, and perhaps not yet on the disk.
    var unsettled: [FilePath] = []
    /// Folders that were looked through for what was begun and left.
    var lookedThrough: Set<FilePath> = []
  }

  /// A file that was begun and never put in place is removed after this many seconds.
  private static let abandonedAfter = 3_600

  init(path: FilePath, writer: AtomicFile) {
    self.path = path
    self.writer = writer
  }

  /// The names in a subfolder, in no order; none when it does not exist.
  func names(in subfolder: String) -> [String] {
    let entries = (try? Folder.entries(of: place([subfolder]))) ?? []
    return entries.map { String(decoding: $0.name, as: UTF8.self) }
  }

  func read(_ components: [String], limit: Int) throws(OwnFile.Doubt) -> [UInt8] {
    try OwnFile.read(place(components), limit: limit)
  }

  /// Puts a whole file in place, for all processes at once. On the disk it is soon.
  func put(_ bytes: [UInt8], at components: [String]) throws(FileTrouble) {
    let file = place(components)
    try makeFolder(file.folder)
    removeAbandoned(in: file.folder)
    try writer.put(bytes, at: file, mode: 0o600)
    let isFirst = state.withLock { state in
      state.unsettled.append(file)
      return state.unsettled.count == 1
    }
    // what is put in place until then is written through along with it
    if isFirst { settling.async { settleAll() } }
  }

  private func settleAll() {
    let files = state.withLock { state in
      defer { state.unsettled.removeAll() }
      return state.unsettled
    }
    FilePath.settle(files)
  }

  /// Returns when everything that was put in place is on the disk.
  func settle() { settling.sync {} }

  /// An open file to lock, which stays empty; nil when it cannot be made.
  func openLock(in subfolder: String) -> Int32? {
    let folder = place([subfolder])
    guard (try? makeFolder(folder)) != nil else { return nil }
    let descriptor = folder.appending("lock".utf8).withCString {
      open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    return descriptor >= 0 ? descriptor : nil
  }

  /// Makes a folder in the store and what is above it, closed to others; so is a store that was not.
  private func makeFolder(_ folder: FilePath) throws(FileTrouble) {
    if folder.withCString({ access($0, W_OK | X_OK) }) == 0 { return }
    _ = try? OwnFile.deny(0o077, to: path)
    try folder.makeFolders()
  }

  /// Once for each folder, since one of them gets an entry for every plan that was ever reviewed.
  private func removeAbandoned(in folder: FilePath) {
    guard state.withLock({ $0.lookedThrough.insert(folder).inserted }) else { return }
    for entry in (try? Folder.entries(of: folder)) ?? [] where AtomicFile.isTemporary(entry.name) {
      let file = folder.appending(entry.name)
      guard let age = file.age, age > Self.abandonedAfter else { continue }
      _ = file.withCString { unlink($0) }
    }
  }

  private func place(_ components: [String]) -> FilePath {
    components.reduce(path) { $0.appending($1.utf8) }
  }
}
