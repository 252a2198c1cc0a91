/// Where Codex keeps its login, as far as the user's config says so.
///
/// The config itself is not loaded, since it may mark projects as trusted and name servers to start; without this
/// one setting a login in the system's key ring would not be found.
package enum CodexLogin {
  /// The most bytes of a config that are looked at.
  package static let configLimit = 1 << 20

  private static let key = "cli_auth_credentials_store"

  /// The arguments that repeat the setting; none where the config does not have it.
  ///
  /// - Parameter config: the text of `config.toml` in Codex's home.
  package static func arguments(config: [UInt8]) -> [String] {
    for line in config.split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split { " \t\r".contains($0) }.joined()
      // the setting stands at the top, before any table
      if words.hasPrefix("[") { break }
      for store in ["file", "keyring", "auto"] where words.hasPrefix("\(key)=\"\(store)\"") {
        return ["-c", "\(key)=\"\(store)\""]
      }
    }
    return []
  }
}
