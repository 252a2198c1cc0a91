/// What a copy of a repository does not have, by the reason: numbers of files.
package struct LeftOut: Sendable, Hashable {
  package var links = 0
  package var submodules = 0
  /// By name or by text.
  package var secrets = 0
  package var agentConfiguration = 0
  /// Files that are too large, or too many.
  package var beyondLimit = 0
  /// Gone from the working tree, or not to be read.
  package var unreadable = 0

  /// A list such as `2 symbolic links, 1 submodule`; nil when nothing is left out.
  package var words: String? {
    let parts = [
      Self.words(links, "symbolic link"), Self.words(submodules, "submodule"),
      Self.words(secrets, "file like a secret", "files like secrets"),
      Self.words(
        agentConfiguration, "file of agents' configuration", "files of agents' configuration"),
      Self.words(beyondLimit, "file beyond the limits", "files beyond the limits"),
      Self.words(unreadable, "file that is not there", "files that are not there"),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func words(_ count: Int, _ one: String, _ many: String? = nil) -> String? {
    count == 0 ? nil : count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
  }
}
