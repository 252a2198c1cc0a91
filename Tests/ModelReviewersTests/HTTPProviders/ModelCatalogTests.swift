import CheckModel
import HTTPClient
import ModelReviewers
import StrictJSON
import Testing

@Suite("What a provider offers")
struct ModelCatalogTests {
  @Test(
    "ids come in the provider's order, whatever its list looks like",
    arguments: [
      (ReviewerIdentity.Kind.anthropic, "data", "id", ""), (.openai, "data", "id", ""),
      (.gemini, "models", "name", "models/"), (.ollama, "models", "name", ""),
    ])
  func ids(_ kind: ReviewerIdentity.Kind, list: String, id: String, prefix: String) async throws {
    let items: [JSONValue] = ["b-2", "a-1", "no id\n"].map { name in
      JSONValue(.object([.init(key: id, value: JSONValue(.string(prefix + name)))]))
    }
    let body = JSONValue(.object([.init(key: list, value: JSONValue(.array(items)))]))
    let transport = ScriptedTransport(VendorWire.json(body))
    let catalog = ModelCatalog(settings: ModelFixture.settings(kind), transport: transport)
    #expect(try await catalog.models(within: .seconds(5)) == ["b-2", "a-1"])
    let request = try #require(await transport.requests.first)
    #expect(request.method == .get)
    #expect(request.url.hasSuffix(kind == .ollama ? "/api/tags" : "/models"))
  }

  @Test("a wrong key is told from a list of another form")
  func failures() async {
    for (status, expected) in [(401, ReviewFailure.Class.auth), (200, .malformed)] {
      let transport = ScriptedTransport(VendorWire.json(["odd": true], status: status))
      do throws(ReviewFailure) {
        _ = try await ModelCatalog(
          settings: ModelFixture.settings(.openai), transport: transport
        ).models(within: .seconds(5))
        Issue.record("there is a list")
      } catch {
        #expect(error.failureClass == expected)
      }
    }
  }
}
