import Files

/// Refuses variables of the environment that lead into a repository under review: it must not be able to bring
/// its own config, programs or certificates.
struct EnvironmentGuard {
  private let environment: [String: String]

  /// Folders and files that the program would use on the word of a variable alone.
  private static let names = [
    "SPECCHECK_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "CURL_CA_BUNDLE", "SPECCHECK_CLAUDE", "SPECCHECK_CODEX",
  ]

  init(_ environment: [String: String]) { self.environment = environment }

  /// Looks at the repositories around plans.
  func check(plans: [FilePath]) throws(FileTrouble) {
    let trees = Self.trees(around: plans)
    for name in Self.names {
      guard let value = environment[name], !value.isEmpty, !isUsual(name, value) else { continue }
      for tree in trees where WorkingTree.contains(tree, FilePath(value)) {
        throw FileTrouble(
          message:
            "\(name) '\(value)' lies inside the working tree '\(tree.text)'; choose a place outside it"
        )
      }
    }
  }

  /// The repositories of plans, of what links among them lead to, and of the current folder.
  static func trees(around plans: [FilePath]) -> Set<FilePath> {
    let folders = plans.flatMap { plan in
      plan.isFolder ? [plan] : [plan.folder, plan.destination.folder]
    }
    return Set((folders + [FilePath(".")]).compactMap(WorkingTree.top))
  }

  /// Where the folder would be anyway; a home may be a repository of its own.
  private func isUsual(_ name: String, _ value: String) -> Bool {
    guard let home = environment["HOME"] else { return false }
    switch name {
    case "XDG_CONFIG_HOME": return value == "\(home)/.config"
    case "XDG_STATE_HOME": return value == "\(home)/.local/state"
    default: return false
    }
  }
}
