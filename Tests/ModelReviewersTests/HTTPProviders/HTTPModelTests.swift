import CheckModel
import HTTPClient
import ReplyStore
import Reviewing
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("A model over HTTP")
struct HTTPModelTests {
  private static let reply = ModelFixture.reply

  private func ask(
    _ settings: ModelSettings, _ transport: ScriptedTransport, clock: ScriptedClock = .init(),
    within time: Duration = .seconds(900), spending: Spending = Spending(),
    progress: ProgressReporter = .none
  ) async throws(ReviewFailure) -> StoredReply {
    try await HTTPModel(
      settings: settings, transport: transport, secret: ReplyFixture.secret, spending: spending,
      pace: clock.pace
    ).ask(ModelFixture.request(clock.pace, within: time, progress: progress)).stored
  }

  /// The failure of asking; records an issue when there is a reply.
  private func failure(
    _ settings: ModelSettings, _ transport: ScriptedTransport, clock: ScriptedClock = .init(),
    within time: Duration = .seconds(900), spending: Spending = Spending()
  ) async -> ReviewFailure? {
    do throws(ReviewFailure) {
      _ = try await ask(settings, transport, clock: clock, within: time, spending: spending)
      Issue.record("there is a reply")
      return nil
    } catch {
      return error
    }
  }

  private func error(_ status: Int, _ headers: [HTTPHeader] = []) -> HTTPResponse {
    VendorWire.json(["error": ["message": "trouble"]], status: status, headers)
  }

  @Test(
    "Every vendor's answer becomes a reply, streamed or whole",
    arguments: ReviewerIdentity.Kind.overHTTP, [true, false])
  func healthy(_ kind: ReviewerIdentity.Kind, streams: Bool) async throws {
    let response =
      streams
      ? VendorWire.stream(kind, Self.reply) : VendorWire.document(kind, Self.reply)
    let transport = ScriptedTransport(response)
    let reply = try await ask(ModelFixture.settings(kind), transport)
    #expect(reply.reply == Array(Self.reply.utf8))
    #expect(reply.attempts == 1)
    #expect(reply.askedAt == "2026-11-20T13:20:00Z")
    #expect(await transport.requests.count == 1)
  }

