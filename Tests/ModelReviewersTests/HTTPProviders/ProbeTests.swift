import CheckModel
import HTTPClient
import ModelReviewers
import StrictJSON
import Testing

@Suite("One tiny question")
struct ProbeTests {
  private func probe(
    _ kind: ReviewerIdentity.Kind, _ transport: ScriptedTransport
  ) async throws(ReviewFailure) -> String? {
    let model = try await HTTPModel(
      settings: ModelFixture.settings(kind), transport: transport, secret: []
    )
    .probe(within: .seconds(60))
    return model.answered
  }

  @Test(
    "names the model that answered, and costs little", arguments: ReviewerIdentity.Kind.overHTTP)
  func healthy(_ kind: ReviewerIdentity.Kind) async throws {
    let transport = ScriptedTransport(VendorWire.document(kind, "{\"ready\": true}"))
    #expect(try await probe(kind, transport) != nil)
    let body = try #require(await transport.requests.first?.body)
    #expect(body.count < 1_000)
    #expect(await transport.requests.count == 1)
  }

  @Test("a failure keeps its class and is not tried again")
  func failing() async {
    let transport = ScriptedTransport(
      VendorWire.json(["error": ["message": "who are you?"]], status: 401),
      VendorWire.document(.anthropic, "{}"))
    await #expect(throws: ReviewFailure.self) { try await probe(.anthropic, transport) }
    #expect(await transport.requests.count == 1)
  }

  @Test("a part of the question that a server does not know is left out, as in a review")
  func refused() async throws {
    let transport = ScriptedTransport(
      VendorWire.json(
        ["error": ["message": "unknown field max_completion_tokens"]], status: 400),
      VendorWire.json(["error": ["message": "no response_format here"]], status: 400),
      VendorWire.document(.chat, "{\"ready\": true}"))
    #expect(try await probe(.chat, transport) != nil)
    #expect(try await transport.bodies.last?["max_tokens"] != nil)
  }

  @Test("an answer that is no JSON is none")
  func prose() async {
    let transport = ScriptedTransport(VendorWire.document(.chat, "Yes, I am ready."))
    let failure = await #expect(throws: ReviewFailure.self) { try await probe(.chat, transport) }
    #expect(failure?.failureClass == .malformed)
  }

  @Test("an answer that repeats the key is told as such")
  func repeatedKey() async {
    let transport = ScriptedTransport(
      VendorWire.document(.chat, "{\"a\": \"\(ModelFixture.key)\"}"))
    await #expect(throws: ReviewFailure.self) { try await probe(.chat, transport) }
  }

  @Test("a server that is not there is unreachable")
  func absent() async {
    do throws(ReviewFailure) {
      _ = try await probe(.ollama, ScriptedTransport([.failure(.unreachable("refused"))]))
      Issue.record("somebody answered")
    } catch {
      #expect(error.failureClass == .unreachable)
    }
  }
}
