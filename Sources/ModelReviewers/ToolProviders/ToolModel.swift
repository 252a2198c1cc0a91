package import CheckModel
import Configuration
import ReplyStore
package import Reviewing
package import Scratch
package import Subprocess

/// A model behind a program on this machine: asks it, reads strictly what it answers, and asks again within
/// bounds.
///
/// On a seat it stands inside a `KeepingReviewer`, which asks for nothing twice.
package struct ToolModel: ReplySource {
  let tool: ToolSettings
  private let runner: any ProgramRunner
  private let scratch: ScratchRoom
  private let secret: [UInt8]
  private let reading: RepositoryReading
  private let spending: Spending
  private let withoutSecrets: @Sendable (String) -> String
  private let policy: RetryPolicy
  private let pace: Pace

  package var identity: ReviewerIdentity { tool.identity }

  /// - Parameters:
  ///   - scratch: where it works.
  ///   - secret: what nonces are made with.
  ///   - reading: what it may read beside the plan, should its access be to the repository.
  ///   - spending: shared by all models of a run; without one there is no limit.
  ///   - withoutSecrets: what may be shown of a text that the program wrote for people.
  package init(
    settings: ToolSettings, runner: any ProgramRunner, scratch: ScratchRoom, secret: [UInt8],
    reading: RepositoryReading = .none, spending: Spending = Spending(),
    withoutSecrets: @escaping @Sendable (String) -> String = { $0 },
    policy: RetryPolicy = .ofPrograms, pace: Pace = .real
  ) {
    tool = settings
    self.runner = runner
    self.scratch = scratch
    self.secret = secret
    self.reading = reading
    self.spending = spending
    self.withoutSecrets = withoutSecrets
    self.policy = policy
    self.pace = pace
  }

  /// The family is one of them although it shapes no reply: what is kept says which family answered.
  package func settings(for plan: Plan) -> [String: String] {
    [
      "kind": tool.kind.rawValue, "program": tool.program,
      "arguments": tool.arguments.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n"),
      "model": tool.model ?? "", "effort": tool.effort ?? "", "family": tool.family ?? "",
      "access": tool.access.rawValue, "repository": repository(of: plan)?.digest ?? "",
      "endpoint": tool.redirect?.url ?? "",
    ]
  }

  private func repository(of plan: Plan) -> TrackedFiles? {
    tool.access == .repository ? reading.files(plan) : nil
  }

  /// Throws any class of failure; `cancelled` as soon as its task is, once the program has ended.
  package func ask(_ request: ReviewRequest) async throws(ReviewFailure) -> NewReply {
    let (respondent, provider) = try respondent(reading: repository(of: request.plan))
    var request = request
    request.progress = masked(request.progress)
    let askedAt = RFC3339.text(seconds: pace.wallSeconds())
    var interview = Interview(
      respondent,
      prompt: Prompt(
        plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
        access: tool.access, secret: secret),
      policy: policy, pace: pace, request: request,
      decoder: ReplyDecoder(
        plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
        secret: secret, name: tool.name))
    let outcome: Interview.Outcome
    do {
      outcome = try await interview.run()
    } catch {
      throw masked(error)
    }
    // the answer was looked through before; who gave it is shown and kept as well
    if let name = outcome.answered, let found = reading.secret(Array(name.utf8)) {
      throw tool.tells(secret: found)
    }
    return NewReply(
      stored: StoredReply(
        askedAt: askedAt,
        model: provider.model(answered: outcome.answered, claimed: outcome.reply.model, tool),
        usage: outcome.usage, attempts: outcome.attempts, reply: outcome.text),
      read: outcome.reply)
  }

  private func masked(_ failure: ReviewFailure) -> ReviewFailure {
    var failure = failure
    failure.message = withoutSecrets(failure.message)
    failure.detail = failure.detail.map(withoutSecrets)
    return failure
  }

  private func masked(_ progress: ProgressReporter) -> ProgressReporter {
    ProgressReporter { [withoutSecrets, key = tool.key] event in
      guard case .complained(let words) = event else { return progress.report(event) }
      progress.report(.complained(withoutSecrets(key?.masked(words) ?? words)))
    }
  }

  /// The program as it is interviewed; throws for a kind that is none.
  func respondent(
    reading repository: TrackedFiles?
  ) throws(ReviewFailure) -> (ToolRespondent, any ToolProvider) {
    guard let provider = tool.kind.toolProvider else {
      throw ReviewFailure(
        .invalidRequest, message: "\(tool.name): this kind of reviewer cannot be asked here")
    }
    let respondent = ToolRespondent(
      settings: tool, provider: provider, runner: runner, scratch: scratch,
      repository: repository, secretIn: reading.secret, spending: spending)
    return (respondent, provider)
  }
}

extension ToolSettings {
  /// What is known of the model before anybody is asked.
  package var expected: ModelIdentity {
    kind.toolProvider?.model(answered: nil, claimed: nil, self) ?? ModelIdentity()
  }
}
