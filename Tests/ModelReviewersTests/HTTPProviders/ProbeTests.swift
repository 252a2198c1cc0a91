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
    try await HTTPModel(settings: ModelFixture.settings(kind), transport: transport, secret: [])
      .probe(within: .seconds(60))
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
