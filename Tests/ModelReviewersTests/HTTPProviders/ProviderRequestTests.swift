import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("What goes over the wire to each vendor")
struct ProviderRequestTests {
  private static let prompt = ModelFixture.prompt
  private static let system = JSONValue.string(prompt.system)
  private static let user = JSONValue.string(prompt.user)

  private func sent(
    _ settings: ModelSettings, form: AnswerForm = .schema, correction: String? = nil
  ) throws -> (request: WireRequest, body: JSONValue) {
    let provider = try #require(settings.kind.provider)
    let request = provider.request(
      ModelQuestion(prompt: Self.prompt, form: form, correction: correction), settings)
    let limits = JSONLimits(bytes: 1 << 20, depth: 64, values: 10_000)
    return (request, try JSONDocument(request.body, limits: limits).root)
  }

  @Test("Anthropic: the schema without name, the system text cached, the key in x-api-key")
  func anthropic() throws {
    let (request, body) = try sent(
      ModelFixture.settings(.anthropic, endpoint: "https://api.anthropic.com"))
    #expect(request.url == "https://api.anthropic.com/v1/messages")
    #expect(
      request.headers == [
        HTTPHeader("anthropic-version", "2023-06-01"), HTTPHeader("x-api-key", ModelFixture.key),
      ])
    #expect(
      body == [
        "model": "claude-opus-5-5", "max_tokens": 32_000, "stream": true,
        "system": [
          ["type": "text", "text": Self.system, "cache_control": ["type": "ephemeral"]]
        ],
        "messages": [["role": "user", "content": Self.user]],
        "output_config": ["format": ["type": "json_schema", "schema": Self.prompt.schema]],
      ])
  }

  @Test("Anthropic: nothing is marked for a cache behind a gateway")
  func anthropicGateway() throws {
    let body = try sent(ModelFixture.settings(.anthropic)).body
    #expect(body["system"] == [["type": "text", "text": Self.system]])
  }

  @Test("Anthropic: an effort brings adaptive thinking, where the model knows it")
  func anthropicEffort() throws {
    let body = try sent(ModelFixture.settings(.anthropic, effort: "high")).body
    #expect(body["output_config"]?["effort"] == "high")
    #expect(body["thinking"] == ["type": "adaptive"])
    let older = ModelFixture.settings(.anthropic, model: "claude-haiku-4-5", effort: "low")
    #expect(try sent(older).body["thinking"] == nil)
  }

  @Test("Anthropic: the forced tool takes the place of the format, and of thinking")
  func anthropicTool() throws {
    let body = try sent(ModelFixture.settings(.anthropic, effort: "high"), form: .tool).body
    #expect(body["output_config"] == ["effort": "high"])
    #expect(body["thinking"] == nil)
    #expect(
      body["tools"] == [
        [
          "name": "give_review", "description": "Takes the whole review.",
          "input_schema": Self.prompt.schema,
        ]
      ])
    #expect(
      body["tool_choice"] == [
        "type": "tool", "name": "give_review", "disable_parallel_tool_use": true,
      ])
  }

  @Test("Anthropic: a token goes as Bearer")
  func anthropicToken() throws {
    let settings = ModelFixture.settings(.anthropic, key: "token", in: "ANTHROPIC_AUTH_TOKEN")
    #expect(
      try sent(settings).request.headers == [
        HTTPHeader("anthropic-version", "2023-06-01"), HTTPHeader("Authorization", "Bearer token"),
      ])
  }

  @Test("OpenAI: the flat form of the schema, nothing stored")
  func responses() throws {
    let (request, body) = try sent(ModelFixture.settings(.openai, effort: "medium"))
    #expect(request.url == "https://api.example.com/v1/responses")
    #expect(request.headers == [HTTPHeader("Authorization", "Bearer \(ModelFixture.key)")])
    #expect(
      body == [
        "model": "gpt-6-sol", "instructions": Self.system, "input": Self.user,
        "text": [
          "format": [
            "type": "json_schema", "name": "review", "schema": Self.prompt.schema, "strict": true,
          ]
        ],
        "reasoning": ["effort": "medium"], "max_output_tokens": 32_000, "stream": true,
        "store": false,
      ])
  }

  @Test("Chat: the nested form of the schema")
  func chat() throws {
    let (request, body) = try sent(ModelFixture.settings(.chat, effort: "low"))
    #expect(request.url == "https://api.example.com/v1/chat/completions")
    #expect(request.headers == [HTTPHeader("Authorization", "Bearer \(ModelFixture.key)")])
    #expect(
      body == [
        "model": "qwen3-coder",
        "messages": [
          ["role": "system", "content": Self.system], ["role": "user", "content": Self.user],
        ],
        "response_format": [
          "type": "json_schema",
          "json_schema": ["name": "review", "schema": Self.prompt.schema, "strict": true],
        ],
        "reasoning_effort": "low", "max_completion_tokens": 32_000, "stream": true,
        "stream_options": ["include_usage": true],
      ])
  }

  @Test("Chat: two simpler forms, and no key where none is needed")
  func chatForms() throws {
    let settings = ModelFixture.settings(.chat, key: nil)
    #expect(try sent(settings, form: .object).body["response_format"] == ["type": "json_object"])
    #expect(try sent(settings, form: .promptOnly).body["response_format"] == nil)
    #expect(try sent(settings).request.headers == [])
  }

  @Test("OpenRouter: only hosts that honour the schema, while a schema is asked for")
  func openRouter() throws {
    let settings = ModelFixture.settings(.openrouter, endpoint: "https://openrouter.ai/api/v1")
    let (request, body) = try sent(settings)
    #expect(request.url == "https://openrouter.ai/api/v1/chat/completions")
    #expect(body["provider"] == ["require_parameters": true])
    #expect(try sent(settings, form: .promptOnly).body["provider"] == nil)
  }

  @Test("Azure takes a key in a header of its own")
  func azure() throws {
    let settings = ModelFixture.settings(
      .openai, endpoint: "https://own.openai.azure.com/openai/v1/")
    let request = try sent(settings).request
    #expect(request.url == "https://own.openai.azure.com/openai/v1/responses")
    #expect(request.headers == [HTTPHeader("api-key", ModelFixture.key)])
  }

  @Test("Gemini: real JSON Schema, the key in a header and never in the URL")
  func gemini() throws {
    let (request, body) = try sent(ModelFixture.settings(.gemini, effort: "high"))
    #expect(
      request.url
        == "https://api.example.com/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse")
    #expect(request.headers == [HTTPHeader("x-goog-api-key", ModelFixture.key)])
    #expect(
      body == [
        "systemInstruction": ["parts": [["text": Self.system]]],
        "contents": [["role": "user", "parts": [["text": Self.user]]]],
        "generationConfig": [
          "responseMimeType": "application/json", "responseJsonSchema": Self.prompt.schema,
          "maxOutputTokens": 32_000, "thinkingConfig": ["thinkingLevel": "HIGH"],
        ],
      ])
  }

  @Test("Ollama: the schema itself, and a context that holds prompt and answer")
  func ollama() throws {
    let settings = ModelFixture.settings(.ollama, key: nil)
    let (request, body) = try sent(settings)
    #expect(request.url == "https://api.example.com/api/chat")
    let size = try #require(body["options"]?["num_ctx"]?.asInteger)
    #expect(size % 1_024 == 0)
    #expect(size > 32_000 + Self.prompt.text.utf8.count / 3)
    #expect(
      body == [
        "model": "qwen3-coder",
        "messages": [
          ["role": "system", "content": Self.system], ["role": "user", "content": Self.user],
        ],
        "format": Self.prompt.schema,
        "options": ["num_ctx": .integer(size), "num_predict": 32_000], "stream": true,
      ])
  }

  @Test(
    "No vendor is sent a temperature, and every one is asked for a stream",
    arguments: ReviewerIdentity.Kind.overHTTP)
  func noTemperature(_ kind: ReviewerIdentity.Kind) throws {
    let (request, body) = try sent(ModelFixture.settings(kind))
    let text = body.text(indented: false)
    for word in ["\"temperature\"", "\"top_p\"", "\"top_k\"", ModelFixture.key] {
      #expect(!text.contains(word))
    }
    #expect(request.url.contains("stream") || body["stream"] == true)
  }

  @Test(
    "A correction stands behind the user text, and nowhere else",
    arguments: ReviewerIdentity.Kind.overHTTP)
  func correction(_ kind: ReviewerIdentity.Kind) throws {
    let settings = ModelFixture.settings(kind)
    let plain = try sent(settings).body.text(indented: false)
    let corrected = try sent(settings, correction: "Once more.").body.text(indented: false)
    #expect(corrected == plain.replacing("ends ===\"", with: "ends ===\\n\\nOnce more.\""))
    #expect(corrected != plain)
  }

  @Test(
    "A base URL may end with a version or without",
    arguments: [
      (.anthropic, "https://h/anthropic", "https://h/anthropic/v1/messages"),
      (.anthropic, "https://h/v1/", "https://h/v1/messages"),
      (.gemini, "https://h/v1beta", "https://h/v1beta/models/m%2F..%3Fx:"),
      (.gemini, "HTTPS://H", "https://h/v1/models/m%2F..%3Fx:"),
      (.ollama, "http://127.0.0.1:11434", "http://127.0.0.1:11434/api/chat"),
    ] as [(ReviewerIdentity.Kind, String, String)])
  func bases(_ kind: ReviewerIdentity.Kind, base: String, url: String) throws {
    let settings = ModelFixture.settings(kind, model: "m/..?x", endpoint: base)
    #expect(try sent(settings).request.url.hasPrefix(url))
  }
}
