/// Who makes models, under the many names that vendors, models and people write for one maker.
package enum FamilyName {
  /// The one spelling of a family; a name that is not known stands for itself, in small letters.
  package static func plain(_ name: String) -> String {
    let name = name.lowercased()
    return known[name] ?? (name.hasPrefix("google-") ? "google" : name)
  }

  /// The family of a vendor or a series of models, in small letters; nil for a name that is not known.
  package static func known(_ name: some StringProtocol) -> String? { known[String(name)] }

  private static let known: [String: String] = {
    let spellings: KeyValuePairs<String, String> = [
      "anthropic": "claude claude-code",
      "openai": "gpt chatgpt codex",
      "google": "gemini gemini-cli gemma codegemma google-deepmind deepmind",
      "meta": "meta-llama metaai meta-ai facebook llama codellama",
      "mistral": "mistralai mixtral codestral ministral magistral devstral pixtral",
      "xai": "x-ai xai-org grok",
      "qwen": "alibaba alibaba-cloud alibabacloud qwq qvq",
      "deepseek": "deepseek-ai",
      "cohere": "cohereforai coherelabs command-r command-a",
      "nvidia": "nemotron",
      "microsoft": "phi",
      "zai": "z-ai zai-org thudm zhipu zhipuai glm chatglm",
      "moonshot": "moonshotai kimi",
      "ibm": "ibm-granite granite",
      "amazon": "amazon-nova", "ai21": "ai21labs jamba", "allenai": "olmo", "minimax": "minimaxai",
    ]
    var families: [String: String] = [:]
    for (family, others) in spellings {
      families[family] = family
      for other in others.split(separator: " ") { families[String(other)] = family }
    }
    return families
  }()
}
