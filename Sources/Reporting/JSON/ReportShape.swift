internal import CheckModel

extension Shape where Input == CheckResult {
  /// The whole report on one plan.
  static let report = Shape.object([
    Field("schema", "The format and its version.", .constant("speccheck.report/1")) { _ in "" },
    Field("tool", "Who wrote the report.", Shape<ToolIdentity>.tool) { $0.tool },
    Field("run", "Different in every run.", Shape<RunIdentity>.run) { $0.run },
    Field("plan", "What was judged.", Shape<Plan>.plan) { $0.plan },
    Field("risk", "How much can go wrong.", Shape<RiskAssessment>.risk) { $0.plan.risk },
    Field("rubric", "What it was judged by.", Shape<Rubric>.rubric) { $0.rubric },
    Field("policy", "The thresholds of the risk tier.", .policy) { $0 },
    Field("instrument", "Digest of rules, rubric and prompt.", .text) { $0.instrument },
    Field("reviews", "Seat A, then seat B.", Shape<SeatEntry>.review.list) { result in
      result.seats.map { SeatEntry(seat: $0, result: result) }
    },
    Field("confidence", "Both confidences and the gap between them.", .confidence) { $0 },
    Field("findings", "In report order.", Shape<PlacedFinding>.finding.list) { $0.placedFindings },
    Field("unseen", "Gaps that neither reviewer named.", Shape<UnseenEstimate>.unseen) {
      $0.unseen
    },
    Field("overrides", "What a person loosened.", Shape<Override>.override.list) { $0.overrides },
    Field("verdict", "The decision.", Shape<Verdict>.verdict) { $0.verdict },
    Field("rounds", "Against earlier runs on this plan.", .rounds) { $0 },
    Field("timing", "Different in every run.", .timing) { $0 },
    Field("diagnostics", "About the run, not the plan.", Shape<Diagnostic>.diagnostic.list) {
      $0.diagnostics
    },
  ])

  static let policy = Shape.object([
    Field("go", "Both together at least.", Shape<Double>.points) { $0.policy.go },
    Field("eachAtLeast", "Each alone at least.", Shape<Double>.points) { $0.policy.eachAtLeast },
    Field("noGo", "Below it the plan is refused.", Shape<Double>.points) { $0.policy.noGo },
    Field("holdMajors", "More confirmed majors hold.", .count) { $0.policy.holdMajors },
    Field("noGoMajors", "So many confirmed majors refuse.", .count) { $0.policy.noGoMajors },
    Field("farApart", "The least distance that is far apart.", Shape<Double>.number) {
      $0.policy.farApart
    },
    Field("rounds", "Rounds without progress before a person is asked.", .count) {
      $0.policy.rounds
    },
    Field("sha256", "Of these values.", .digest) { $0.policySHA256 },
  ])

  static let rounds = Shape.object([
    Field("number", "This run's, from 1.", .ordinal) { $0.run.round },
    Field("open", "Findings that are open.", .count) { result in
      result.merged.findings.count { $0.status == .open }
    },
    Field("fixed", "Since the last round.", Shape<Int>.count.orNull) { _ in nil },
    Field("new", "Since the last round.", Shape<Int>.count.orNull) { _ in nil },
    Field("returned", "Fixed before and open again.", Shape<Int>.count.orNull) { _ in nil },
    Field("breaker", "Open: too many rounds without progress.", Shape<Breaker>.word.orNull) { _ in
      nil
    },
  ])

  static let timing = Shape.object([
    Field("wallMs", "The whole run.", Shape<Double>.number) { $0.timing.wall },
    Field("slowestReviewerMs", "The longer wait.", Shape<Double>.number) {
      $0.timing.slowestReviewer
    },
    Field("overheadMs", "All but the longer wait.", Shape<Double>.number) {
      max(0, $0.timing.wall - $0.timing.slowestReviewer)
    },
    Field("reviewers", "Seat by seat.", Shape<SeatResult>.seatTiming.list) { $0.seats },
  ])
}

enum Breaker: String, Sendable, CaseIterable { case closed, open }

extension Shape where Input == ToolIdentity {
  static let tool = Shape.object([
    Field("name", "The program.", .text) { $0.name },
    Field("version", "Its version.", .text) { $0.version },
  ])
}

extension Shape where Input == RunIdentity {
  static let run = Shape.object([
    Field("id", "The run's name.", .text) { $0.id },
    Field("startedAt", "RFC 3339, UTC.", .text) { $0.startedAt },
    Field("round", "Of successive runs on one plan.", .ordinal) { $0.round },
  ])
}

extension Shape where Input == RiskAssessment {
  static let risk = Shape.object([
    Field("tier", "It sets the thresholds.", .word) { $0.tier },
    Field("because", "The lines that decided it.", Shape<RiskAssessment.Trigger>.trigger.list) {
      $0.because
    },
    Field("acceptedBy", "Who lowered it.", Shape<String>.text.orNull) { $0.acceptedBy },
  ])
}

extension Shape where Input == RiskAssessment.Trigger {
  static let trigger = Shape.object([
    Field("file", "Where it stands.", .text) { $0.file },
    Field("line", "Where it stands.", .ordinal) { $0.line },
    Field("trigger", "The words or path.", .text) { $0.trigger },
  ])
}

extension Shape where Input == Rubric {
  static let rubric = Shape.object([
    Field("name", "The rubric's name.", .text) { $0.name },
    Field("sha256", "Of the file.", .digest) { $0.sha256 },
  ])
}

extension Shape where Input == UnseenEstimate {
  static let unseen = Shape.object([
    Field("estimate", "Null where none can be given.", Shape<Double>.number.orNull) {
      $0.estimate
    },
    Field("low", "The interval's lower end.", Shape<Int>.count.orNull) { $0.low },
    Field("high", "The interval's upper end.", Shape<Int>.count.orNull) { $0.high },
    Field("level", "The interval's level.", Shape<Double>.number) { $0.level },
    Field("matched", "Gaps named by both.", Shape<Int>.count.orNull) { $0.matched },
    Field("why", "Why there is none, or how to read it.", .text) { $0.why },
  ])
}

extension Shape where Input == SeatResult {
  static let seatTiming = Shape.object([
    Field("seat", "Which one.", .word) { $0.seat },
    Field("ms", "How long it took.", Shape<Double>.number) { $0.milliseconds },
  ])
}

extension Shape where Input == Diagnostic {
  static let diagnostic = Shape.object([
    Field("code", "A word that stays.", .text) { $0.code },
    Field("message", "A sentence.", .text) { $0.message },
  ])
}
