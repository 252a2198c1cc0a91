import CheckModel
import HTTPClient
import StrictJSON
import TestServer
import Testing

@testable import ModelReviewers

@Suite("What a server offers")
struct ModelCatalogTests {
  @Test(
    "Every vendor's list is asked for with its key and read in its form",
    arguments: [
      (.anthropic, "/v1/models?limit=1000", ["claude-opus-5-5"]),
      (.openai, "/v1/models", ["gpt-6.1-sol"]), (.chat, "/v1/models", nil),
      (.gemini, "/v1/models?pageSize=1000", ["gemini-4-argon"]),
      (.ollama, "/api/tags", ["qwen3:8b"]),
    ] as [(ReviewerIdentity.Kind, String, [String]?)])
  func lists(_ kind: ReviewerIdentity.Kind, path: String, models: [String]?) async throws {
    let base = try TestServer.running().url("/\(kind.rawValue)/ok")
    let settings = ModelFixture.settings(
      kind, endpoint: base + ([.openai, .chat].contains(kind) ? "/v1" : ""))
    let provider = try #require(kind.provider)
    #expect(provider.catalogURL(settings) == base + path)
    let transport = CurlTransport()
    let found = try await ModelCatalog(settings: settings, transport: transport)
      .models(within: .seconds(30))
    if let models { #expect(found == models) } else { #expect(!found.isEmpty) }
    await transport.shutdown()
  }

  private func models(_ kind: ReviewerIdentity.Kind, _ list: JSONValue) async throws -> [String] {
    try await ModelCatalog(
      settings: ModelFixture.settings(kind), transport: ScriptedTransport(VendorWire.json(list))
    ).models(within: .seconds(1))
  }

  @Test("What does not write text, and what cannot be typed, is left out; none stands twice")
  func filtered() async throws {
    let list: JSONValue = [
      "models": [
        ["name": "models/a", "supportedGenerationMethods": ["embedContent"]],
        ["name": "models/b", "supportedGenerationMethods": ["generateContent"]],
        ["name": "models/b", "supportedGenerationMethods": ["generateContent"]], ["x": 1],
        ["name": "models/no id\n"], ["name": "models/"],
      ]
    ]
    #expect(try await models(.gemini, list) == ["b"])
    #expect(try await models(.chat, ["data": []]) == [])
  }

  @Test("An error is a failure of its class, and so is a list of another form")
  func failure() async throws {
    await #expect {
      _ = try await models(.anthropic, ["error": ["type": "authentication_error", "message": "x"]])
    } throws: { error in
      (error as? ReviewFailure)?.failureClass == .auth
    }
    for odd: JSONValue in [[], ["odd": true], ["data": "a"]] {
      await #expect {
        _ = try await models(.chat, odd)
      } throws: { error in
        (error as? ReviewFailure)?.failureClass == .malformed
      }
    }
  }
}
