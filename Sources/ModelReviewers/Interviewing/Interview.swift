import CheckModel
import Reviewing

/// One conversation with a model until there is a valid reply, or a reason why there will be none.
///
/// Three things lead to another request, each bounded: trouble that passes by itself, a part of the question
/// that the server does not know, and one reply that could not be used.
struct Interview {
  /// A valid reply and all that is known about how it came.
  struct Outcome {
    var text: [UInt8]
    /// The same, read.
    var reply: Reply
    /// As whoever was asked names it.
    var answered: String?
    var usage: Usage?
    var attempts: Int
  }

  let respondent: any Respondent
  let policy: RetryPolicy
  let pace: Pace
  let request: ReviewRequest
  let decoder: ReplyDecoder

  private var question: ModelQuestion
  private var usage = WireUsage()
  /// Requests sent; those that were refused for a part of the question cost nothing and do not use up the policy's.
  private var attempts = 0
  private var refusals = 0
  private var hasAskedAgain = false

  init(
    _ respondent: any Respondent, prompt: Prompt, policy: RetryPolicy, pace: Pace,
    request: ReviewRequest, decoder: ReplyDecoder
  ) {
    self.respondent = respondent
    self.policy = policy
    self.pace = pace
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
        // it would be kept and shown, and asking again would send once more what came back
        if let objection = respondent.objection(to: text) { throw counted(objection) }
        do throws(ReplyRejection) {
          let reply = try decoder.read(text)
          return Outcome(
            text: text, reply: reply, answered: wire.model, usage: usage.usage, attempts: attempts)
        } catch {
          guard error.deservesAnother, mayAskAgain() else { throw counted(error.failure) }
          question.correction = error.correction
        }
      }
    }
  }

  /// Changes the question, or waits; throws when there shall be no further request.
  private mutating func prepareNext(after wire: WireFailure) async throws(ReviewFailure) {
    if let part = wire.refused, question.giveWay(in: part, forms: respondent.forms) {
      refusals += 1
      return
    }
    if [.malformed, .empty].contains(wire.failure.failureClass), mayAskAgain() { return }
    let wait = policy.wait(
      after: wire, attempt: attempts - refusals, remaining: remaining, chance: pace.chance(),
      now: pace.wallSeconds())
    guard let wait else { throw counted(wire.failure) }
    request.progress.report(.waiting(wait, because: wire.failure.failureClass))
    do {
      try await pace.sleep(wait)
    } catch {
      throw cancelled
    }
  }

  private mutating func mayAskAgain() -> Bool {
    guard !hasAskedAgain, attempts - refusals < policy.attempts, remaining > policy.leastTime
    else { return false }
    hasAskedAgain = true
    return true
  }

  private var remaining: Duration { request.deadline - pace.now() }

  /// One attempt and what came of it; throws when it was not even made.
  private mutating func attempt() async throws(ReviewFailure) -> WireReply {
    guard !Task.isCancelled else { throw cancelled }
    guard remaining > .zero else { throw counted(respondent.noTime) }
    let attempt = Attempt(number: attempts + 1, time: remaining, progress: request.progress)
    let reply: WireReply
    do {
      reply = try await respondent.answer(question, attempt)
    } catch {
      throw counted(error)
    }
    attempts += 1
    usage.add(reply.usage)
    if case .failure(let wire) = reply.outcome, wire.failure.failureClass == .cancelled {
      throw wire.failure
    }
    return reply
  }

  private var cancelled: ReviewFailure {
    ReviewFailure(.cancelled, message: "\(decoder.name): the review was cancelled")
  }

  private func counted(_ failure: ReviewFailure) -> ReviewFailure {
    guard attempts > 1 else { return failure }
    var failure = failure
    failure.detail = [failure.detail, "asked \(attempts) times"].compactMap { $0 }
      .joined(separator: "\n")
    return failure
  }
}
