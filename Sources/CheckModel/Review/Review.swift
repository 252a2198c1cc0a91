/// What one seat returned.
package struct Review: Sendable {
  package var seat: Seat
  package var lens: Lens
  package var reviewer: ReviewerIdentity
  package var model: ModelIdentity
  /// Exactly one for each question of the rubric, in its order.
  package var answers: [QuestionAnswer]
  package var findings: [Finding]
  /// Nil for rule reviewers, which never approve.
  package var startNow: StartNow?
  /// For the plan's author, at most 5.
  package var questions: [String]
  package var strongestObjection: String?
  package var quotes: QuoteCount
  package var usage: Usage?
  package var attempts: Int
  package var fromLedger: Bool
  /// Reviews asked for together are of one sitting; the first is 1.
  package var sitting: Int
  /// All reviews of the same bytes by the same reviewer, this one among them, in the order asked; empty
  /// when there is no other.
  package var repeats: [Review]
  /// It was written for an earlier version of the plan; what of it still stands was kept.
  package var isOfEarlierVersion: Bool

  package init(
    seat: Seat, lens: Lens, reviewer: ReviewerIdentity,
    model: ModelIdentity = ModelIdentity(), answers: [QuestionAnswer], findings: [Finding],
    startNow: StartNow? = nil, questions: [String] = [], strongestObjection: String? = nil,
    quotes: QuoteCount = QuoteCount(), usage: Usage? = nil, attempts: Int = 1,
    fromLedger: Bool = false, sitting: Int = 1,
    repeats: [Review] = [], isOfEarlierVersion: Bool = false
  ) {
    self.seat = seat
    self.lens = lens
    self.reviewer = reviewer
    self.model = model
    self.answers = answers
    self.findings = findings
    self.startNow = startNow
    self.questions = questions
    self.strongestObjection = strongestObjection
    self.quotes = quotes
    self.usage = usage
    self.attempts = attempts
    self.fromLedger = fromLedger
    self.sitting = sitting
    self.repeats = repeats
    self.isOfEarlierVersion = isOfEarlierVersion
  }

  /// The answer to a question by its id; nil when the review has none.
  package func answer(_ question: String) -> QuestionAnswer? {
    answers.first { $0.question == question }
  }
}

/// The answer to one question of the rubric.
package struct QuestionAnswer: Sendable, Hashable {
  /// The words of the rubric, and one for questions that no rule looks at.
  package enum Answer: String, Sendable, Codable, CaseIterable {
    case yes, partly, no
    case notApplicable = "not-applicable"
    case cannotTell = "cannot-tell"
    /// Rule reviewers only.
    case notJudged = "not-judged"
  }
  package var question: String
  /// As it counts: a `yes` without a literal quote of at least 12 characters is `partly` already.
  package var answer: Answer
  package var reason: String
  package var span: Span?
  package var quote: String?
  /// Nil where no quote was given.
  package var evidence: Finding.Evidence?
  /// For rule reviewers: the saturating penalty of the findings of this question's rules is counted per criterion.
  package init(
    question: String, answer: Answer, reason: String, span: Span? = nil, quote: String? = nil,
    evidence: Finding.Evidence? = nil
  ) {
    self.question = question
    self.answer = answer
    self.reason = reason
    self.span = span
    self.quote = quote
    self.evidence = evidence
  }
}

/// Would the reviewer let the executor start on exactly this text?
package struct StartNow: Sendable, Hashable {
  package var answer: Bool
  package var reason: String

  package init(answer: Bool, reason: String) {
    self.answer = answer
    self.reason = reason
  }
}

/// How many of a review's quotes stand in the plan.
package struct QuoteCount: Sendable, Hashable {
  package var total: Int
  package var notFound: Int

  package init(total: Int = 0, notFound: Int = 0) {
    self.total = total
    self.notFound = notFound
  }
}

/// Who holds a seat.
package struct ReviewerIdentity: Sendable, Hashable {
  /// How the reviewer is reached.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case rules, answer, command
    case anthropic, openai, chat, openrouter, gemini, ollama
    case claudeCLI = "claude-cli"
    case codexCLI = "codex-cli"
  }
  /// As the user named it: `rules/planner`, `answer:a.json`.
  package var name: String
  package var kind: Kind
  /// The server it is reached at, with its port; nil for what is not reached over the network.
  package var host: String?
  package var access: RepositoryAccess

  package init(name: String, kind: Kind, host: String? = nil, access: RepositoryAccess = .plan) {
    self.name = name
    self.kind = kind
    self.host = host
    self.access = access
  }

  package var isRules: Bool { kind == .rules }
}

/// What a review cost, as far as the reviewer says.
package struct Usage: Sendable, Hashable {
  package var inputTokens: Int?
  package var cachedInputTokens: Int?
  package var outputTokens: Int?
  package var reasoningTokens: Int?
  package var costUSD: Double?

  package init(
    inputTokens: Int? = nil, cachedInputTokens: Int? = nil, outputTokens: Int? = nil,
    reasoningTokens: Int? = nil, costUSD: Double? = nil
  ) {
    self.inputTokens = inputTokens
    self.cachedInputTokens = cachedInputTokens
    self.outputTokens = outputTokens
    self.reasoningTokens = reasoningTokens
    self.costUSD = costUSD
  }
}

/// What a reviewer may read.
package enum RepositoryAccess: String, Sendable, Codable, CaseIterable { case plan, repository }
