import Files

/// Where the files of a project's config are read from: its working tree, or one commit of it.
struct ProjectFolder {
  /// The top of the repository, without symbolic links.
  let top: FilePath
  /// Nil for the working tree.
  let commit: GitTree?

  /// The bytes of a file below the top; nil when there is none.
  ///
  /// - Parameter path: relative, without `..`.
  /// - Throws: for what is no regular file, and for a symbolic link that leaves the tree.
  func read(_ path: String, limit: Int, what: String) throws(FileTrouble) -> [UInt8]? {
    if let commit { return try commit.read(path, limit: limit, what: what) }
    let file = top.appending(path.utf8)
    guard let real = try Self.inside(top, file, what: what) else { return nil }
    return try FileReader.read(real, limit: limit, what: what)
  }

  /// The regular file that a path in a tree leads to; nil when it leads nowhere.
  static func inside(
    _ top: FilePath, _ file: FilePath, what: String
  ) throws(FileTrouble) -> FilePath? {
    guard let real = file.resolved else {
      guard !file.isLink else {
        throw FileTrouble(message: "\(what) '\(file.text)' is a link that leads nowhere")
      }
      return nil
    }
    guard WorkingTree.contains(top, real) else {
      throw FileTrouble(
        message: "\(what) '\(file.text)' leads out of '\(top.text)'; it is not read")
    }
    guard real.isRegularOrMissing else {
      throw FileTrouble(message: "\(what) '\(file.text)' is no regular file")
    }
    return real
  }
}
