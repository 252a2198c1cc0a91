import CheckModel

/// The questions that a HOLD puts to a person, each with two sides and the price of a mistake.
struct DecisionCards {
  let standing: Standing

  init(_ standing: Standing) { self.standing = standing }

  /// At least one card for every row that holds.
  func cards(for code: Verdict.Code) -> [Verdict.Decision] {
    switch code {
    case .oneBlocker: standing.tally.openBlockers.prefix(5).map(claim)
    case .farApart: farApart
    case .start: [start]
    case .majors: standing.tally.confirmedMajors.prefix(5).map(accept)
    case .tierFloor: tierFloor
    case .injection: standing.tally.injections.prefix(5).map(injection)
    case .disputed: [rejected]
    case .waived: [waived]
    default: [general(code)]
    }
  }

  // MARK: Cards about one finding

  /// One side names it, the other does not.
  private func claim(_ finding: MergedFinding) -> Verdict.Decision {
    let byA = finding.foundBy.contains(.a)
    let other = byA ? "B" : "A"
    let said = finding.finding.problem.trimmedSentence + "."
    let silent =
      standing.confidence.byCriterion.first { $0.criterion == finding.finding.criterion }
      .flatMap { byA ? $0.b : $0.a }
      .map { "\(other) does not name it and gives \(finding.finding.criterion ?? "") \($0.short)." }
      ?? "\(other) does not name it."
    let both = finding.foundBy.contains(.a) && finding.foundBy.contains(.b)
    return Verdict.Decision(
      question: "\(finding.id) (\(finding.finding.title.trimmedSentence)): does it stop the work?",
      sideA: byA ? "A: \(said)" : silent,
      sideB: both ? "B sees less in it." : byA ? silent : "B: \(said)",
      costIfWrong: cost(of: finding), findings: [finding.id])
  }

  private func accept(_ finding: MergedFinding) -> Verdict.Decision {
    Verdict.Decision(
      question: "\(finding.id): mend it, or build with it as it is?",
      sideA: "Mend: \(finding.advice)",
      sideB: "Build: the executor will choose a reading by itself.",
      costIfWrong: cost(of: finding), findings: [finding.id])
  }

  private func injection(_ finding: MergedFinding) -> Verdict.Decision {
    Verdict.Decision(
      question: "\(finding.id): is this text part of the work, or is it meant for the reviewer?",
      sideA: "Part of the work: accept the finding by its fingerprint \(finding.fingerprint).",
      sideB: "Meant for the reviewer: take it out and ask who put it there.",
      costIfWrong: "A plan that steers its own review gets a verdict that means nothing.",
      findings: [finding.id])
  }

  private func cost(of finding: MergedFinding) -> String {
    let consequence = finding.finding.consequence.trimmedSentence
    return consequence.isEmpty ? "The executor builds something else." : consequence + "."
  }

  // MARK: Cards about the two seats

  private var farApart: [Verdict.Decision] {
    let cards = standing.confidence.widest.compactMap { gap -> Verdict.Decision? in
      guard let a = gap.a, let b = gap.b else { return nil }
      return Verdict.Decision(
        question: "\(title(gap.criterion)): who reads the plan right?",
        sideA: "A gives \(a.short). \(objection(.a, gap.criterion))",
        sideB: "B gives \(b.short). \(objection(.b, gap.criterion))",
        costIfWrong: "If the lower one is right, the executor meets this gap while building.",
        findings: findings(on: gap.criterion))
    }
    return cards.isEmpty ? [general(.farApart)] : cards
  }

  private var start: Verdict.Decision {
    Verdict.Decision(
      question: "May the executor start on exactly this text?",
      sideA: startWord(.a), sideB: startWord(.b),
      costIfWrong: "Started too early, the work stops halfway or guesses; held too long, a round "
        + "is lost.",
      findings: standing.tally.standing.filter { $0.finding.severity >= .major }.prefix(5).map(\.id)
    )
  }

  private var tierFloor: [Verdict.Decision] {
    TierFloor.criteria.compactMap { criterion -> Verdict.Decision? in
      let scores = standing.counted.map { _, scored in
        scored.confidence.criteria.first { $0.criterion == criterion }?.score
      }
      guard scores.contains(where: { ($0 ?? 0) < TierFloor.points }) else { return nil }
      return Verdict.Decision(
        question: "\(title(criterion)): is it strong enough for work that can do harm?",
        sideA: side(.a, criterion), sideB: side(.b, criterion),
        costIfWrong: "A mistake here is found late, or cannot be undone.",
        findings: findings(on: criterion))
    }
  }

