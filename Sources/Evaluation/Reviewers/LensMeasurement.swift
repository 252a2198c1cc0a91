package import CheckModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one reviewer's reviews through one lens come to over the plans of a corpus.
package struct LensMeasurement: Sendable {
  /// Findings and gaps of one criterion, or of all, of at least one severity.
  package struct Tally: Sendable, Hashable {
    package var findings = 0
    /// Of these, that hit a labelled gap, or that a person called right.
    package var hits = 0
    package var real = 0
    /// Of these, that a person called wrong. What is left is not in the labels, which is not the same.
    package var wrong = 0
    /// Labelled gaps of that severity, and those that were found.
    package var labelled = 0
    package var found = 0

    /// Findings that the labels or a person confirm, of all: the least that the precision can be.
    package var precision: Proportion { Proportion(hits + real, of: findings) }
    /// Labelled gaps that were found, of all.
    package var recall: Proportion { Proportion(found, of: labelled) }
  }

  package let reviewer: String
  package let lens: Lens
  package let isRules: Bool
  /// The first review of each plan, in the order of the corpus.
  package let reviews: [JudgedReview]
  /// All reviews of the plans that have more than one.
  package let repeats: [[JudgedReview]]
  /// Answers that were no valid review.
  package let failures: Int
  /// How long a review took, and what each took, as far as somebody says.
  package let seconds: Double?
  package let usage: [Usage]

  /// What one review costs on average, US dollars; 0 for rules, nil where nobody says.
  package var meanDollars: Double? {
    isRules ? 0 : Self.mean(usage.map(\.costUSD))
  }

  /// What one review reads and writes on average, tokens; 0 for rules, nil where nobody says.
  package var meanTokens: Double? {
    isRules
      ? 0
      : Self.mean(
        usage.map { usage in
          usage.inputTokens.flatMap { input in usage.outputTokens.map { Double(input + $0) } }
        })
  }

  private static func mean(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty || known.count < values.count
      ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// Of one criterion, or of all.
  package func tally(_ criterion: String? = nil, from severity: Severity) -> Tally {
    var tally = Tally()
    for judged in reviews {
      for found in judged.findings(from: severity) {
        guard criterion == nil || found.finding.criterion == criterion else { continue }
        tally.findings += 1
        if !found.gaps.isEmpty {
          tally.hits += 1
        } else if let judgement = found.judgement {
          tally.real += judgement == .real ? 1 : 0
          tally.wrong += judgement == .wrong ? 1 : 0
        }
      }
      for (index, gap) in judged.subject.labels.gaps.enumerated()
      where gap.severity >= severity && (criterion == nil || gap.criterion == criterion) {
        tally.labelled += 1
        tally.found += judged.hasFound(index) ? 1 : 0
      }
    }
    return tally
  }

  /// Findings on plans that are ready, but for those that a person called right, by 1,000 words of these plans;
  /// nil without any.
  package func alarmRate(from severity: Severity) -> Double? {
    let clean = reviews.filter { $0.subject.labels.verdict == .ready }
    let words = clean.reduce(0) { $0 + $1.subject.plan.wordCount }
    let alarms = clean.reduce(0) { sum, judged in
      sum + judged.findings(from: severity).count { !$0.isTrue }
    }
    return words == 0 ? nil : 1_000 * Double(alarms) / Double(words)
  }

  /// Quotes that stand in the plan, of all.
  package var literalQuotes: Proportion {
    let quotes = reviews.map(\.review.quotes)
    let all = quotes.reduce(0) { $0 + $1.total }
    return Proportion(all - quotes.reduce(0) { $0 + $1.notFound }, of: all)
  }

  /// Answers that are yes, partly or no, of all that were asked for.
  package var answered: Proportion {
    let answers = reviews.flatMap(\.review.answers)
    return Proportion(
      answers.count { [.yes, .partly, .no].contains($0.answer) }, of: answers.count)
  }

  /// The points of the plans with a label.
  package func points(_ label: PlanLabels.Verdict) -> [Int] {
    reviews.filter { $0.subject.labels.verdict == label }.map(\.points)
  }

  /// Reviews of plans with a label that would let the executor start, of all that say; none for rules.
  package func starts(_ label: PlanLabels.Verdict) -> Proportion {
    let said = reviews.filter { $0.subject.labels.verdict == label }.compactMap(\.review.startNow)
    return Proportion(said.count(where: \.answer), of: said.count)
  }

  /// How often a ready plan has more points than one that is not; nil where there are none of either.
  package var area: Double? {
    Ranking.area(
      higher: points(.ready).map(Double.init),
      lower: (points(.nearly) + points(.notReady)).map(Double.init))
  }

  /// Spearman's ρ between points and label; nil where one of them does not vary.
  package var correlation: Double? {
    Ranking.spearman(
      reviews.map { Double($0.points) }, reviews.map { Double($0.subject.labels.verdict.rank) })
  }
}

extension LensMeasurement {
  /// The standard deviation of the points over repeated reviews of one plan, pooled over the plans; nil without
  /// repeats.
  package var deviation: Double? {
    var (squares, freedom) = (0.0, 0)
    for plan in repeats {
      let points = plan.map { Double($0.points) }
      let mean = points.reduce(0, +) / Double(points.count)
      squares += points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      freedom += points.count - 1
    }
    return freedom == 0 ? nil : sqrt(squares / Double(freedom))
  }

  /// From the lowest to the highest points of one plan, the widest of all; nil without repeats.
  package var widest: Int? {
    repeats.compactMap { plan in
      let points = plan.map(\.points)
      return points.max().flatMap { high in points.min().map { high - $0 } }
    }.max()
  }

  /// How far repeated reviews of one plan give the same answers, every two of them compared.
  package var ownAgreement: AnswerAgreement {
    AnswerAgreement(pairs.map { ($0.review, $1.review) })
  }

  /// Of every two reviews of one plan, those that say the same about starting.
  package var equalStarts: Proportion {
    let said = pairs.compactMap { first, second in
      first.review.startNow.flatMap { one in
        second.review.startNow.map { one.answer == $0.answer }
      }
    }
    return Proportion(said.count { $0 }, of: said.count)
  }

  private var pairs: [(JudgedReview, JudgedReview)] {
    repeats.flatMap { plan in
      plan.indices.flatMap { first in
        plan[..<first].map { ($0, plan[first]) }
      }
    }
  }
}
