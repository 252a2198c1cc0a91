import CheckModel
import ModelReviewers
import Testing

@Suite("Model families")
struct ModelFamilyTests {
  @Test(
    "A name tells its family",
    arguments: [
      ("claude-opus-5-5", "anthropic"), ("Claude Opus 5.5", "anthropic"), ("claude", "anthropic"),
      ("gpt-6-astra", "openai"), ("GPT-6", "openai"), ("o3", "openai"), ("o4-mini", "openai"),
      ("codex-mini", "openai"), ("gemini-3-pro", "google"), ("Gemini 3 Pro", "google"),
      ("anthropic/claude-opus-5-5", "anthropic"), ("azure/gpt-6", "openai"),
      ("openrouter/google/gemini-3-pro", "google"), ("meta-llama/llama-5", "meta-llama"),
      ("hub/qwen/qwen-4", "qwen"), ("unsloth/Qwen3-32B-GGUF", "qwen"),
      ("TheBloke/Llama-2-7B-GGUF", "meta"), ("bartowski/gemma-3-27b", "google"),
      ("lmstudio-community/phi-4", "microsoft"), ("unsloth/command-r-plus", "cohere"),
      ("NousResearch/Hermes-3-Llama-3.1-405B", nil), ("local/gpt-oss-120b", "openai"),
      ("z-ai/glm-4.6", "z-ai"), ("x-ai/grok-4", "x-ai"),
    ] as [(String, String?)])
  func known(name: String, family: String?) {
    #expect(ModelFamily.of(name) == family)
  }

  @Test(
    "A name that claims two families, or hides letters in one, tells nothing",
    arguments: [
      "openai/claude-3", "claude-gpt-4", "claude-4/gpt-5", "anthropic/gpt-5", "gemini-claude",
      "gpt-5 (Claude)", "\u{200B}qwen/qwen-4", "qw\u{435}n/qwen-4", "deepseek/r1-gpt-distill",
      "deepseek/deepseek-r1-distill-llama-70b", "nvidia/llama-3.1-nemotron", "openai/qwen3",
    ])
  func twoClaims(name: String) {
    #expect(ModelFamily.of(name) == nil)
  }

  @Test(
    "A name without a vendor tells nothing",
    arguments: [
      "llama-5", "opus", "o", "ox1", "claudette", "gptx", "", " ", "/", "x/", "/x", "my-claude-3",
      "qwen3-coder-30b", "unsloth/something",
    ])
  func unknown(name: String) {
    #expect(ModelFamily.of(name) == nil)
  }

  @Test(
    "A folder, a file and whoever passes models on is no vendor",
    arguments: [
      "/models/llama.gguf", "models/llama.gguf", "weights/x.gguf", "/srv/foo", "./foo/bar",
      "a/b/c", "foo/x.gguf", "foo/model.safetensors", "models/foo", "azure/my-deployment",
      "openrouter/auto", "bedrock/us.anthropic.claude-5", "vertex_ai/foo", "litellm/foo",
      "together_ai/foo", "accounts/fireworks/models/llama-v4", "groq/llama-5", "hf/foo",
      "huggingface/foo", "local/foo", "/root/.cache/hub/models--meta-llama--Llama-5/snapshots/0a",
    ])
  func nobody(name: String) {
    #expect(ModelFamily.of(name) == nil)
    #expect(ModelFamily.identity(answered: name, declared: "own").family == "own")
  }

  @Test("What answered goes before what was asked for, and that before a person's word")
  func order() {
    let answered = ModelFamily.identity(
      requested: "gpt-6", answered: "claude-opus-5-5", declared: "qwen")
    #expect(answered.family == "anthropic")
    #expect(answered.familyBasis == .answered)
    let requested = ModelFamily.identity(
      requested: "gpt-6-sol", answered: "model-1", declared: "qwen")
    #expect(requested.family == "openai")
    #expect(requested.familyBasis == .declared)
    #expect(ModelFamily.identity(requested: "m", answered: "n", declared: "qwen").family == "qwen")
    #expect(ModelFamily.identity(requested: "m", answered: "n").familyBasis == nil)
  }

  @Test(
    "Whatever a name or a person claims can make two models one family",
    arguments: [
      ("meta-llama/llama-5", nil, "unsloth/Llama-5-8B", nil),
      ("models/qwen3.gguf", "red", "qwen/qwen-4", nil),
      ("foo/bar", "anthropic", "claude-opus-5-5", nil),
      ("some/model", "qwen", "alibaba/m", nil), ("m", "Llama", "n", "meta"),
      ("mistralai/m", nil, "n", "mistral"), ("zai-org/m", nil, "thudm/n", nil),
      ("qwen3-coder", "red", "n", "Qwen"), ("unsloth/command-r-plus", nil, "n", "cohere"),
      ("gemma-5", "red", "gemini-4", nil), ("nousresearch/hermes-llama-5", "red", "n", "meta"),
    ] as [(String, String?, String, String?)])
  func oneFamily(a: String, first: String?, b: String, second: String?) {
    let one = ModelFamily.identity(requested: a, declared: first)
    let other = ModelFamily.identity(requested: b, declared: second)
    #expect(one.sharedFamily(with: other) != nil)
    #expect(other.sharedFamily(with: one) == one.sharedFamily(with: other))
  }

  @Test(
    "Models of different makers share nothing",
    arguments: [
      ("claude-opus-5-5", "gpt-6"), ("qwen/qwen-4", "meta-llama/llama-5"),
      ("unsloth/qwen3", "unsloth/llama-5"), ("mistralai/mixtral-9", "deepseek-ai/deepseek-v4"),
    ])
  func different(a: String, b: String) {
    let one = ModelFamily.identity(requested: a)
    #expect(one.sharedFamily(with: ModelFamily.identity(requested: b)) == nil)
  }
}
