package import CheckModel
import TextUnits

/// The findings of two reviewers compared once, to be paired by any values: for whoever measures how well
/// gaps are told to be the same. With the shipped values it gives what `Merger` gives.
package struct SeatComparison: Sendable {
  /// A finding of seat A and one of seat B, by their places in the lists.
  package struct Pair: Sendable, Hashable {
    package let a: Int
    package let b: Int

    package init(_ a: Int, _ b: Int) {
      self.a = a
      self.b = b
    }
  }

  /// What comes of some values.
  package struct Outcome: Sendable, Hashable {
    /// Paired one to one.
    package var assigned: Set<Pair> = []
    /// All that end up in one finding: the assigned, and what is attached to them.
    package var merged: Set<Pair> = []
    /// Shown side by side.
    package var possible: Set<Pair> = []
    /// Gaps of at least minor that both have.
    package var matched = 0
  }

  private let table: SeatTable
  /// For each candidate of the table the places of its members in `a` and `b`.
  private let placesA: [[Int]]
  private let placesB: [[Int]]
  /// By the number of the one candidate times their count and that of the other.
  private let signals: [PairSignals?]

  package init(plan: Plan, a: [Finding], b: [Finding]) {
    let forms = WordForms(language: plan.language)
    let within = WithinReviewer(places: PlanPlaces(plan), forms: forms)
    let table = SeatTable(a: within.candidates(a, by: .a), b: within.candidates(b, by: .b))
    let all = table.candidates
    let frequency = BlockFrequency(plan, of: all.map(\.words), forms: forms)
    let score = PairScore(weight: frequency.weight)
    self.table = table
    signals = all.flatMap { left in all.map { score.signals(left, $0) } }
    placesA = all.map { Self.places(of: $0, by: .a, in: a) }
    placesB = all.map { Self.places(of: $0, by: .b, in: b) }
  }

  private static func places(
    of candidate: Candidate, by finder: MergedFinding.Finder, in list: [Finding]
  ) -> [Int] {
    guard candidate.lead.finder == finder else { return [] }
    let members = Set(candidate.members.map(\.finding))
    return list.indices.filter { members.contains(list[$0]) }
  }

  /// What speaks for two findings being one; nil for two that cannot be, and for one that does not count.
  package func signals(_ pair: Pair) -> PairSignals? {
    guard let left = placesA.firstIndex(where: { $0.contains(pair.a) }),
      let right = placesB.firstIndex(where: { $0.contains(pair.b) })
    else { return nil }
    return signals[left * placesA.count + right]
  }

  /// What values make of the two lists.
  package func outcome(_ values: MatchingValues) -> Outcome {
    let scores = signals.map { $0.map(values.score) ?? 0 }
    let count = table.candidates.count
    let pairing = table.pairing(values) { scores[$0 * count + $1] }
    let groupOf = pairing.groupOf
    var outcome = Outcome()
    for pair in pairing.pairs { outcome.assigned.formUnion(pairs([pair.0, pair.1])) }
    for group in pairing.groups.prefix(pairing.pairs.count) {
      outcome.merged.formUnion(pairs(group))
      let severity = group.map { table.candidates[$0].severity }.max() ?? .info
      outcome.matched += severity >= .minor ? 1 : 0
    }
    for (row, column) in pairing.possible {
      guard let left = groupOf[row], let right = groupOf[column] else { continue }
      outcome.possible.formUnion(pairs(pairing.groups[left] + pairing.groups[right]))
    }
    outcome.possible.subtract(outcome.merged)
    return outcome
  }

  /// Every finding of seat A among the candidates with every one of seat B.
  private func pairs(_ candidates: [Int]) -> [Pair] {
    let (own, others) = (candidates.flatMap { placesA[$0] }, candidates.flatMap { placesB[$0] })
    return own.flatMap { a in others.map { Pair(a, $0) } }
  }
}
