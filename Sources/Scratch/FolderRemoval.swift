import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Removes a folder with all that lies in it, whoever wrote that: links are not followed, permissions do not
/// help, names need not be UTF-8, and no depth is too great.
struct FolderRemoval {
  /// Folders are moved up into this one before they are emptied, so that no path grows long.
  let top: FilePath
  /// A name in `top` that stays to the last.
  let last: String

  /// Removes as much as can be removed; what is not there is no trouble.
  func remove(_ folder: FilePath) {
    // somebody may still be writing there
    for _ in 1...3 where Self.isOwnFolder(folder) {
      var waiting = [folder]
      while let next = waiting.popLast() {
        waiting += empty(next)
        _ = next.withCString { rmdir($0) }
      }
      guard folder == top else { continue }
      _ = top.appending(last.utf8).withCString { unlink($0) }
      _ = top.withCString { rmdir($0) }
    }
  }

  /// Removes the files of a folder, and moves the folders away: where those are now.
  private func empty(_ folder: FilePath) -> [FilePath] {
    Self.open(folder)
    var folders: [FilePath] = []
    for (name, kind) in (try? Folder.entries(of: folder)) ?? [] {
      if folder == top, name.elementsEqual(last.utf8) { continue }
      let path = folder.appending(name)
      guard kind == .folder else {
        _ = path.withCString { unlink($0) }
        continue
      }
      // its way up, which the move changes, is in it
      Self.open(path)
      let number = String(UInt64.random(in: .min ... .max), radix: 36)
      let place = folder == top ? path : top.appending("removed-\(number)".utf8)
      let isMoved = path.withCString { from in place.withCString { rename(from, $0) } } == 0
      folders.append(isMoved ? place : path)
    }
    return folders
  }

  /// Whether it is a folder of this user's, and no link to one.
  static func isOwnFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid()
  }

  private static func open(_ folder: FilePath) { _ = folder.withCString { chmod($0, 0o700) } }
}
