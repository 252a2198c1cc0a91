internal import Digests
package import Files

/// The files of a repository that a reviewer may read, as they were at one moment.
///
/// They are what git tracks and what is a regular file in the working tree now, without what looks like a secret,
/// by its name or in its text, and without the configuration of any agent.
package struct TrackedFiles: Sendable {
  /// The most that is copied. There are no defaults but these.
  package struct Limits: Sendable, Hashable {
    package var files: Int
    /// Of one file; a larger one is data.
    package var fileBytes: Int
    /// Of all together.
    package var bytes: Int

    package init(files: Int = 20_000, fileBytes: Int = 1 << 20, bytes: Int = 64 << 20) {
      self.files = files
      self.fileBytes = fileBytes
      self.bytes = bytes
    }
  }

  /// SHA-256 over a line `<hex>  <path>` for each file, 64 hex digits.
  package let digest: String
  package let leftOut: LeftOut
  private let files: [(path: [UInt8], bytes: [UInt8])]

  package var count: Int { files.count }

  /// Of all files together.
  package var bytes: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// Reads the files of a working tree.
  ///
  /// What cannot be read is left out, and so is what only seems to lie in the tree: no symbolic link is followed on
  /// the way.
  ///
  /// - Parameters:
  ///   - listing: what `git ls-files -z --stage` prints at the top.
  ///   - top: of the working tree.
  ///   - holdsSecret: whether a file's text must not be shown.
  package init(
    listing: [UInt8], top: FilePath, limits: Limits = Limits(),
    holdsSecret: ([UInt8]) -> Bool
  ) {
    let tracked = TrackedPaths(listing)
    var leftOut = LeftOut(links: tracked.links, submodules: tracked.submodules)
    var files: [(path: [UInt8], bytes: [UInt8])] = []
    var left = limits.bytes
    let folder = OpenFolder(top)
    for path in tracked.regular {
      switch WithheldName.reason(for: String(decoding: path, as: UTF8.self)) {
      case .secret: leftOut.secrets += 1
      case .agentConfiguration: leftOut.agentConfiguration += 1
      case nil:
        guard files.count < limits.files else {
          leftOut.beyondLimit += 1
          continue
        }
        switch folder?.read(path, limit: min(limits.fileBytes, left)) {
        case .bytes(let bytes):
          if holdsSecret(bytes) {
            leftOut.secrets += 1
          } else {
            left -= bytes.count
            files.append((path, bytes))
          }
        case .tooLarge: leftOut.beyondLimit += 1
        case .link: leftOut.links += 1
        case .unreadable, nil: leftOut.unreadable += 1
        }
      }
    }
    self.files = files
    self.leftOut = leftOut
    var lines: [UInt8] = []
    for file in files {
      lines += Array(SHA256.hex(file.bytes).utf8) + Array("  ".utf8) + file.path + [0x0A]
    }
    digest = SHA256.hex(lines)
  }

  /// Writes the files into an empty folder, for reading alone.
  package func copy(into folder: FilePath) throws(FileTrouble) {
    try ReadOnlyTree.write(files, into: folder)
  }
}
