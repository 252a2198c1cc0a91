import CheckModel
import Foundation
import HTTPClient
import ReplyStore
import Reviewing
import Testing

@testable import ModelReviewers

/// The proxy's address; its key is `sk-gateway`.
private let gateway = ProcessInfo.processInfo.environment["SPECCHECK_TEST_GATEWAY"]

/// Runs where `Tests/Counterparts/gateway.py` has started a LiteLLM proxy before the test server.
@Suite(
  "Models behind a gateway",
  .enabled("the gateway is started by ./dev check") { gateway != nil })
struct GatewayTests {
  private static let transport = CurlTransport()

  /// The models that the proxy's config names, each an upstream of another vendor.
  private static let upstreams = ["openai", "anthropic", "gemini"]
  private static let kinds: [ReviewerIdentity.Kind] = [.anthropic, .openai, .chat, .gemini]

  private func model(
    _ kind: ReviewerIdentity.Kind, _ upstream: String, key: String = "sk-gateway"
  ) throws -> HTTPModel {
    let base = try #require(gateway)
    let settings = ModelFixture.settings(
      kind, model: upstream,
      endpoint: [.openai, .chat].contains(kind)
        ? "\(base)/v1" : kind == .gemini ? "\(base)/v1beta" : base,
      key: key)
    return HTTPModel(
      settings: settings, transport: Self.transport, secret: ReplyFixture.secret)
  }

  private func request() throws -> ReviewRequest {
    ReviewRequest(
      plan: ModelFixture.plan, rubric: try ReplyFixture.defaultRubric(), seat: .a, lens: .planner,
      deadline: .now + .seconds(60))
  }

  @Test("Every vendor's route leads to every vendor's model", arguments: kinds, upstreams)
  func healthy(_ kind: ReviewerIdentity.Kind, upstream: String) async throws {
    let request = try request()
    let reply = try await model(kind, upstream).ask(request).stored
    let review = try reply.review(
      for: request, by: ReviewerIdentity(name: "x", kind: kind), secret: ReplyFixture.secret)
    #expect(review.answers.count == 40)
    #expect(review.answers.allSatisfy { $0.answer == .yes })
    // the proxy does not know the tokens of other vendors' models on Gemini's route
    #expect(reply.usage?.outputTokens == (kind == .gemini && upstream != "gemini" ? nil : 7_000))
    #expect(reply.attempts == 1)
  }

  private func failure(_ model: HTTPModel) async throws -> ReviewFailure? {
    let request = try request()
    do throws(ReviewFailure) {
      _ = try await model.ask(request)
      return nil
    } catch {
      return error
    }
  }

  @Test("A wrong key is auth, whichever status the gateway chooses", arguments: kinds)
  func wrongKey(_ kind: ReviewerIdentity.Kind) async throws {
    let failure = try #require(
      try await failure(model(kind, "openai", key: "sk-wrong-0123456789")))
    #expect(failure.failureClass == .auth, "\(failure)")
    #expect(!failure.message.contains("sk-wrong-0123456789"))
  }

  @Test(
    "Trouble behind the gateway keeps its class",
    arguments: [
      ("slow-down", [.rateLimited]), ("broken", [.overloaded]), ("refuses", [.refused, .empty]),
      ("cut", [.truncated]), ("breaks-off", [.overloaded, .malformed, .unreachable]),
      ("unknown", [.invalidRequest, .notFound]),
    ] as [(String, Set<ReviewFailure.Class>)])
  func faults(_ upstream: String, expected: Set<ReviewFailure.Class>) async throws {
    let failure = try #require(try await failure(model(.chat, upstream)))
    #expect(expected.contains(failure.failureClass), "\(failure)")
  }
}
