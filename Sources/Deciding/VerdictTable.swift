import CheckModel

/// What one row of the verdict table says.
enum Ruling: Sendable {
  /// Only from two valid reviews: there is no GO without a pair.
  case go(ReviewPair, message: String)
  case stop(Stop, Verdict.Code, message: String)

  enum Stop: Sendable { case noGo, hold, incomplete }

  static func noGo(_ code: Verdict.Code, _ message: String) -> Ruling {
    .stop(.noGo, code, message: message)
  }

  static func hold(_ code: Verdict.Code, _ message: String) -> Ruling {
    .stop(.hold, code, message: message)
  }

  var outcome: Verdict.Outcome {
    switch self {
    case .go: .go
    case .stop(.noGo, _, _): .noGo
    case .stop(.hold, _, _): .hold
    case .stop(.incomplete, _, _): .incomplete
    }
  }

  var reason: (code: Verdict.Code, message: String) {
    switch self {
    case .go(_, let message): (.ready, message)
    case .stop(_, let code, let message): (code, message)
    }
  }
}

/// The rows by which a run is decided: the first that matches is the verdict, and its explanation.
enum VerdictTable {
  /// All rows in their order. The last one always matches.
  static func rulings(on standing: Standing) -> [Ruling] {
    // what was kept from earlier never decides, it is only shown
    if standing.input.recallsOnly { return rulingsOfChecks(on: standing) + [storedOnly(standing)] }
    let rows: [(Standing) -> Ruling?] = [
      failed, state, invalid, notIndependent, adversary, blocker, low, untrusted, oneBlocker,
      farApart, start, tierFloor, majors, rulesOnly, oneModel, disputed, waived, capped, ready,
    ]
    let matched = rows.compactMap { $0(standing) }
    return matched.isEmpty ? [notEnough(standing)] : matched
  }

  /// The rows that need no review: what the free checks can decide before anybody is asked.
  static func rulingsOfChecks(on standing: Standing) -> [Ruling] {
    [state, adversary, blocker].compactMap { $0(standing) }
  }

  // MARK: Rows 0 to 2: can this be judged at all?

  private static func failed(_ standing: Standing) -> Ruling? {
    let failures = [standing.input.a, standing.input.b].compactMap { seat -> String? in
      switch seat.outcome {
      case .failed(let failure):
        "Seat \(seat.seat.rawValue) gave no review (\(failure.failureClass.rawValue)): "
          + "\(failure.message.trimmedSentence)."
      case .skipped(let reason):
        "Seat \(seat.seat.rawValue) was not asked: \(reason.trimmedSentence)."
      case .review:
        ReviewPair.valid(seat, standing.input.rubric) == nil
          ? "Seat \(seat.seat.rawValue) did not answer every question exactly once." : nil
      }
    }
    guard !failures.isEmpty else { return nil }
    return .stop(.incomplete, .failed, message: failures.joined(separator: " "))
  }

  private static func state(_ standing: Standing) -> Ruling? {
    switch standing.input.planState {
    case .template: .noGo(.template, "The document is a template that nobody has filled in.")
    case .notAPlan:
      .noGo(.notAPlan, "The document holds no goal, no task and no requirement to judge.")
    case .done:
      .hold(
        .alreadyDone,
        "Nearly all of its tasks are ticked, or it says that it is done, or all files that it creates are there: "
          + "the work seems to be done."
      )
    case .open, .started: nil
    }
  }

  private static func invalid(_ standing: Standing) -> Ruling? {
    guard let panel = standing.panel, panel != .rules else { return nil }
    let weak = standing.counted.flatMap { doubts(about: $0.scored, seat: $0.seat) }
    if weak.isEmpty { return limit(standing) }
    return .hold(.invalid, weak.joined(separator: " "))
  }

  private static func doubts(about scored: ScoredSeat, seat: Seat) -> [String] {
    var doubts: [String] = []
    if scored.confidence.tooLittleJudged {
      doubts.append(
        "\(seat.rawValue) judged too little: \(scored.confidence.questionsJudged) of "
          + "\(scored.review.answers.count) questions, or less than half of a gating criterion.")
    }
    let quotes = scored.review.quotes
    if quotes.notFound * 3 > quotes.total {
      doubts.append(
        "\(quotes.notFound) of \(quotes.total) quotes of \(seat.rawValue) are not in the plan.")
    }
    return doubts
  }

