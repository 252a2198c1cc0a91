#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder with files that can be read and not written.
enum ReadOnlyTree {
  /// Writes files, given by relative paths sorted by their bytes, into an empty folder.
  static func write(
    _ files: [(path: [UInt8], bytes: [UInt8])], into top: [UInt8]
  ) throws(ScratchTrouble) {
    var folders: Set<[UInt8]> = []
    for (path, bytes) in files {
      for end in path.indices where path[end] == UInt8(ascii: "/") {
        let folder = FolderRemoval.path(path[..<end], in: top)
        guard folders.insert(folder).inserted else { continue }
        guard FolderRemoval.withCString(folder, { mkdir($0, 0o700) }) == 0 else {
          throw .last("cannot make '\(String(decoding: folder, as: UTF8.self))'")
        }
      }
      try ScratchFile.write(bytes, to: FolderRemoval.path(path, in: top), mode: 0o400)
    }
    for folder in folders.union([top]) {
      _ = FolderRemoval.withCString(folder) { chmod($0, 0o500) }
    }
  }
}
