import Files
import Grounding

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
      return RepositoryFiles(
        paths: listing.files, opaque: listing.opaque, read: RepositoryFiles.reader(of: folder))
    }
    return try RepositoryFiles.walked(folder)
  }

  /// What git lists; nil outside of a repository and without git.
  private func listing() throws(FileTrouble) -> GitListing? {
    guard let top = WorkingTree.top(of: folder),
      let git = GitProgram(searchPath: searchPath, top: top),
      let output = try git.output(of: GitListing.arguments, limit: Self.listingLimit)
    else { return nil }
    return GitListing(output, below: folder == top ? "" : folder.below(top))
  }
}