  @Test(
    "The family is that of the model that answered, else a person's word",
    arguments: [
      (.anthropic, nil, nil, "claude-opus-5-5-20261001", "anthropic", .answered),
      (.openai, nil, "anthropic", "gpt-6-sol-2026-10-01", "openai", .answered),
      (.gemini, nil, nil, "gemini-3.8-flash-001", "google", .answered),
      (.chat, nil, nil, "qwen3-coder-30b", nil, nil),
      (.chat, nil, "qwen", "qwen3-coder-30b", "qwen", .declared),
      (.chat, "claude-opus-5-5", nil, "qwen3-coder-30b", "anthropic", .declared),
      (.chat, "gpt-6-sol", "qwen", "qwen3-coder-30b", "openai", .declared),
    ]
      as [(
        ReviewerIdentity.Kind, String?, String?, String, String?, ModelIdentity.FamilyBasis?
      )])
  func family(
    _ kind: ReviewerIdentity.Kind, model: String?, declared: String?, answered: String,
    family: String?, basis: ModelIdentity.FamilyBasis?
  ) async throws {
    let settings = ModelFixture.settings(kind, model: model, family: declared)
    let reply = try await ask(settings, ScriptedTransport(VendorWire.stream(kind, Self.reply)))
    var model = reply.model
    model.claimedFamilies = []
    #expect(
      model
        == ModelIdentity(
          requested: settings.model, answered: answered, family: family, familyBasis: basis))
  }

  @Test("Passing trouble is waited for, as long as the server asks, and told")
  func retries() async throws {
    let transport = ScriptedTransport([
      .response(error(429, [HTTPHeader("retry-after", "7")])), .failure(.unreachable("reset")),
      .response(error(529)), .response(VendorWire.stream(.anthropic, Self.reply)),
    ])
    let clock = ScriptedClock()
    let log = ProgressLog()
    let reply = try await ask(
      ModelFixture.settings(.anthropic), transport, clock: clock, progress: log.reporter)
    #expect(await clock.waits == [.seconds(7), .seconds(1), .seconds(2)])
    #expect(reply.attempts == 4)
    let bytes = await transport.requests[0].body.count
    let size = VendorWire.stream(.anthropic, Self.reply).body.count
    let told = await log.close()
    let expected: [ProgressEvent] = [
      .asked(attempt: 1, bytes: bytes), .received(bytes: 31),
      .waiting(.seconds(7), because: .rateLimited),
      .asked(attempt: 2, bytes: bytes), .waiting(.seconds(1), because: .unreachable),
      .asked(attempt: 3, bytes: bytes), .received(bytes: 31),
      .waiting(.seconds(2), because: .overloaded),
      .asked(attempt: 4, bytes: bytes), .received(bytes: size),
    ]
    #expect(told == expected)
  }

  @Test("The fourth failure is the last, and the detail says so")
  func givesUp() async throws {
    let transport = ScriptedTransport(error(500), error(500), error(500), error(503))
    let failure = try #require(await failure(ModelFixture.settings(.openai), transport))
    #expect(failure.failureClass == .overloaded)
    #expect(failure.message.contains("HTTP 503"))
    #expect(failure.detail == "asked 4 times")
    #expect(await transport.requests.count == 4)
  }

  @Test(
    "What would be the same again is asked once",
    arguments: [(400, .invalidRequest), (401, .auth), (402, .quota), (404, .notFound)]
      as [(Int, ReviewFailure.Class)])
  func once(_ status: Int, expected: ReviewFailure.Class) async throws {
    let transport = ScriptedTransport(error(status))
    let failure = try #require(await failure(ModelFixture.settings(.openai), transport))
    #expect(failure.failureClass == expected)
    #expect(failure.detail == nil)
    #expect(await transport.requests.count == 1)
  }

  @Test("A server that asks for more time than there is, is not waited for")
  func tooLong() async throws {
    for (delay, time) in [("3600", 900), ("60", 30)] {
      let transport = ScriptedTransport(error(429, [HTTPHeader("retry-after", delay)]))
      let clock = ScriptedClock()
      let failure = await failure(
        ModelFixture.settings(.chat), transport, clock: clock, within: .seconds(time))
      #expect(failure?.failureClass == .rateLimited)
      #expect(await clock.waits == [])
    }
  }

  @Test("An attempt may take no longer than what is left until the deadline")
  func limits() async throws {
    let transport = ScriptedTransport(VendorWire.stream(.chat, Self.reply))
    _ = try await ask(ModelFixture.settings(.chat), transport, within: .seconds(20))
    let limits = try #require(await transport.requests.first).limits
    #expect(limits.total == .seconds(20))
    #expect(limits.idle == .seconds(180))
    #expect(limits.bodyBytes == 24 << 20)
    let none = ScriptedTransport()
    let failure = await failure(ModelFixture.settings(.chat), none, within: .zero)
    #expect(failure?.failureClass == .timeoutTotal)
    #expect(await none.requests.isEmpty)
  }

  @Test(
    "What the transport reports keeps its class",
    arguments: [
      (.unreachable("no such host"), .unreachable), (.timeoutIdle, .timeoutIdle),
      (.tooLarge, .malformed), (.cancelled, .cancelled),
      (.invalidRequest("bad header"), .invalidRequest),
      (.unavailable("install libcurl4"), .notInstalled),
      // the clock of the test stands still, so no time can have run out: it was the connection's
      (.timeoutTotal, .unreachable),
    ] as [(HTTPFailure, ReviewFailure.Class)])
  func transport(_ broken: HTTPFailure, expected: ReviewFailure.Class) async throws {
    let transport = ScriptedTransport(Array(repeating: .failure(broken), count: 4))
    let failure = try #require(await failure(ModelFixture.settings(.chat), transport))
    #expect(failure.failureClass == expected)
    #expect(!failure.message.contains(ModelFixture.key))
  }

  @Test("Time that ran out is told from a connection that never stood")
  func timeouts() {
    let settings = ModelFixture.settings(.chat)
    let late = settings.failure(of: .timeoutTotal, after: .seconds(30), total: .seconds(30))
    #expect(late.failureClass == .timeoutTotal)
    let early = settings.failure(of: .timeoutTotal, after: .seconds(15), total: .seconds(30))
    #expect(early.failureClass == .unreachable)
  }

  @Test(
    "Cancelling ends a wait for an answer, and a wait between attempts", arguments: [true, false])
  func cancelled(whileWaiting: Bool) async {
    let steps: [ScriptedTransport.Step] =
      whileWaiting ? [.response(error(429, [HTTPHeader("retry-after", "60")]))] : [.silence]
    let task = Task<ReviewFailure.Class?, Never> {
      do throws(ReviewFailure) {
        _ = try await HTTPModel(
          settings: ModelFixture.settings(.chat), transport: ScriptedTransport(steps),
          secret: ReplyFixture.secret
        ).ask(ModelFixture.request())
        return nil
      } catch {
        return error.failureClass
      }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("Usage is summed over attempts, answers that could not be used included")
  func usage() async throws {
    let transport = ScriptedTransport(
      VendorWire.stream(.anthropic, "no JSON"), VendorWire.stream(.anthropic, Self.reply))
    let reply = try await ask(ModelFixture.settings(.anthropic), transport)
    #expect(reply.attempts == 2)
    let usage = try #require(reply.usage)
    #expect(usage.inputTokens == 2_000)
    #expect(usage.cachedInputTokens == 800)
    #expect(usage.outputTokens == 400)
    #expect(usage.reasoningTokens == 100)
    // 500 at 4, 400 read at 0.2, 100 written at 5, 200 out at 20, each twice
    #expect(abs(try #require(usage.costUSD) - 0.01316) < 1e-9)
  }

  @Test("A failed seat tells what its attempts took")
  func usageOfFailure() async throws {
    let bad = VendorWire.stream(.anthropic, "no JSON")
    let failure = try #require(
      await failure(ModelFixture.settings(.anthropic), ScriptedTransport(bad, bad)))
    #expect(failure.failureClass == .malformed)
    #expect(failure.attempts == 2)
    #expect(failure.usage?.inputTokens == 2_000)
    #expect(failure.usage?.outputTokens == 400)
  }

  @Test("No further attempt is begun that could pass the limit of the run")
  func spending() async throws {
    let settings = ModelFixture.settings(.anthropic)
    let enough = ScriptedTransport(
      VendorWire.stream(.anthropic, "no JSON"), VendorWire.stream(.anthropic, Self.reply))
    let spending = Spending(maxTokens: 40_000)
    let reply = try await ask(settings, enough, spending: spending)
    #expect(reply.attempts == 2)
    #expect(await spending.total.tokens == 2_400)
    // what the server refused took nothing
    let refusing = ScriptedTransport(error(503), VendorWire.stream(.anthropic, Self.reply))
    let other = Spending(maxTokens: 40_000)
    #expect(try await ask(settings, refusing, spending: other).attempts == 2)
    #expect(await other.total.tokens == 1_200)
    let tight = Spending(maxTokens: 33_000)
    let refused = ScriptedTransport(VendorWire.stream(.anthropic, Self.reply))
    let failure = try #require(await failure(settings, refused, spending: tight))
    #expect(failure.failureClass == .quota)
    #expect(failure.message.contains("--max-tokens"))
    #expect(await refused.requests.isEmpty)
  }
}

/// What a reviewer says about its progress, in order.
struct ProgressLog: Sendable {
  private let stream: AsyncStream<ProgressEvent>
  private let continuation: AsyncStream<ProgressEvent>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  var reporter: ProgressReporter {
    ProgressReporter { [continuation] event in continuation.yield(event) }
  }

  /// All events so far; later ones are not taken any more.
  func close() async -> [ProgressEvent] {
    continuation.finish()
    return await stream.reduce(into: []) { $0.append($1) }
  }
}