  /// What keeps any run from GO whatever the reviewers say.
  private static func limit(_ standing: Standing) -> Ruling? {
    let input = standing.input
    if input.problems.contains(.documentChanged) {
      return .hold(.invalid, "The plan has changed since it was reviewed.")
    }
    if input.noOverrides, !input.overrides.isEmpty {
      let names = input.overrides.map(\.what.rawValue).joined(separator: ", ")
      return .hold(.invalid, "Overrides do not count here (--no-overrides): \(names).")
    }
    if input.problems.contains(.nobodyAsked) { return storedOnly(standing) }
    return nil
  }

  private static func storedOnly(_ standing: Standing) -> Ruling {
    let seats = [standing.input.a, standing.input.b].filter { !$0.reviewer.isRules }
    let words = seats.map { "\($0.seat.rawValue) \(kept($0.outcome))" }.joined(separator: ", ")
    return .hold(
      .storedOnly, "Nobody was asked (--no-send)\(words.isEmpty ? "" : ": \(words)").")
  }

  private static func kept(_ outcome: SeatOutcome) -> String {
    guard let review = outcome.review else { return "has said nothing yet" }
    return review.isOfEarlierVersion
      ? "speaks of an earlier version of the plan" : "has spoken of this text before"
  }

  private static func notIndependent(_ standing: Standing) -> Ruling? {
    guard let pair = standing.pair, pair.panel == .models,
      !standing.input.overridden(.allowSameFamily)
    else { return nil }
    guard let a = pair.a.model.family, let b = pair.b.model.family else {
      let unknown = pair.a.model.family == nil ? pair.a.reviewer.name : pair.b.reviewer.name
      return .hold(
        .notIndependent,
        "Nobody knows which model family answered for \(unknown), so the two reviews may be one "
          + "opinion.")
    }
    if pair.a.reviewer.isReached(like: pair.b.reviewer),
      let name = pair.a.model.sharedName(with: pair.b.model)
    {
      return .hold(
        .notIndependent, "Both reviews come from one model, \(name), at one server.")
    }
    guard let family = pair.a.model.sharedFamily(with: pair.b.model) else { return nil }
    let words = a.lowercased() == b.lowercased() ? "come" : "may come"
    return .hold(
      .notIndependent,
      "Both reviews \(words) from the \(words == "come" ? a : family) family: they share their blind spots."
    )
  }

  private static func adversary(_ standing: Standing) -> Ruling? {
    if !standing.tally.secrets.isEmpty {
      return .noGo(
        .secret, "The plan carries what looks like a secret (\(ids(standing.tally.secrets))).")
    }
    if !standing.tally.injections.isEmpty {
      return .hold(
        .injection,
        "The plan holds text aimed at its reader's judgment rather than at the work "
          + "(\(ids(standing.tally.injections))).")
    }
    return nil
  }

  // MARK: Rows 3 to 9: what the reviewers found

  private static func blocker(_ standing: Standing) -> Ruling? {
    let found = standing.tally.confirmedBlockers
    guard let first = found.first else { return nil }
    return .noGo(
      .blocker, "\(first.id) stops the work, and it is confirmed: \(first.finding.title).")
  }

  private static func low(_ standing: Standing) -> Ruling? {
    let policy = standing.policy
    let counted = standing.counted
    if !counted.isEmpty, counted.allSatisfy({ $0.scored.confidence.mean < policy.noGo }) {
      return .noGo(
        .low, "\(points(standing)): no reviewer gives it \(policy.noGo.short).")
    }
    if let combined = standing.confidence.combined, combined < policy.noGo, !standing.isFar {
      return .noGo(
        .low, "\(points(standing)), together \(combined.short), below \(policy.noGo.short).")
    }
    guard standing.tally.majors >= policy.noGoMajors, !standing.tally.confirmedMajors.isEmpty
    else { return nil }
    return .noGo(.low, "\(majorsFound(standing)), and \(policy.noGoMajors) are too many.")
  }

  /// It stands behind every refusal: whoever brings a config must not be able to make NO-GO a HOLD.
  private static func untrusted(_ standing: Standing) -> Ruling? {
    standing.panel == .rules ? nil : loosened(standing)
  }

  private static func loosened(_ standing: Standing) -> Ruling? {
    for case .untrustedConfig(let attempts) in standing.input.problems {
      return .hold(
        .untrustedConfig,
        "A project config that nobody trusted tries to loosen the gate: "
          + attempts.joined(separator: ", ") + ".")
    }
    return nil
  }

  private static func oneBlocker(_ standing: Standing) -> Ruling? {
    guard let first = standing.tally.openBlockers.first else { return nil }
    return .hold(
      .oneBlocker,
      "One side alone names a blocker (\(first.id)): \(first.finding.title). It is true or it is "
        + "not; somebody has to say.")
  }

