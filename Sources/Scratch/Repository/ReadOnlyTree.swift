import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder with files that can be read and not written.
enum ReadOnlyTree {
  /// Writes files, given by relative paths sorted by their bytes, into an empty folder.
  static func write(
    _ files: [(path: [UInt8], bytes: [UInt8])], into top: FilePath
  ) throws(FileTrouble) {
    var folders: Set<FilePath> = []
    for (path, bytes) in files {
      for end in path.indices where path[end] == UInt8(ascii: "/") {
        let folder = top.appending(path[..<end])
        if folders.insert(folder).inserted { try folder.makeFolders() }
      }
      try ScratchFile.write(bytes, to: top.appending(path), readOnly: true)
    }
    for folder in folders.union([top]) { _ = folder.withCString { chmod($0, 0o500) } }
  }
}
