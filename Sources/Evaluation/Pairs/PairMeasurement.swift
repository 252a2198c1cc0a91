package import Merging

/// What some values make of labelled pairs.
///
/// A gap that one seat splits has several pairs that are the same, of which an assignment one to one can give
/// one. Each of them is asked for all the same; one that is attached to the pair as a further finding counts as
/// found.
package struct PairMeasurement: Sendable, Hashable {
  /// One plan.
  package struct Plan: Sendable, Hashable {
    package let name: String
    package let outcome: SeatComparison.Outcome
    package let same: Set<PairLabels.Pair>
    package let related: Set<PairLabels.Pair>
    package let labelledMatches: Int

    /// Matches counted less those labelled.
    package var error: Int { outcome.matched - labelledMatches }
  }

  package let plans: [Plan]

  package init(_ cases: [PairStudy.Case], _ values: MatchingValues) {
    plans = cases.map { item in
      Plan(
        name: item.name, outcome: item.comparison.outcome(values), same: item.labels.pairs(.same),
        related: item.labels.pairs(.related), labelledMatches: item.labelledMatches)
    }
  }

  private func sum(_ number: (Plan) -> Int) -> Int { plans.reduce(0) { $0 + number($1) } }

  /// Pairs that merging makes one and that are the same.
  private var right: Int { sum { $0.outcome.merged.intersection($0.same).count } }
  /// Pairs that are the same, of those that merging makes one.
  package var precision: Proportion { Proportion(right, of: sum { $0.outcome.merged.count }) }
  /// Pairs that merging makes one, of those that are the same.
  package var recall: Proportion { Proportion(right, of: sum(\.same.count)) }
  /// The harmonic mean of both, 0…1; nil without pairs.
  package var f1: Double? { Self.f1(precision, recall) }

  /// The same of the assignment alone, against the most pairs that can be formed one to one.
  package var oneToOneF1: Double? {
    let right = sum { $0.outcome.assigned.intersection($0.same).count }
    return Self.f1(
      Proportion(right, of: sum { $0.outcome.assigned.count }),
      Proportion(right, of: sum { PairStudy.Case.most(of: $0.same) }))
  }

  private static func f1(_ precision: Proportion, _ recall: Proportion) -> Double? {
    let all = precision.of + recall.of
    return all == 0 ? nil : 2 * Double(precision.count) / Double(all)
  }

  /// Related pairs that are shown side by side, of all related ones.
  package var relatedShown: Proportion {
    Proportion(
      sum { $0.related.intersection($0.outcome.possible).count }, of: sum(\.related.count))
  }
  /// Related pairs that are made one.
  package var relatedMerged: Proportion {
    Proportion(
      sum { $0.related.intersection($0.outcome.merged).count }, of: sum(\.related.count))
  }

  /// Pairs shown side by side that are the same, of all that are shown so.
  package var possibleSame: Proportion {
    Proportion(
      sum { $0.same.intersection($0.outcome.possible).count },
      of: sum(\.outcome.possible.count))
  }

  package var matches: Int { sum(\.outcome.matched) }
  package var labelledMatches: Int { sum(\.labelledMatches) }
  /// Matches counted less those labelled, whatever the sign by plan.
  package var absoluteError: Int { sum { abs($0.error) } }
}