  private static func farApart(_ standing: Standing) -> Ruling? {
    guard let panel = standing.panel, let gap = standing.gap else { return nil }
    switch panel {
    case .rules: return nil
    case .oneModel:
      guard let model = standing.counted.first?.scored.confidence.points,
        model >= modelTrustsAt, standing.tally.majorRules >= standing.policy.noGoMajors
      else { return nil }
      return .hold(
        .farApart,
        "The model gives \(model) points while \(standing.tally.majorRules) rules find majors.")
    case .models:
      if standing.isFar, let distance = standing.confidence.gap {
        return .hold(
          .farApart,
          "\(points(standing)): \(distance) points apart, and \(standing.confidence.threshold.short)"
            + " is far.")
      }
      guard !gap.conflicts.isEmpty else { return nil }
      return .hold(
        .farApart,
        "The reviewers read \(gap.conflicts.joined(separator: " and ")) in opposite ways.")
    }
  }

  /// Points from which a model alone is held against the rules.
  static let modelTrustsAt = 80

  private static func start(_ standing: Standing) -> Ruling? {
    let objections = standing.counted.compactMap { seat, scored -> String? in
      guard let start = scored.review.startNow, !start.answer else { return nil }
      return "\(seat.rawValue) would not let the executor start: \(start.reason.trimmedSentence)."
    }
    return objections.isEmpty ? nil : .hold(.start, objections.joined(separator: " "))
  }

  private static func tierFloor(_ standing: Standing) -> Ruling? {
    guard standing.input.tier == .high else { return nil }
    let weak = standing.counted.flatMap { seat, scored in
      scored.confidence.criteria.filter {
        TierFloor.criteria.contains($0.criterion) && ($0.score ?? 0) < TierFloor.points
      }.map { "\($0.criterion) \($0.score.map(\.short) ?? "not judged") (\(seat.rawValue))" }
    }
    guard !weak.isEmpty else { return nil }
    return .hold(
      .tierFloor,
      "Much can go wrong here, and each of \(TierFloor.criteria.joined(separator: ", ")) needs "
        + "\(TierFloor.points.short): \(weak.joined(separator: ", ")).")
  }

  private static func majors(_ standing: Standing) -> Ruling? {
    guard standing.tally.majors > standing.policy.holdMajors else { return nil }
    return .hold(
      .majors, "\(majorsFound(standing)), and \(standing.policy.holdMajors) are allowed.")
  }

  // MARK: Rows 10 to 14: who judged, and is it enough?

  private static func rulesOnly(_ standing: Standing) -> Ruling? {
    guard standing.panel == .rules, !standing.input.overridden(.acceptRulesOnly) else { return nil }
    return .hold(
      .rulesOnly,
      "Only rules have read the plan. That they do not object is no approval; "
        + "\(judgedByRules(standing)).")
  }

  private static func oneModel(_ standing: Standing) -> Ruling? {
    guard case .oneModel(let seat) = standing.panel, standing.input.tier != .low else { return nil }
    return .hold(
      .oneModel,
      "One model (\(seat.rawValue)) has read the plan; a second, independent one has not.")
  }

  private static func disputed(_ standing: Standing) -> Ruling? {
    let count = standing.tally.rejectedMajors.count
    guard count > 4 else { return nil }
    return .hold(.disputed, "\(count) majors were rejected in this round: one of you is mistaken.")
  }

  private static func waived(_ standing: Standing) -> Ruling? {
    let count = standing.tally.waivedMajors.count
    guard count > 3 else { return nil }
    return .hold(.waived, "\(count) majors were waived: somebody should look at them together.")
  }

  /// For rules alone, whose other rows come first: what keeps any run from GO.
  private static func capped(_ standing: Standing) -> Ruling? {
    standing.panel == .rules ? limit(standing) ?? loosened(standing) : nil
  }

  private static func ready(_ standing: Standing) -> Ruling? {
    guard let pair = standing.pair, Shortfall(standing) == nil else { return nil }
    let basis = pair.panel == .rules ? " (\(judgedByRules(standing)))" : ""
    return .go(
      pair,
      message:
        "\(points(standing)), together \((standing.confidence.combined ?? 0).short)\(basis): "
        + "above every threshold, and no open objection holds it back.")
  }

  static func notEnough(_ standing: Standing) -> Ruling {
    let message = Shortfall(standing)?.message ?? "The points do not reach the thresholds."
    return .hold(.notEnough, message)
  }
}
