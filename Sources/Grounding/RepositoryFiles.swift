/// The files of a working tree: their names, and the way to read one.
///
/// Names are compared by canonical equivalence, so a plan may write `é` in one scalar or in two.
package struct RepositoryFiles: Sendable {
  /// What came of reading a file.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// It is there, but larger than the limit, no regular file, or behind a symbolic link.
    case unread
    case absent
  }

  /// Sorted by their bytes, relative to the top, each once.
  let paths: [String]
  /// Names that hide what is below them: symbolic links, submodules and other repositories inside this one.
  private let opaque: Set<String>
  private let read: @Sendable (_ path: String, _ limit: Int) -> Content

  private let indexByPath: [String: Int]
  private let indexByLowercase: [String: Int]
  /// By the last part in lowercase.
  private let indicesByName: [String: [Int]]
  /// Every folder that holds a file at some depth, with the names right inside.
  private let namesByFolder: [String: [String]]
  /// By the last part of a folder in lowercase.
  private let foldersByName: [String: [String]]

  /// The most files that are looked at; more are left out, and then nothing is said to be missing.
  package static let limit = 100_000

  /// There were more than `limit`.
  package let isCut: Bool

  /// - Parameters:
  ///   - paths: of regular files, relative to the top of the tree.
  ///   - opaque: of symbolic links, submodules and repositories below this one.
  ///   - read: the bytes of a file below the top that has at most so many, links not followed.
  package init(
    paths: [String], opaque: [String] = [],
    read: @escaping @Sendable (_ path: String, _ limit: Int) -> Content
  ) {
    isCut = paths.count > Self.limit
    let kept = Array(paths.prefix(Self.limit))
    self.paths = kept
    self.opaque = Set(opaque)
    self.read = read
    var byPath: [String: Int] = [:]
    var byLowercase: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    var byFolder: [String: [String]] = ["": []]
    var folders: [String: [String]] = [:]
    byPath.reserveCapacity(kept.count)
    byLowercase.reserveCapacity(kept.count)
    byName.reserveCapacity(kept.count)
    for (index, path) in kept.enumerated() {
      byPath[path] = index
      byLowercase[path.lowercased()] = index
      var (folder, name) = Self.parts(of: path)
      byName[name.lowercased(), default: []].append(index)
      // upward until a folder that is known already
      while true {
        let isKnown = byFolder[folder] != nil
        byFolder[folder, default: []].append(name)
        guard !isKnown, !folder.isEmpty else { break }
        let inner = folder
        (folder, name) = Self.parts(of: folder)
        folders[name.lowercased(), default: []].append(inner)
      }
    }
    indexByPath = byPath
    indexByLowercase = byLowercase
    indicesByName = byName
    namesByFolder = byFolder
    foldersByName = folders
  }

  /// `src/a` and `b.c` of `src/a/b.c`.
  static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  func file(_ path: String) -> String? { indexByPath[path].map { paths[$0] } }

  func isFolder(_ path: String) -> Bool { namesByFolder[path] != nil }

  /// Whether the tree has a file or a folder of exactly that name.
  func has(_ path: String) -> Bool { indexByPath[path] != nil || isFolder(path) }

  /// The file whose name differs in nothing but capitals.
  func fileIgnoringCase(_ path: String) -> String? {
    indexByLowercase[path.lowercased()].map { paths[$0] }
  }

  /// The files of that name in any folder, capitals aside.
  func files(named name: String) -> [String] {
    (indicesByName[name.lowercased()] ?? []).map { paths[$0] }
  }

  /// The folders of that name in any folder, capitals aside.
  func folders(named name: String) -> [String] { foldersByName[name.lowercased()] ?? [] }

  /// The names of files and folders right inside a folder.
  func names(in folder: String) -> [String] { namesByFolder[folder] ?? [] }

  /// Whether a path is, or lies below, something that hides what it holds.
  func isHidden(_ path: String) -> Bool {
    guard !opaque.isEmpty else { return false }
    var here = path
    while !here.isEmpty {
      if opaque.contains(here) { return true }
      here = Self.parts(of: here).folder
    }
    return false
  }

  /// Reads a file that need not be one of `paths`: what git ignores is there all the same.
  func content(_ path: String, limit: Int) -> Content { read(path, limit) }
}
