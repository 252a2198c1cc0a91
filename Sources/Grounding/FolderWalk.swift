package import Files

extension RepositoryFiles {
  /// The files of a folder that is read as a tree of its own, whatever repository it lies in.
  ///
  /// - Throws: for a folder in it that cannot be read.
  package static func walked(_ folder: FilePath) throws(FileTrouble) -> RepositoryFiles {
    var walk = FolderWalk()
    try walk.look(in: folder, below: [], depth: 0)
    return RepositoryFiles(paths: walk.files.sorted(), opaque: walk.links, read: reader(of: folder))
  }

  /// Reads files below a folder without following links.
  package static func reader(
    of folder: FilePath
  ) -> @Sendable (_ path: String, _ limit: Int) -> Content {
    let open = OpenFolder(folder)
    return { path, limit in
      switch open?.read(Array(path.utf8), limit: limit) {
      case .bytes(let bytes): .bytes(bytes)
      case .tooLarge, .link: .unread
      // a folder is no file, and there all the same
      case .unreadable: folder.appending(path.utf8).exists ? .unread : .absent
      case nil: .absent
      }
    }
  }
}

/// The files below a folder of which no git tells. Folders that tools fill are not entered.
private struct FolderWalk {
  private(set) var files: [String] = []
  private(set) var links: [String] = []

  private static let depthLimit = 32

  mutating func look(
    in folder: FilePath, below prefix: [UInt8], depth: Int
  ) throws(FileTrouble) {
    guard depth < Self.depthLimit, files.count <= RepositoryFiles.limit else { return }
    for entry in try Folder.entries(of: folder) {
      let path = prefix + entry.name
      switch entry.kind {
      case .file: files.append(String(decoding: path, as: UTF8.self))
      case .folder:
        let name = String(decoding: entry.name, as: UTF8.self)
        guard !RepositoryPath.generatedFolders.contains(name) else { continue }
        try look(
          in: folder.appending(entry.name), below: path + [UInt8(ascii: "/")], depth: depth + 1)
      case .other: links.append(String(decoding: path, as: UTF8.self))
      }
    }
  }
}
