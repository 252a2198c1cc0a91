#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What lies in a folder.
package enum Folder {
  /// What an entry is.
  package enum Kind: Sendable { case file, folder, other }

  /// The entries without `.` and `..`, in no particular order; links are `other`.
  ///
  /// - Parameter start: of the names that are looked at; of no other is it found out what it is.
  package static func entries(
    of path: FilePath, startingWith start: String = ""
  ) throws(FileTrouble) -> [(name: [UInt8], kind: Kind)] {
    guard let stream = path.withCString({ opendir($0) }) else {
      throw FileReader.trouble("cannot open folder '\(path.text)'", errno)
    }
    defer { closedir(stream) }
    var entries: [(name: [UInt8], kind: Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        Array(buffer.prefix { $0 != 0 })
      }
      guard name != Array(".".utf8), name != Array("..".utf8), name.starts(with: start.utf8)
      else { continue }
      entries.append((name, kind(of: path.appending(name))))
    }
    return entries
  }

  private static func kind(of path: FilePath) -> Kind {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
