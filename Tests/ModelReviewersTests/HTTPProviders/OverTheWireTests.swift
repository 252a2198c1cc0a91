import CheckModel
import HTTPClient
import ReplyStore
import Reviewing
import TestServer
import Testing

@testable import ModelReviewers

/// The whole way through libcurl and a socket, to a server that answers as each vendor does.
@Suite("Models over a real connection")
struct OverTheWireTests {
  private static let transport = CurlTransport()
  private static let kinds: [ReviewerIdentity.Kind] = [
    .anthropic, .openai, .chat, .gemini, .ollama,
  ]

  private func model(
    _ kind: ReviewerIdentity.Kind, playing switches: String, on port: TestServer.Port = .plain
  ) throws -> HTTPModel {
    let server = try TestServer.running()
    let base = server.url("/\(kind.rawValue)/\(switches)", on: port)
    var settings = ModelFixture.settings(
      kind, model: "played-by-a-test",
      endpoint: base + ([.openai, .chat].contains(kind) ? "/v1" : ""))
    // only a server that never goes on is to be waited for in vain
    settings.idle = .seconds(switches.hasPrefix("hang") ? 1 : 60)
    var pace = Pace.real
    pace.sleep = { _ in }
    return HTTPModel(
      settings: settings, transport: Self.transport, secret: ReplyFixture.secret, pace: pace)
  }

  private func request() throws -> ReviewRequest {
    ReviewRequest(
      plan: ModelFixture.plan, rubric: try ReplyFixture.defaultRubric(), seat: .b, lens: .executor,
      deadline: .now + .seconds(30))
  }

  @Test(
    "A healthy server's reply is used, however it is sent", arguments: kinds,
    [
      "ok", "whole", "split-bytes", "carriage-returns", "unknown-events", "gzipped", "fenced",
      "prose",
    ])
  func healthy(_ kind: ReviewerIdentity.Kind, playing switches: String) async throws {
    let reply = try await model(kind, playing: switches).ask(try request())
    let request = try request()
    let review = try reply.review(
      for: request, by: ReviewerIdentity(name: "x", kind: kind), secret: ReplyFixture.secret)
    #expect(review.answers.count == 40)
    #expect(review.answers.allSatisfy { $0.answer == .yes })
    #expect(reply.model.answered == "played-by-a-test")
    #expect(reply.usage?.outputTokens == 7_000)
    #expect(reply.attempts == 1)
  }

  /// What each vendor says in its own form.
  static let vendorFaults: [(String, Set<ReviewFailure.Class>)] = [
    ("status~401", [.auth]), ("status~404", [.notFound]), ("status~529", [.overloaded]),
    ("retry-after~seconds~3600", [.rateLimited]), ("overflow", [.contextOverflow]),
    ("length", [.truncated]), ("error-object", [.overloaded, .malformed]),
    ("error-event", [.overloaded]), ("no-end", [.malformed]), ("wrong-nonce", [.wrongNonce]),
    ("truncated-json", [.malformed]), ("missing-answer", [.schemaInvalid]),
    ("echo-schema", [.wrongNonce]),
  ]

  /// What is the same for all of them.
  static let commonFaults: [(String, Set<ReviewFailure.Class>)] = [
    ("status~400", [.invalidRequest]), ("status~413", [.contextOverflow]),
    ("plain-status~502", [.overloaded]), ("wrong-type", [.malformed]), ("html", [.malformed]),
    ("empty", [.malformed, .empty]), ("no-http", [.unreachable]), ("close", [.unreachable]),
    ("reset-in-body", [.unreachable]), ("short", [.unreachable]), ("hang", [.timeoutIdle]),
    ("hang-in-body", [.timeoutIdle]), ("redirect", [.invalidRequest]),
    ("gzip-bomb", [.malformed]), ("refusal", [.refused]), ("filter", [.contentFilter]),
    ("quota", [.quota]), ("duplicate-keys", [.malformed]), ("nan", [.malformed]),
    ("deep", [.malformed]), ("echo", [.wrongNonce, .malformed]), ("approval", [.malformed]),
  ]

  @Test("A fault that only chat is asked to play", arguments: commonFaults)
  func faulty(_ fault: (String, Set<ReviewFailure.Class>)) async throws {
    try await faulty(.chat, fault: fault)
  }

  @Test("A fault is a failure of its class, never a reply", arguments: kinds, vendorFaults)
  func faulty(
    _ kind: ReviewerIdentity.Kind, fault: (String, Set<ReviewFailure.Class>)
  ) async throws {
    do throws(ReviewFailure) {
      let model = try? model(kind, playing: fault.0)
      let request = try? request()
      guard let model, let request else {
        Issue.record("the server does not run")
        return
      }
      let reply = try await model.ask(request)
      Issue.record("\(fault.0) was used after \(reply.attempts) attempts")
    } catch {
      #expect(fault.1.contains(error.failureClass), "\(error)")
      #expect(!error.message.contains(ModelFixture.key))
    }
  }
}
