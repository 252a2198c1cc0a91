import CheckModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which two reviewers find the most together, for plans like those of the corpus.
package struct BestPair: Sendable {
  /// Two reviewers on the seats, by the labelled gaps of at least minor that they find.
  package struct Pair: Sendable {
    package let panel: JudgedPanel
    package let together: Proportion
    package let planner: Int
    package let executor: Int
    package let both: Int
    /// What one review of each costs on average, US dollars and tokens; nil where a reviewer does not say.
    package let dollars: Double?
    package let tokens: Double?
    /// The slower one, seconds; nil where nobody measured.
    package let seconds: Double?
    /// Whether each labelled gap is found, plan by plan.
    let found: [Bool]
  }

  /// Only the plans that all pairs have judged; most gaps first, then the cheaper, then by name.
  package let pairs: [Pair]
  package let plans: Int

  package init(_ study: ReviewerStudy) {
    let panels = study.panels
    var shared = Set((panels.first?.cases ?? []).map(\.subject.name))
    for panel in panels { shared.formIntersection(panel.cases.map(\.subject.name)) }
    plans = shared.count
    pairs = panels.map { panel in
      var panel = panel
      panel.cases.removeAll { !shared.contains($0.subject.name) }
      return Self.pair(panel, study.lenses)
    }.sorted { left, right in
      (-left.together.count, left.dollars ?? .infinity, left.panel.name)
        < (-right.together.count, right.dollars ?? .infinity, right.panel.name)
    }
  }

  private static func pair(_ panel: JudgedPanel, _ lenses: [LensMeasurement]) -> Pair {
    var counts = (planner: 0, executor: 0, both: 0)
    var found: [Bool] = []
    for judged in panel.cases {
      for (index, gap) in judged.subject.labels.gaps.enumerated() where gap.severity >= .minor {
        let (first, second) = (judged.planner.hasFound(index), judged.executor.hasFound(index))
        counts.planner += first ? 1 : 0
        counts.executor += second ? 1 : 0
        counts.both += first && second ? 1 : 0
        found.append(first || second)
      }
    }
    let holders = [
      lenses.first { $0.reviewer == panel.planner && $0.lens == .planner },
      lenses.first { $0.reviewer == panel.executor && $0.lens == .executor },
    ]
    return Pair(
      panel: panel, together: Proportion(found.count { $0 }, of: found.count),
      planner: counts.planner, executor: counts.executor, both: counts.both,
      dollars: sum(holders.map { $0.map(\.meanDollars) ?? nil }),
      tokens: sum(holders.map { $0.map(\.meanTokens) ?? nil }),
      seconds: holders.compactMap { $0?.seconds }.max(), found: found)
  }

  private static func sum(_ values: [Double?]) -> Double? {
    values.reduce(0) { sum, next in sum.flatMap { sum in next.map { sum + $0 } } }
  }

  /// The best pair and the next one, and whether chance could have put them in this order.
  package var sentence: String {
    guard let best = pairs.first, best.together.of > 0 else {
      return "There is no labelled gap to tell pairs apart by."
    }
    let finds = "finds \(best.together.count) of \(best.together.of) labelled gaps together"
    guard pairs.count > 1 else { return "\(best.panel.name) \(finds); there is no other pair." }
    let next = pairs[1]
    let ahead = zip(best.found, next.found).count { $0 && !$1 }
    let behind = zip(best.found, next.found).count { !$0 && $1 }
    let chance = Self.signTest(ahead, behind)
    let difference =
      "\(ahead) that \(next.panel.name) misses, while it misses \(behind) that the other finds "
      + "(sign test, p = \(Measurement.number(chance)))"
    return chance < 0.05
      ? "The best pair is \(best.panel.name): it \(finds), \(difference)."
      : "The best pair cannot be told: \(best.panel.name) \(finds), \(difference)."
  }

  /// How likely two sides that are equally good differ at least so much, 0…1: the exact sign test, two-sided
  /// (McNemar's for paired yes and no).
  static func signTest(_ first: Int, _ second: Int) -> Double {
    let all = first + second
    guard all > 0 else { return 1 }
    // the logarithm of a binomial coefficient over 2^all, which itself may be too small for a number
    var (term, tail) = (-Double(all) * log(2), 0.0)
    for step in 0...min(first, second) {
      tail += exp(term)
      term += log(Double(all - step) / Double(step + 1))
    }
    return min(1, 2 * tail)
  }
}

extension ReviewerStudy {
  /// All pairs, sorted, with the sentence that says which is best.
  var pairs: BestPair { BestPair(self) }
}

extension BestPair {
  /// One row for each pair.
  package var table: ResultTable {
    ResultTable(
      name: "reviewers-pairs", title: "Pairs",
      note: "\(sentence) Labelled gaps of at least minor on the \(plans) plans that all of them "
        + "judged. Cost and time of one plan, where the reviewers tell.",
      columns: [
        "seat A", "seat B", "together", "share", "A", "B", "both", "A alone", "B alone", "USD",
        "tokens", "seconds",
      ],
      rows: pairs.map { pair in
        [
          pair.panel.planner, pair.panel.executor, Figure.counted(pair.together),
          Figure.share(pair.together), "\(pair.planner)", "\(pair.executor)", "\(pair.both)",
          "\(pair.planner - pair.both)", "\(pair.executor - pair.both)",
          Figure.number(pair.dollars), pair.tokens.map { "\(Int($0.rounded()))" } ?? "",
          Figure.number(pair.seconds),
        ]
      })
  }
}
