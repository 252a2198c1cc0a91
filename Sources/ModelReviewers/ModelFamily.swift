package import CheckModel

/// Which family a model belongs to: two models of one family are not two opinions.
package enum ModelFamily {
  /// The family that the name of a model tells; nil for a name that tells nothing.
  ///
  /// Capitals and spaces do not matter, since models write their own names in many ways. A known name
  /// counts behind any vendor (`azure/gpt-5` is openai); else the vendor before the slash counts, unless
  /// it only passes models on or is a folder. A name that claims two families tells nothing.
  package static func of(_ model: String) -> String? {
    guard let family = byName(ModelName(model)), isPlain(family) else { return nil }
    return claims(in: model).isSubset(of: [FamilyName.plain(family)]) ? family : nil
  }

  /// All that is known of a model's family.
  ///
  /// The answering model's name goes before the way to it, that before the name that was asked for, and all of
  /// them before a person's word; what else any of them claims is kept beside it, since it may be true.
  ///
  /// - Parameter route: whose models alone are reached like this; nil where that is open.
  package static func identity(
    requested: String? = nil, answered: String? = nil, declared: String? = nil,
    route: String? = nil
  ) -> ModelIdentity {
    let told = answered.flatMap(of)
    let family = told ?? route ?? requested.flatMap(of) ?? declared
    let named = [requested, answered].compactMap { $0 }.reduce(into: Set<String>()) {
      $0.formUnion(claims(in: $1))
    }
    let claimed = named.union([declared, route].compactMap { $0 }.map(FamilyName.plain))
    return ModelIdentity(
      requested: requested, answered: answered, family: family,
      familyBasis: family == nil
        ? nil : told != nil ? .answered : route != nil ? .route : .declared,
      claimedFamilies: claimed.sorted())
  }

  /// Every family that a word of the name stands for, in its one spelling.
  private static func claims(in model: String) -> Set<String> {
    let name = ModelName(model)
    let words = model.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let series = words.map { $0.prefix { !$0.isNumber } }
    // vendors and series whose names are of two words
    let pairs = zip(words, words.dropFirst()).map { "\($0)-\($1)" }
    let known = (series + name.parts).compactMap { FamilyName.known($0) }
    return Set(
      known + pairs.compactMap { FamilyName.known($0) } + [ownName(name.last)].compactMap { $0 })
  }

  /// Letters that look alike, or cannot be seen, would make two families of one.
  private static func isPlain(_ family: String) -> Bool {
    family.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "-._".utf8.contains(byte)
    }
  }

  private static func byName(_ name: ModelName) -> String? {
    if let own = ownName(name.last) { return own }
    guard let vendor = name.vendor else { return nil }
    guard publishers.contains(String(vendor)) else { return String(vendor) }
    return FamilyName.known(name.last.prefix { $0.isASCII && $0.isLetter })
      ?? FamilyName.known(name.last.prefix("command-r".count))
  }

  /// The family of a name that is one maker's alone.
  private static func ownName(_ name: Substring) -> String? {
    if name == "claude" || name.hasPrefix("claude-") { return "anthropic" }
    if name == "codex" || name.hasPrefix("codex-") || name.hasPrefix("gpt-") { return "openai" }
    if name.first == "o", let digit = name.dropFirst().first, digit.isASCII, digit.isNumber {
      return "openai"
    }
    if name == "gemini" || name.hasPrefix("gemini-") { return "google" }
    return nil
  }

  /// They publish what others made, changed or packed anew.
  private static let publishers: Set<String> = [
    "unsloth", "thebloke", "bartowski", "lmstudio-community", "mlx-community", "nousresearch",
    "maziyarpanahi", "quantfactory", "mradermacher", "ggml-org", "redhatai", "neuralmagic",
    "cognitivecomputations", "second-state", "huihui-ai", "turboderp", "casperhansen",
  ]
}

/// The name of a model in small letters, taken apart at its slashes.
private struct ModelName {
  let parts: [Substring]

  init(_ model: String) {
    let name = model.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    parts = name.split(separator: "/", omittingEmptySubsequences: false)
  }

  var last: Substring { parts.last ?? "" }

  /// Who is named before the model; nil for a folder, and for those that pass on what others made.
  ///
  /// Behind a second slash only a vendor that is known is one.
  var vendor: Substring? {
    guard parts.count > 1, !last.isEmpty, let vendor = parts.dropLast().last, !vendor.isEmpty,
      !Self.nobody.contains(String(vendor)), !isPath
    else { return nil }
    return parts.count == 2 || FamilyName.known(vendor) != nil ? vendor : nil
  }

  private var isPath: Bool {
    parts.first.map { ["", ".", "..", "~"].contains($0) || $0.hasSuffix(":") } ?? true
      || Self.endings.contains { last.hasSuffix($0) }
  }

  private static let endings = [
    ".gguf", ".ggml", ".bin", ".safetensors", ".pt", ".pth", ".onnx", ".llamafile", ".mlx",
  ]

  /// Gateways, hosts of other people's models, servers, and folders.
  private static let nobody: Set<String> = [
    "azure", "azure_ai", "openrouter", "bedrock", "bedrock_converse", "vertex", "vertex_ai",
    "sagemaker", "litellm", "litellm_proxy", "together", "together_ai", "together-ai",
    "togethercomputer", "fireworks", "fireworks_ai", "fireworks-ai", "groq", "huggingface", "hf",
    "hf.co", "replicate", "deepinfra", "databricks", "cerebras", "sambanova", "nebius", "novita",
    "nvidia_nim", "github", "github_copilot", "cloudflare", "ollama", "ollama_chat", "vllm",
    "hosted_vllm", "llamacpp", "llama.cpp", "lmstudio", "lm_studio", "lm-studio", "llamafile",
    "custom", "custom_openai", "proxy", "gateway", "router", "hub", "chat", "local", "localhost",
    "model", "models", "weights", "checkpoints", "snapshots", "data", "cache", "files", "home",
    "mnt", "opt", "root", "srv", "tmp", "usr", "var", "workspace", "default",
  ]
}
