import CheckModel
import HTTPClient
import Reviewing

/// A model behind an HTTP API that is interviewed: one request for each attempt.
struct HTTPRespondent: Respondent {
  let settings: ModelSettings
  let provider: any Provider
  let transport: any HTTPTransport
  let spending: Spending
  let pace: Pace

  var forms: [AnswerForm] { provider.forms }

  var noTime: ReviewFailure { settings.noTime }

  func objection(to answer: [UInt8]) -> ReviewFailure? {
    settings.isKeyRepeated(in: answer) ? settings.repeatsKey : nil
  }

  func answer(
    _ question: ModelQuestion, _ attempt: Attempt
  ) async throws(ReviewFailure) -> WireReply {
    let wire = provider.request(question, settings)
    let total = min(settings.total, attempt.time)
    let sent = wire.limited(by: settings, total: total)
    let worst = settings.worstCase(promptBytes: wire.body.count)
    guard await spending.begin(worst) else { throw settings.noMoney }
    let progress = attempt.progress
    progress.report(.asked(attempt: attempt.number, bytes: wire.body.count))
    let start = pace.now()
    do {
      let response = try await transport.ask(provider, sent) { bytes in
        progress.report(.received(bytes: bytes))
      }
      var reply = settings.withoutKey(provider.read(response, to: question, settings))
      await spending.end(worst, actual: charge(reply, response.status, worst))
      reply.usage.costUSD = settings.cost(of: reply.usage)
      return reply
    } catch {
      // whoever broke off may have been billed for all of it, so the worst case stays counted
      let failure = settings.failure(of: error, after: pace.now() - start, total: total)
      return WireReply(.failure(WireFailure(failure: failure)))
    }
  }

  /// What the request took: what the server says, nothing for an error, the worst where it says nothing.
  private func charge(
    _ reply: WireReply, _ status: Int, _ worst: Spending.Charge
  ) -> Spending.Charge {
    guard status == 200 else { return Spending.Charge(tokens: 0, usd: 0) }
    guard reply.usage.usage != nil else { return worst }
    return Spending.Charge(tokens: reply.usage.tokens, usd: settings.cost(of: reply.usage))
  }
}
