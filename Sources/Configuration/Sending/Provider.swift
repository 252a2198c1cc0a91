import CheckModel

/// Where a provider's API is by itself, and which variables of the environment speak of it.
struct Provider: Sendable {
  /// As messages call its own host.
  let owner: String
  let base: String
  /// May name another base address.
  let baseVariable: String?
  /// The first that is not empty holds the key.
  let keyVariables: [String]
  /// Its own hosts, besides the one of `base`.
  let otherHosts: [String]

  /// Nil for what is not asked over HTTP.
  init?(_ kind: ReviewerIdentity.Kind) {
    switch kind {
    case .anthropic:
      self.init(
        "Anthropic", "https://api.anthropic.com", "ANTHROPIC_BASE_URL",
        ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"])
    case .openai, .chat:
      self.init(
        "OpenAI", "https://api.openai.com/v1", "OPENAI_BASE_URL", ["OPENAI_API_KEY"],
        ["eu.api.openai.com", "us.api.openai.com"])
    case .openrouter:
      self.init("OpenRouter", "https://openrouter.ai/api/v1", nil, ["OPENROUTER_API_KEY"])
    case .gemini:
      self.init(
        "Google", "https://generativelanguage.googleapis.com", "GEMINI_BASE_URL",
        ["GEMINI_API_KEY"])
    case .ollama:
      self.init("Ollama", "http://127.0.0.1:11434", "OLLAMA_HOST", [])
    case .rules, .answer, .command, .claudeCLI, .codexCLI: return nil
    }
  }

  private init(
    _ owner: String, _ base: String, _ baseVariable: String?, _ keyVariables: [String],
    _ otherHosts: [String] = []
  ) {
    self.owner = owner
    self.base = base
    self.baseVariable = baseVariable
    self.keyVariables = keyVariables
    self.otherHosts = otherHosts
  }

  /// Whether an address is the provider's own: its host, encrypted, at the usual port.
  func owns(_ endpoint: Endpoint) -> Bool {
    guard endpoint.isEncrypted, endpoint.effectivePort == 443 else { return false }
    return otherHosts.contains(endpoint.host) || (try? Endpoint(base))?.host == endpoint.host
  }
}
