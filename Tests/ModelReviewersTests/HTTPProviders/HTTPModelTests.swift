import CheckModel
import HTTPClient
import ReplyStore
import Reviewing
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("A model over HTTP")
struct HTTPModelTests {
  private func ask(
    _ settings: ModelSettings, _ transport: ScriptedTransport, clock: ScriptedClock = .init(),
    spending: Spending = Spending()
  ) async throws(ReviewFailure) -> StoredReply {
    try await HTTPModel(
      settings: settings, transport: transport, secret: ReplyFixture.secret, spending: spending,
      pace: clock.pace
    ).ask(ModelFixture.request(clock.pace))
  }

  @Test(
    "Every vendor's answer becomes a reply, streamed or whole",
    arguments: ReviewerIdentity.Kind.overHTTP, [true, false])
  func healthy(_ kind: ReviewerIdentity.Kind, streams: Bool) async throws {
    let response =
      streams
      ? VendorWire.stream(kind, ModelFixture.reply)
      : VendorWire.document(kind, ModelFixture.reply)
    let transport = ScriptedTransport(response)
    let reply = try await ask(ModelFixture.settings(kind), transport)
    #expect(reply.reply == Array(ModelFixture.reply.utf8))
    #expect(reply.attempts == 1)
    #expect(reply.askedAt == "2026-11-20T13:20:00Z")
    #expect(await transport.requests.count == 1)
  }
}
