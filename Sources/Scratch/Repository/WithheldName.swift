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
    if isSecretData(parts) { return .secret }
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
    ".aws", ".azure", ".boto", ".docker", ".dockercfg", ".dockerconfigjson", ".git-credentials",
    ".gnupg", ".htpasswd",
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

  /// Words that say what a file of data holds; in a source file's name they only say what it is about.
  private static let secretWords: Set<String> = [
    "apikey", "apikeys", "credential", "credentials", "passwd", "password", "passwords", "secret",
    "secrets",
  ]
  private static let secretStems: Set<String> = [
    "access_token", "api_key", "api_keys", "api_token", "auth_token", "private_key", "token",
    "tokens",
  ]
  private static let dataEndings: Set<String> = [
    "bak", "cfg", "conf", "csv", "dat", "enc", "ini", "json", "plist", "properties", "toml", "txt",
    "xml", "yaml", "yml",
  ]

  /// Whether a file of data says by its name, or by that of a folder around it, that it holds secrets. Without an
  /// ending it may be a script, so that one word of its name says nothing.
  private static func isSecretData(_ parts: [String]) -> Bool {
    guard let name = parts.last?.drop(while: { $0 == "." }) else { return false }
    let ending = name.lastIndex(of: ".").map { String(name[$0...].dropFirst()) }
    guard ending.map(dataEndings.contains) ?? true else { return false }
    let stem = String(name.prefix { $0 != "." }).replacing("-", with: "_")
    if secretStems.contains(stem) || secretWords.contains(stem)
      || parts.dropLast().contains(where: secretWords.contains)
    {
      return true
    }
    return ending != nil
      && stem.split { !$0.isLetter }.map(String.init).contains(where: secretWords.contains)
  }

  /// As ssh names them: `id_ed25519`, `id_rsa.pub`. A name with another ending is that of some source.
  private static func isPrivateKey(_ name: String) -> Bool {
    name.hasPrefix("id_") && (!name.contains(".") || name.hasSuffix(".pub"))
  }

  // MARK: - Agents

  private static let configurationNames: Set<String> = [
    ".agent", ".agents", ".ai", ".aiassistant", ".aiexclude", ".aiignore", ".antigravity", ".bito",
    ".bolt", ".cody", ".fleet", ".grok", ".idea", ".idx", ".jules", ".kiro", ".lovable", ".mentat",
    ".pearai", ".pi", ".plandex", ".pr_agent.toml", ".replit", ".rules", ".ruler", ".rulesync",
    ".serena", ".sourcegraph", ".specstory", ".tabby", ".taskmaster", ".traycer", ".vibe", ".void",
    "airules.md", "claude_desktop_config.json", "crush.json", "greptile.json", "mcp.json",
    "mcp_config.json", "mcp.yaml", "mcp.yml", "opencode.json", "opencode.jsonc",
    "settings.local.json", "skill.md",
  ]
  /// Of an agent's folder, and of the files that stand beside it: `.roo`, `.roomodes`, `.rooignore`.
  private static let configurationStarts = [
    ".aider", ".amazonq", ".amp", ".augment", ".claude", ".cline", ".codebuddy", ".codegpt",
    ".codeium", ".codex", ".codium", ".coderabbit", ".continue", ".copilot", ".crush", ".cursor",
    ".devin", ".factory", ".firebender", ".gemini", ".goose", ".greptile", ".iflow", ".junie",
    ".kilocode", ".mcp", ".opencode", ".openhands", ".qodo", ".qwen", ".roo", ".sweep", ".tabnine",
    ".trae", ".vscode", ".warp", ".windsurf", ".zed", ".zencoder",
  ]
  /// The first words of documents that agents read: `AGENTS.md`, `CLAUDE.local.md`, `AGENTS.override.md`.
  private static let instructionStems: Set<String> = [
    "agent", "agents", "claude", "codex", "copilot-instructions", "crush", "gemini", "goose",
    "jules", "opencode", "qwen", "replit", "warp",
  ]
  /// Of documents that Copilot reads, in whatever folder.
  private static let instructionEnds = [
    ".chatmode.md", ".instructions.md", ".prompt.md",
  ]
  /// What Copilot, GitLab Duo and others read below a folder that holds more than that.
  private static let namesInFolder: [String: Set<String>] = [
    ".github": [
      "agents", "chatmodes", "copilot", "hooks", "instructions", "plugins", "prompts", "skills",
    ],
    ".gitlab": ["duo"], ".openai": ["agents", "skills"],
  ]

  private static func isConfiguration(_ name: String, in folder: String?) -> Bool {
    configurationNames.contains(name) || configurationStarts.contains(where: name.hasPrefix)
      || isInstruction(name) || folder.flatMap { namesInFolder[$0] }?.contains(name) == true
  }

  private static func isInstruction(_ name: String) -> Bool {
    guard [".md", ".markdown", ".txt"].contains(where: name.hasSuffix) else { return false }
    return instructionStems.contains(String(name.prefix { $0 != "." }))
      || instructionEnds.contains(where: name.hasSuffix)
  }
}
