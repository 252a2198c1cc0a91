import CheckModel

/// Where a reviewer is reached, and the key that it gets there.
package struct Connection: Sendable, Hashable {
  package let endpoint: Endpoint
  /// Nil where none is set, and where none may be sent.
  package let key: ReviewerKey?
  /// The variables that were looked at for a key; empty where none may be sent or none is needed.
  package let keyVariables: [String]

  /// The address and key of a reviewer.
  ///
  /// A base address from the environment is taken only if its host is this machine, the provider's own, or
  /// listed under `hosts` of the user's config. The user's config may name any address; a key goes there if
  /// the config names its variable, or the host is one of those. Nothing is sent unencrypted except to this
  /// machine.
  ///
  /// - Parameter variable: the value of an environment variable; nil where it is not set.
  /// - Returns: nil for a reviewer that is not reached over HTTP.
  /// - Throws: why nothing may be sent, with the host. A key that is missing is no error here.
  package static func of(
    _ reviewer: ReviewerSettings, hosts: [HostPattern],
    variable: (String) -> String?
  ) throws(ConnectionRefusal) -> Connection? {
    guard let provider = Provider(reviewer.kind) else { return nil }
    let asked = base(of: reviewer, provider, variable)
    let endpoint: Endpoint
    do {
      endpoint = try Endpoint(asked.text)
    } catch {
      throw ConnectionRefusal("\(asked.source) is not a good base URL: \(error.message)")
    }
    guard endpoint.isEncrypted || endpoint.isLoopback else {
      throw ConnectionRefusal(
        "\(asked.source) leads to '\(endpoint.shownHost)' over plain http, which is only for this machine; use https"
      )
    }
    let isKnown =
      endpoint.isLoopback || provider.owns(endpoint) || hosts.contains { $0.covers(endpoint) }
    guard isKnown || !asked.isFromEnvironment else {
      throw ConnectionRefusal(
        "\(asked.source) leads to '\(endpoint.authority)', which is neither this machine nor \(provider.owner)'s own host; "
          + "list it under 'hosts' of your config if you mean it")
    }
    let names = reviewer.apiKeyEnv.map { [$0] } ?? (isKnown ? provider.keyVariables : [])
    return Connection(
      endpoint: endpoint, key: try key(named: names, variable), keyVariables: names)
  }

  private static func base(
    of reviewer: ReviewerSettings, _ provider: Provider, _ variable: (String) -> String?
  ) -> (text: String, source: String, isFromEnvironment: Bool) {
    if let url = reviewer.baseURL { return (url, "baseURL of the config", false) }
    guard let name = provider.baseVariable, let value = variable(name), !value.isEmpty else {
      return (provider.base, "the base URL of \(provider.owner)", false)
    }
    return (reviewer.kind == .ollama ? ollamaAddress(value) : value, name, true)
  }

  /// `OLLAMA_HOST` may be a host alone, and names this machine by the address that a server listens on.
  private static func ollamaAddress(_ value: String) -> String {
    guard !value.contains("://") else { return value }
    let parts = try? Endpoint.hostAndPort(value.lowercased())
    guard let (host, port) = parts else { return "http://\(value)" }
    let target = host == "0.0.0.0" ? "127.0.0.1" : host
    return "http://\(target.contains(":") ? "[\(target)]" : target):\(port ?? 11_434)"
  }

  private static func key(
    named names: [String], _ variable: (String) -> String?
  ) throws(ConnectionRefusal) -> ReviewerKey? {
    for name in names {
      guard let value = variable(name), !value.isEmpty else { continue }
      guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        throw ConnectionRefusal(
          "\(name) holds blanks or characters that are not plain ASCII, so it is no key")
      }
      return ReviewerKey(variable: name, value: value)
    }
    return nil
  }
}

/// A key with the variable that it came from. It shows itself by that name alone.
package struct ReviewerKey: Sendable, Hashable, CustomStringConvertible,
  CustomDebugStringConvertible,
  CustomReflectable
{
  package let variable: String
  package let value: String

  package init(variable: String, value: String) {
    self.variable = variable
    self.value = value
  }

  /// It is sent as a bearer's token although the provider's keys are not.
  package var isToken: Bool { variable == "ANTHROPIC_AUTH_TOKEN" }

  package var description: String { "the key in \(variable)" }
  package var debugDescription: String { description }
  /// Without children, so that no dump shows the key.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why nothing may be sent to a reviewer's address.
package struct ConnectionRefusal: Error, Sendable, Hashable {
  /// One sentence without capital and full stop; it names the host and no key.
  package let message: String

  init(_ message: String) { self.message = message }
}
