import Files
import Grounding
import Scratch

/// Reads which files a working tree has: from git where it is a repository, else by looking.
struct RepositoryFolder {
  private let folder: FilePath
  private let searchPath: String?

  /// The most bytes of git's list; a path has about a hundred.
  private static let listingLimit = 64 << 20

  /// - Parameters:
  ///   - folder: without symbolic links.
  ///   - searchPath: the variable `PATH`.
  init(_ folder: FilePath, searchPath: String?) {
    self.folder = folder
    self.searchPath = searchPath
  }

  /// Its files. It holds the calling thread.
  func files() throws(FileTrouble) -> RepositoryFiles {
    if let listing = try listing(), !listing.files.isEmpty {
      return RepositoryFiles(paths: listing.files, opaque: listing.opaque, read: reader)
    }
    var walk = FolderWalk()
    try walk.look(in: folder, below: [], depth: 0)
    return RepositoryFiles(paths: walk.files.sorted(), opaque: walk.links, read: reader)
  }

  /// What git lists; nil outside of a repository and without git.
  private func listing() throws(FileTrouble) -> GitListing? {
    guard let top = WorkingTree.top(of: folder),
      let git = GitProgram(searchPath: searchPath, top: top),
      let output = try git.output(of: GitListing.arguments, limit: Self.listingLimit)
    else { return nil }
    return GitListing(output, below: folder == top ? "" : folder.below(top))
  }

  private var reader: @Sendable (String, Int) -> RepositoryFiles.Content {
    let open = OpenFolder(folder)
    let folder = folder
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

/// The files below a folder that is no repository. Hidden folders, and those that tools fill, are not entered.
private struct FolderWalk {
  private(set) var files: [String] = []
  private(set) var links: [String] = []

  private static let depthLimit = 32
  private static let filled: Set<String> = [
    "node_modules", "target", "build", "dist", "out", "vendor", "venv", "__pycache__", "Pods",
  ]

  mutating func look(
    in folder: FilePath, below prefix: [UInt8], depth: Int
  ) throws(FileTrouble) {
    guard depth < Self.depthLimit, files.count <= RepositoryFiles.limit else { return }
    for entry in try Folder.entries(of: folder) {
      let path = prefix + entry.name
      let name = String(decoding: entry.name, as: UTF8.self)
      switch entry.kind {
      case .file: files.append(String(decoding: path, as: UTF8.self))
      case .folder where name.hasPrefix(".") || Self.filled.contains(name): break
      case .folder:
        try look(
          in: folder.appending(entry.name), below: path + [UInt8(ascii: "/")], depth: depth + 1)
      case .other: links.append(String(decoding: path, as: UTF8.self))
      }
    }
  }
}
