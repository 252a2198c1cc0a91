import CheckModel

/// Judges one plan after the other for a study.
struct StudyDesk: Sendable {
  /// A reviewer and the lens it looks through.
  struct Seat: Hashable {
    let reviewer: String
    let lens: Lens
  }

  /// Who holds the seats.
  struct Pair: Hashable {
    let planner: String
    let executor: String
  }

  /// The name of the rule reviewers.
  static let rules = "rules"

  let reviewers: [MeasuredReviewer]
  let judge: PanelJudge

  /// Everything that is said about one plan.
  func study(_ subject: CorpusCase) async -> StudiedCase {
    let table = await judge.read(subject.plan, in: subject.tree)
    var studied = StudiedCase()
    for (seat, opinion) in opinions(on: subject, table) {
      studied.reviews[seat] = await judged(opinion, of: subject, table)
    }
    let names = [Self.rules] + reviewers.map(\.name)
    for planner in names {
      for executor in names {
        guard let first = studied.reviews[Seat(reviewer: planner, lens: .planner)],
          let second = studied.reviews[Seat(reviewer: executor, lens: .executor)],
          let panel = await panel(first, second, table)
        else { continue }
        studied.panels[Pair(planner: planner, executor: executor)] = panel
      }
    }
    studied.versions = await versions(of: subject, studied)
    return studied
  }

  private func opinions(
    on subject: CorpusCase, _ table: PlanOnTable
  ) -> [(Seat, Opinion)] {
    Lens.allCases.flatMap { lens in
      let rules = table.rules[lens].map {
        (
          Seat(reviewer: Self.rules, lens: lens),
          Opinion(subject: subject.name, lens: lens, reviews: [$0])
        )
      }
      return [rules].compactMap { $0 }
        + reviewers.compactMap { reviewer in
          reviewer.opinion(on: subject.name, lens).map {
            (Seat(reviewer: reviewer.name, lens: lens), $0)
          }
        }
    }
  }

  /// Each review with its points, which do not depend on the other seat.
  private func judged(
    _ opinion: Opinion, of subject: CorpusCase, _ table: PlanOnTable
  ) async -> [JudgedReview] {
    var judged: [JudgedReview] = []
    for (review, judgements) in zip(opinion.reviews, opinion.judgements) {
      let result: CheckResult
      let confidence: SeatConfidence?
      switch opinion.lens {
      case .planner:
        guard let other = table.rules[.executor] else { continue }
        result = await judge.judge(table, planner: review, executor: other)
        confidence = result.confidence.a
      case .executor:
        guard let other = table.rules[.planner] else { continue }
        result = await judge.judge(table, planner: other, executor: review)
        confidence = result.confidence.b
      }
      guard let points = confidence?.points else { continue }
      judged.append(JudgedReview(subject, review, points: points, judgements: judgements))
    }
    return judged
  }

  /// Nil where a seat has no review.
  private func panel(
    _ planner: [JudgedReview], _ executor: [JudgedReview], _ table: PlanOnTable
  ) async -> JudgedPanel.Case? {
    guard let first = planner.first, let second = executor.first else { return nil }
    let result = await judge.judge(table, planner: first.review, executor: second.review)
    var outcomes = [result.verdict.outcome]
    for run in 1..<max(1, planner.count, executor.count) {
      let (a, b) = (planner[run % planner.count], executor[run % executor.count])
      outcomes.append(
        await judge.judge(table, planner: a.review, executor: b.review).verdict.outcome)
    }
    return JudgedPanel.Case(
      planner: first, executor: second, outcome: result.verdict.outcome, code: result.verdict.code,
      word: result.confidence.word, unseen: result.unseen, outcomes: outcomes)
  }

  private func versions(
    of subject: CorpusCase, _ studied: StudiedCase
  ) async -> [ReviewerStudy.VersionPair] {
    var pairs: [ReviewerStudy.VersionPair] = []
    for reviewer in reviewers {
      for opinion in reviewer.opinions where opinion.subject == subject.name {
        guard let version = opinion.version, let plan = version.plan(of: subject),
          let known = studied.reviews[Seat(reviewer: reviewer.name, lens: opinion.lens)]?.first
        else { continue }
        // the lines of the labels are those of the plan
        var changed = subject
        changed.plan = plan
        changed.labels.gaps = []
        guard
          let other = await judged(opinion, of: changed, await judge.read(plan, in: subject.tree))
            .first
        else {
          continue
        }
        pairs.append(
          .init(
            reviewer: reviewer.name, lens: opinion.lens, version: version, plan: known,
            other: other))
      }
    }
    return pairs
  }
}

/// Everything that was said about one plan, judged.
struct StudiedCase: Sendable {
  var reviews: [StudyDesk.Seat: [JudgedReview]] = [:]
  var panels: [StudyDesk.Pair: JudgedPanel.Case] = [:]
  var versions: [ReviewerStudy.VersionPair] = []
}
