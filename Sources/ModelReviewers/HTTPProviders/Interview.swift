import CheckModel
import HTTPClient
import Reviewing

/// One conversation with a model until there is a valid reply, or a reason why there will be none.
///
/// Three things lead to another request, each bounded: trouble that passes by itself, an answer form that
/// the server cannot do, and one reply that could not be used.
struct Interview {
  /// A valid reply and all that is known about how it came.
  struct Outcome {
    var text: [UInt8]
    var answered: String?
    var usage: Usage?
    var attempts: Int
  }

  let settings: ModelSettings
  let provider: any Provider
  let transport: any HTTPTransport
  let policy: RetryPolicy
  let pace: Pace
  let spending: Spending
  let request: ReviewRequest
  let decoder: ReplyDecoder

  private var question: ModelQuestion
  private var usage = WireUsage()
  /// Requests sent; those that were refused for their form cost nothing and do not use up the policy's.
  private var attempts = 0
  private var refusedForms = 0
  private var hasAskedAgain = false

  init(
    _ settings: ModelSettings, provider: any Provider, prompt: Prompt,
    transport: any HTTPTransport, policy: RetryPolicy, pace: Pace, spending: Spending,
    request: ReviewRequest, decoder: ReplyDecoder
  ) {
    self.settings = settings
    self.provider = provider
    self.transport = transport
    self.policy = policy
    self.pace = pace
    self.spending = spending
    self.request = request
    self.decoder = decoder
    question = ModelQuestion(prompt: prompt)
  }

  /// Throws the failure of the last attempt, with what all of them took; `detail` says how many there were.
  mutating func run() async throws(ReviewFailure) -> Outcome {
    do {
      return try await converse()
    } catch {
      var failure = error
      failure.attempts = attempts
      failure.usage = usage.usage
      throw failure
    }
  }

  private mutating func converse() async throws(ReviewFailure) -> Outcome {
    while true {
      let wire = try await attempt()
      switch wire.outcome {
      case .failure(let failure): try await prepareNext(after: failure)
      case .success(let text):
        // it would be kept and shown, and asking again would send the key once more
        guard !settings.isKeyRepeated(in: text) else { throw counted(settings.repeatsKey) }
        do throws(ReplyRejection) {
          _ = try decoder.read(text)
          return Outcome(
            text: text, answered: wire.model, usage: usage.usage, attempts: attempts)
        } catch {
          guard error.deservesAnother, mayAskAgain() else { throw counted(error.failure) }
          question.correction = error.correction
        }
      }
    }
  }

  /// Changes the question, or waits; throws when there shall be no further request.
  private mutating func prepareNext(after wire: WireFailure) async throws(ReviewFailure) {
    if wire.refusesForm, let index = provider.forms.firstIndex(of: question.form),
      index + 1 < provider.forms.count
    {
      question.form = provider.forms[index + 1]
      refusedForms += 1
      return
    }
    if [.malformed, .empty].contains(wire.failure.failureClass), mayAskAgain() { return }
    let wait = policy.wait(
      after: wire, attempt: attempts - refusedForms, remaining: remaining, chance: pace.chance(),
      now: pace.wallSeconds())
    guard let wait else { throw counted(wire.failure) }
    request.progress.report(.waiting(wait, because: wire.failure.failureClass))
    do {
      try await pace.sleep(wait)
    } catch {
      throw settings.cancelled
    }
  }

  private mutating func mayAskAgain() -> Bool {
    guard !hasAskedAgain, attempts - refusedForms < policy.attempts, remaining > policy.leastTime
    else { return false }
    hasAskedAgain = true
    return true
  }

  private var remaining: Duration { request.deadline - pace.now() }

  /// One request and what came of it; throws when it was not even sent.
  private mutating func attempt() async throws(ReviewFailure) -> WireReply {
    guard !Task.isCancelled else { throw settings.cancelled }
    guard remaining > .zero else { throw counted(settings.noTime) }
    let wire = provider.request(question, settings)
    let total = min(settings.total, remaining)
    let sent = wire.limited(by: settings, total: total)
    let worst = settings.worstCase(promptBytes: wire.body.count)
    guard await spending.begin(worst) else { throw counted(settings.noMoney) }
    attempts += 1
    request.progress.report(.asked(attempt: attempts, bytes: wire.body.count))
    let start = pace.now()
    let progress = request.progress
    let reply: WireReply
    do {
      let response = try await transport.ask(provider, sent) { bytes in
        progress.report(.received(bytes: bytes))
      }
      reply = settings.withoutKey(provider.read(response, to: question, settings))
      await spending.end(worst, actual: charge(reply, response.status, worst))
    } catch {
      // whoever broke off may have been billed for all of it, so the worst case stays counted
      let failure = settings.failure(of: error, after: pace.now() - start, total: total)
      if failure.failureClass == .cancelled { throw failure }
      return WireReply(.failure(WireFailure(failure: failure)))
    }
    var used = reply.usage
    used.costUSD = settings.cost(of: used)
    usage.add(used)
    return reply
  }

  /// What the request took: what the server says, nothing for an error, the worst where it says nothing.
  private func charge(
    _ reply: WireReply, _ status: Int, _ worst: Spending.Charge
  ) -> Spending.Charge {
    guard status == 200 else { return Spending.Charge(tokens: 0, usd: 0) }
    guard reply.usage.usage != nil else { return worst }
    return Spending.Charge(tokens: reply.usage.tokens, usd: settings.cost(of: reply.usage))
  }

  private func counted(_ failure: ReviewFailure) -> ReviewFailure {
    guard attempts > 1 else { return failure }
    var failure = failure
    failure.detail = [failure.detail, "asked \(attempts) times"].compactMap { $0 }
      .joined(separator: "\n")
    return failure
  }
}
