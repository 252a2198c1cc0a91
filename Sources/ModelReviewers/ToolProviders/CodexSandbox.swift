#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The permission profile under which Codex may look at a copy of the repository with its shell: it reads that
/// folder and the system's own ones, writes nothing, has no network and none of our variables; see
/// https://developers.openai.com/codex/permissions.
enum CodexSandbox {
  private static let name = "speccheck"

  /// The config that chooses it. Its older switch, `--sandbox`, would take its place and let everything of the
  /// user's be read.
  ///
  /// - Parameter program: where Codex is. Its sandbox starts it once more, so it must be readable.
  static func config(program: String) -> [String] {
    let readable = [":minimal", ":workspace_roots"] + folders(of: program)
    let entries = readable.map { "\(Codex.quoted($0))=\"read\"" }.joined(separator: ",")
    return [
      "default_permissions=\"\(name)\"",
      "permissions.\(name).filesystem={\(entries)}",
      "permissions.\(name).network.enabled=false",
      "shell_environment_policy.inherit=\"none\"",
      "shell_environment_policy.set={PATH=\"/usr/local/bin:/usr/bin:/bin\"}",
      "allow_login_shell=false",
    ]
  }

  /// The folders of the program, behind links too; where npm installed it, that of all packages, since the program
  /// proper is in one beside the one with its starter.
  private static func folders(of program: String) -> [String] {
    var folders: [String] = []
    for path in [program, resolved(program)] {
      let parts = path.split(separator: "/").dropLast()
      let modules = parts.firstIndex(of: "node_modules").map { parts[...$0] }
      let folder = "/" + (modules ?? parts).joined(separator: "/")
      if folder != "/", !folders.contains(folder) { folders.append(folder) }
    }
    return folders
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
