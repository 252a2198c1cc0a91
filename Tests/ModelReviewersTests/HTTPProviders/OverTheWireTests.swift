import CheckModel
import HTTPClient
import ReplyStore
import Reviewing
import TestServer
import Testing

@testable import ModelReviewers

/// The way through libcurl and a socket, to a server that answers well, as each vendor does.
@Suite("Models over a real connection")
struct OverTheWireTests {
  private static let transport = CurlTransport()
  private static let kinds: [ReviewerIdentity.Kind] = [
    .anthropic, .openai, .chat, .gemini, .ollama,
  ]

  private func model(
    _ kind: ReviewerIdentity.Kind, playing switches: String
  ) throws -> HTTPModel {
    let server = try TestServer.running()
    let base = server.url("/\(kind.rawValue)/\(switches)")
    let settings = ModelFixture.settings(
      kind, model: "played-by-a-test",
      endpoint: base + ([.openai, .chat].contains(kind) ? "/v1" : ""))
    return HTTPModel(
      settings: settings, transport: Self.transport, secret: ReplyFixture.secret)
  }

  private func request() throws -> ReviewRequest {
    ReviewRequest(
      plan: ModelFixture.plan, rubric: try ReplyFixture.defaultRubric(), seat: .b, lens: .executor,
      deadline: .now + .seconds(60))
  }

  @Test(
    "A healthy server's reply is used, however it is sent", arguments: kinds,
    [
      "ok", "whole", "split-bytes", "carriage-returns", "unknown-events", "gzipped", "fenced",
      "prose",
    ])
  func healthy(_ kind: ReviewerIdentity.Kind, playing switches: String) async throws {
    let reply = try await model(kind, playing: switches).ask(try request()).stored
    let request = try request()
    let review = try reply.review(
      for: request, by: ReviewerIdentity(name: "x", kind: kind), secret: ReplyFixture.secret)
    #expect(review.answers.count == 40)
    #expect(review.answers.allSatisfy { $0.answer == .yes })
    #expect(reply.model.answered == "played-by-a-test")
    #expect(reply.usage?.outputTokens == 7_000)
    #expect(reply.attempts == 1)
  }
}
