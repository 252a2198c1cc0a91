/// Which names of a repository no copy shows, however harmless their content.
package enum WithheldName {
  /// Why a name is withheld.
  package enum Reason: Sendable, Hashable {
    /// It is the usual name of what holds keys.
    case secret
    /// An agent that works in the copy would follow it.
    case agentConfiguration
  }

  /// The reason for the first part of a path that has one; nil for a path that may be shown. Capitals do not
  /// matter, since to some file systems they do not either.
  package static func reason(for path: some StringProtocol) -> Reason? {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      if isConfiguration(part, in: index == 0 ? nil : parts[index - 1]) {
        return .agentConfiguration
      }
      if isSecret(part) { return .secret }
    }
    return nil
  }

  // MARK: - Secrets

  private static let secretNames: Set<String> = [
    ".aws", ".azure", ".boto", ".docker", ".dockercfg", ".git-credentials", ".gnupg", ".htpasswd",
    ".kube", ".netrc", ".npmrc", ".pgpass", ".pypirc", ".s3cfg", ".ssh", ".vault-token", "_netrc",
    "auth.json", "kubeconfig", "master.key", "token.json", "tokens.json", "wallet.dat",
  ]
  private static let secretStarts = [
    ".env", "credential", "client_secret", "htpasswd", "secret.", "secrets.", "service-account",
    "service_account",
  ]
  private static let secretEnds = [
    ".env", ".gpg", ".jks", ".kdb", ".kdbx", ".key", ".keystore", ".ovpn",
    ".p12", ".p8", ".pem", ".pfx", ".ppk", ".secret", ".secrets", ".tfstate", ".tfstate.backup",
    ".tfvars",
  ]

  private static func isSecret(_ name: String) -> Bool {
    secretNames.contains(name) || secretStarts.contains(where: name.hasPrefix)
      || secretEnds.contains(where: name.hasSuffix) || isPrivateKey(name)
  }

  /// As ssh names them: `id_ed25519`, `id_rsa.pub`. A name with another ending is that of some source.
  private static func isPrivateKey(_ name: String) -> Bool {
    name.hasPrefix("id_") && (!name.contains(".") || name.hasSuffix(".pub"))
  }

  // MARK: - Agents

  private static let configurationNames: Set<String> = [
    ".agent", ".agents", ".amazonq", ".augment", ".claude", ".clinerules", ".codex", ".continue",
    ".cursor", ".cursorignore", ".cursorrules", ".gemini", ".goosehints", ".junie", ".kilocode",
    ".kiro", ".mcp", ".mcp.json", ".opencode", ".qwen", ".roo", ".roomodes", ".roorules", ".rules",
    ".trae", ".windsurf", ".windsurfrules", "agent.md", "agents.md", "agents.override.md",
    "claude.md", "claude.local.md", "codex.md", "copilot-instructions.md", "crush.json",
    "crush.md", "gemini.md", "mcp.json", "opencode.json", "opencode.jsonc", "qwen.md", "warp.md",
  ]
  private static let configurationStarts = [
    ".aider", ".claude", ".cline", ".codeium", ".codex", ".copilot", ".cursor", ".gemini",
  ]
  /// What Copilot reads below `.github`.
  private static let githubNames: Set<String> = [
    "agents", "chatmodes", "copilot-instructions.md", "instructions", "prompts", "skills",
  ]

  private static func isConfiguration(_ name: String, in folder: String?) -> Bool {
    configurationNames.contains(name) || configurationStarts.contains(where: name.hasPrefix)
      || folder == ".github" && githubNames.contains(name)
  }
}
