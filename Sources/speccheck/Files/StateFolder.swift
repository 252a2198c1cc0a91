import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the program keeps what lasts from run to run on one machine.
struct StateFolder {
  let path: FilePath

  /// `$SPECCHECK_HOME`, else `$XDG_STATE_HOME/speccheck`, else `~/.local/state/speccheck`.
  ///
  init(environment: [String: String]) throws(FileTrouble) {
    if let home = environment["SPECCHECK_HOME"], !home.isEmpty {
      path = FilePath(home)
    } else if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      path = FilePath(state).appending(Array("speccheck".utf8))
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = FilePath(home).appending(Array(".local/state/speccheck".utf8))
    } else {
      throw FileTrouble(
        message: "there is no folder for the program's state; set SPECCHECK_HOME or HOME")
    }
  }

  /// The secret of 32 bytes that nonces are made with; made on first use, readable by its owner only.
  ///
  /// - Parameter complain: is told when others could read it until now.
  /// - Throws: where it cannot be made, or somebody else could have written it or put it there.
  func nonceSecret(
    writingBy writer: AtomicFile, complain: (String) -> Void
  ) throws(FileTrouble) -> [UInt8] {
    let file = path.appending("nonce-secret".utf8)
    // in a folder such as /tmp everybody can make files, and nobody can replace another's
    if let mode = path.mode, mode & 0o022 != 0, mode & S_ISVTX == 0 {
      throw FileTrouble(
        message:
          "other users of this machine can change the folder '\(path.text)', which holds config "
          + "and state; take that right from them: chmod go-w")
    }
    if file.exists || file.isLink { return try secret(in: file, complain) }
    try path.makeFolders()
    var generator = SystemRandomNumberGenerator()
    let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    try writer.writeOnce(fresh, to: file, mode: 0o600)
    return try secret(in: file, complain)
  }

  /// Whoever can write it chooses the secret; whoever can read it can put into a plan what only a prompt
  /// should hold.
  private func secret(
    in file: FilePath, _ complain: (String) -> Void
  ) throws(FileTrouble) -> [UInt8] {
    let bytes: [UInt8]
    do throws(OwnFile.Doubt) {
      bytes = try OwnFile.read(file, limit: 64)
      if try OwnFile.deny(0o077, to: file) {
        complain("other users of this machine could read '\(file.text)'; it is closed to them now")
      }
    } catch {
      throw FileTrouble(
        message: "'\(file.text)' is not used as a secret, since \(error.why); see to its owner and "
          + "permissions, or remove it: reviews are then asked for anew")
    }
    guard bytes.count == 32 else {
      throw FileTrouble(
        message: "'\(file.text)' is not a secret of 32 bytes; remove it and run again")
    }
    return bytes
  }
}

/// The repository around a path.
enum WorkingTree {
  /// The nearest folder upward that holds `.git`, without symbolic links; nil outside a repository.
  static func top(of folder: FilePath) -> FilePath? {
    guard var here = folder.resolved else { return nil }
    while true {
      let isTop = here.appending(Array(".git".utf8)).withCString { access($0, F_OK) } == 0
      if isTop { return here }
      guard here.bytes != [UInt8(ascii: "/")] else { return nil }
      here = here.folder
    }
  }

  /// The repository that a path seems to lie in, links on the way not followed; without symbolic links.
  static func topAsWritten(_ path: FilePath) -> FilePath? {
    let root = FilePath("/")
    let isAbsolute = path.bytes.starts(with: root.bytes)
    guard let start = FilePath(isAbsolute ? "/" : ".").resolved else { return nil }
    var here = isAbsolute ? path.folder : start.appending(path.folder.bytes)
    while true {
      if !here.isLink, here.appending(".git".utf8).exists { return here.resolved }
      guard here != root else { return nil }
      here = here.folder
    }
  }

  /// Whether a path, which need not exist yet, lies in a tree.
  static func contains(_ tree: FilePath, _ path: FilePath) -> Bool {
    let real = path.destination
    return real == tree || real.bytes.starts(with: tree.appending([]).bytes)
  }
}