  private func side(_ seat: Seat, _ criterion: String) -> String {
    let scored = seat == .a ? standing.a : standing.b
    let score = scored?.confidence.criteria.first { $0.criterion == criterion }?.score
    let points = score.map { "gives \($0.short)" } ?? "could not judge it"
    return "\(seat.rawValue) \(points). \(objection(seat, criterion))".trimmedSentence + "."
  }

  private func startWord(_ seat: Seat) -> String {
    let review = seat == .a ? standing.a?.review : standing.b?.review
    guard let start = review?.startNow else { return "\(seat.rawValue) does not say." }
    return "\(seat.rawValue): \(start.answer ? "yes" : "no"), \(start.reason.trimmedSentence)."
  }

  /// Why a seat gave a criterion what it gave: its lowest answer, else its first.
  private func objection(_ seat: Seat, _ criterion: String) -> String {
    let scored = seat == .a ? standing.a : standing.b
    let questions = standing.input.rubric.criterion(criterion)?.questions ?? []
    let answers = questions.compactMap { scored?.review.answer($0.id) }
    let ranked: [QuestionAnswer.Answer] = [.no, .partly, .cannotTell, .yes]
    for rank in ranked {
      if let answer = answers.first(where: { $0.answer == rank && !$0.reason.isEmpty }) {
        return "\(answer.question), \(answer.answer.words): \(answer.reason.trimmedSentence)."
      }
    }
    return ""
  }

  private func findings(on criterion: String) -> [String] {
    standing.tally.standing.filter { $0.finding.criterion == criterion }.prefix(5).map(\.id)
  }

  private func title(_ criterion: String) -> String {
    standing.input.rubric.criterion(criterion)?.title ?? criterion
  }

  // MARK: Cards about the run

  private var rejected: Verdict.Decision {
    Verdict.Decision(
      question: "Were these findings rejected for good reasons?",
      sideA: "Yes: the reviewers were mistaken that often.",
      sideB: "No: somebody wanted to get past them.",
      costIfWrong: "Real gaps go to the executor with a GO on them.",
      findings: standing.tally.rejectedMajors.map(\.id))
  }

  private var waived: Verdict.Decision {
    Verdict.Decision(
      question: "May all of these stay waived?",
      sideA: "Yes: each has its reason.",
      sideB: "No: together they are too much to look away from.",
      costIfWrong: "The executor builds around gaps that everybody knew of.",
      findings: standing.tally.waivedMajors.map(\.id))
  }

  private func general(_ code: Verdict.Code) -> Verdict.Decision {
    let (question, yes, no, cost) = Self.generalWords(code)
    let ids = standing.tally.standing.filter { $0.finding.severity >= .major }.prefix(5).map(\.id)
    let points = VerdictTable.points(standing)
    return Verdict.Decision(
      question: question, sideA: yes, sideB: points.isEmpty ? no : "\(no) (\(points))",
      costIfWrong: cost, findings: ids)
  }

  private static func generalWords(_ code: Verdict.Code) -> (String, String, String, String) {
    switch code {
    case .alreadyDone:
      (
        "Is there work left in this plan?", "Yes: untick it, and it is judged.",
        "No: the plan is history.", "Work that is done is done a second time."
      )
    case .invalid:
      (
        "Can this review be relied on?", "Yes: its gaps do not touch what matters.",
        "No: ask again.", "The verdict rests on a reading that did not take place."
      )
    case .untrustedConfig:
      (
        "Do you trust what the project config loosens?", "Yes: trust it by name, then check again.",
        "No: check without it.", "Whoever writes to the repository sets the gate's height."
      )
    case .notIndependent:
      (
        "Do two reviews that may be one opinion suffice here?", "Yes: little is at stake.",
        "No: ask another family.", "What one model cannot see, nobody has looked for."
      )
    case .rulesOnly:
      (
        "Does a plan that only rules have read go to the executor?",
        "Yes: somebody who knows the work has read it too.",
        "No: rules see form, and never whether it is the right thing.",
        "Gaps of meaning reach the executor unseen."
      )
    case .storedOnly:
      (
        "Does what was said earlier suffice for this text?",
        "Yes: what has changed since touches nothing of it.", "No: have this text reviewed.",
        "What was changed last has been read by nobody."
      )
    case .oneModel:
      (
        "Does one model's reading suffice here?", "Yes: the rules found nothing against it.",
        "No: a second family finds what the first is blind to.",
        "What that model is blind to reaches the executor."
      )
    default:
      (
        "Is the plan good enough although its points are not?",
        "Yes: what is missing does not matter here.", "No: mend the weakest points first.",
        "The executor guesses where the points were lost."
      )
    }
  }
}
