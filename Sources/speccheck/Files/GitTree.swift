import Files

/// The files of one commit.
struct GitTree {
  private let git: GitProgram
  /// The commit's full name in hexadecimal.
  private let commit: String

  /// - Parameters:
  ///   - top: of a repository, without symbolic links.
  ///   - ref: a commit, branch or tag.
  ///   - path: the variable `PATH`; a git inside the repository is not taken.
  init(top: FilePath, ref: String, path: String?) throws(FileTrouble) {
    let isPlain = ref.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != ":" }
    guard isPlain, !ref.hasPrefix("-"), !ref.isEmpty, ref.utf8.count <= 250 else {
      throw FileTrouble(message: "'--config-from' needs a commit, branch or tag, not '\(ref)'")
    }
    guard let git = GitProgram(searchPath: path, top: top) else {
      throw FileTrouble(message: "'--config-from' needs git, which is not in PATH")
    }
    self.git = git
    let arguments = ["rev-parse", "--verify", "--quiet", "\(ref)^{commit}"]
    let name = try git.output(of: arguments, limit: 200)
    let hexadecimal = String(decoding: name ?? [], as: UTF8.self).prefix { $0 != "\n" }
    guard [40, 64].contains(hexadecimal.utf8.count) else {
      throw FileTrouble(message: "there is no commit '\(ref)' in '\(top.text)'")
    }
    commit = String(hexadecimal)
  }

  /// The bytes of a file of the commit; nil when it has none of that path. Links are refused.
  func read(_ path: String, limit: Int, what: String) throws(FileTrouble) -> [UInt8]? {
    let listing = try git.output(
      of: ["ls-tree", "-z", "--full-tree", commit, "--", path], limit: 1 << 16)
    guard let listing, !listing.isEmpty else { return nil }
    // `100644 blob NAME<tab>PATH<NUL>`
    let fields = String(decoding: listing, as: UTF8.self).prefix { $0 != "\t" }.split(
      separator: " ")
    guard fields.count == 3, fields[0].hasPrefix("100") else {
      throw FileTrouble(message: "\(what) '\(path)' is no regular file in commit \(commit)")
    }
    let bytes = try git.output(of: ["cat-file", "blob", String(fields[2])], limit: limit)
    guard let bytes else {
      throw FileTrouble(message: "git cannot read \(what) '\(path)' of commit \(commit)")
    }
    return bytes
  }
}
