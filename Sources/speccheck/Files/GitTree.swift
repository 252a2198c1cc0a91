#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files of one commit, read by git in a way in which the repository's own settings run nothing.
struct GitTree {
  private let git: FilePath
  private let top: FilePath
  /// The commit's full name in hexadecimal.
  private let commit: String

  private static let timeLimit = Duration.seconds(20)

  /// - Parameters:
  ///   - top: of a repository, without symbolic links.
  ///   - ref: a commit, branch or tag.
  ///   - path: the variable `PATH`; a git inside the repository is not taken.
  init(top: FilePath, ref: String, path: String?) throws(FileTrouble) {
    let isPlain = ref.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != ":" }
    guard isPlain, !ref.hasPrefix("-"), !ref.isEmpty, ref.utf8.count <= 250 else {
      throw FileTrouble(message: "'--config-from' needs a commit, branch or tag, not '\(ref)'")
    }
    guard let git = Self.program(path, outside: top) else {
      throw FileTrouble(message: "'--config-from' needs git, which is not in PATH")
    }
    self.git = git
    self.top = top
    let arguments = ["rev-parse", "--verify", "--quiet", "\(ref)^{commit}"]
    let name = try Self.run(git, arguments, in: top, limit: 200)
    let hexadecimal = String(decoding: name ?? [], as: UTF8.self).prefix { $0 != "\n" }
    guard [40, 64].contains(hexadecimal.utf8.count) else {
      throw FileTrouble(message: "there is no commit '\(ref)' in '\(top.text)'")
    }
    commit = String(hexadecimal)
  }

  /// The bytes of a file of the commit; nil when it has none of that path. Links are refused.
  func read(_ path: String, limit: Int, what: String) throws(FileTrouble) -> [UInt8]? {
    let listing = try Self.run(
      git, ["ls-tree", "-z", "--full-tree", commit, "--", path], in: top, limit: 1 << 16)
    guard let listing, !listing.isEmpty else { return nil }
    // `100644 blob NAME<tab>PATH<NUL>`
    let fields = String(decoding: listing, as: UTF8.self).prefix { $0 != "\t" }.split(
      separator: " ")
    guard fields.count == 3, fields[0].hasPrefix("100") else {
      throw FileTrouble(message: "\(what) '\(path)' is no regular file in commit \(commit)")
    }
    let bytes = try Self.run(git, ["cat-file", "blob", String(fields[2])], in: top, limit: limit)
    guard let bytes else {
      throw FileTrouble(message: "git cannot read \(what) '\(path)' of commit \(commit)")
    }
    return bytes
  }

  /// The first git of the search path that does not lie in the repository.
  private static func program(_ path: String?, outside top: FilePath) -> FilePath? {
    (path ?? "/usr/bin:/bin").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }
      .map { FilePath(String($0)).appending("git".utf8) }
      .first { $0.withCString { access($0, X_OK) } == 0 && !WorkingTree.contains(top, $0) }
  }

  /// What git prints; nil when it fails.
  private static func run(
    _ git: FilePath, _ arguments: [String], in top: FilePath, limit: Int
  ) throws(FileTrouble) -> [UInt8]? {
    // what could start a program, ask a server or read another config is shut by name
    let settings = [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never",
      "core.pager=cat", "safe.directory=\(top.text)",
    ]
    let environment = [
      "LC_ALL=C", "PATH=/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1",
      "GIT_NO_REPLACE_OBJECTS=1", "GIT_ALLOW_PROTOCOL=",
      "GIT_CEILING_DIRECTORIES=\(top.folder.text)",
    ]
    let process = ShortProcess(
      program: git,
      arguments: ["git", "--no-pager"] + settings.flatMap { ["-c", $0] } + ["-C", top.text]
        + arguments, environment: environment)
    switch process.run(limit: limit, within: timeLimit) {
    case .finished(let output, let status): return status == 0 ? output : nil
    case .notStarted(let code): throw FileReader.trouble("cannot start '\(git.text)'", code)
    case .tooMuch:
      throw FileTrouble(message: "'git \(arguments[0])' printed more than \(limit) bytes")
    case .tooLong:
      throw FileTrouble(message: "'git \(arguments[0])' did not end in time; it was stopped")
    }
  }
}
