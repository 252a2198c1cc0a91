import CProcess

/// The variables of this process, and which of them a program gets.
package enum ProgramEnvironment {
  /// What most programs need to find their files, speak the user's language and reach the network: nothing
  /// that holds a key.
  package static let usual: Set<String> = [
    "ALL_PROXY", "CURL_CA_BUNDLE", "HOME", "HTTPS_PROXY", "HTTP_PROXY", "LANG", "LANGUAGE",
    "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME",
    "LOGNAME", "NODE_EXTRA_CA_CERTS", "NO_PROXY", "PATH", "REQUESTS_CA_BUNDLE", "SHELL",
    "SSL_CERT_DIR", "SSL_CERT_FILE", "TMPDIR", "TZ", "USER", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
    "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "all_proxy", "http_proxy", "https_proxy",
    "no_proxy",
  ]

  /// The variables of these names, as far as they are set.
  package static func allowing(
    _ names: Set<String> = usual, from variables: [String: String] = current
  ) -> [String: String] {
    variables.filter { names.contains($0.key) }
  }

  /// All variables of this process. A variable that stands there twice has its first value.
  package static var current: [String: String] {
    var variables: [String: String] = [:]
    guard var entry = sp_environment() else { return variables }
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, variables[String(parts[0])] == nil {
        variables[String(parts[0])] = String(parts[1])
      }
      entry += 1
    }
    return variables
  }
}
