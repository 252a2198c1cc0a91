package import CheckModel
package import Merging

/// Which findings of two replies to one plan are the same gap, as people say: a file of `merging/` in a corpus.
package struct PairLabels: Sendable, Hashable {
  /// What two findings are to each other.
  package enum Label: String, Sendable, Hashable, CaseIterable {
    /// Mending the one as its author asks would mend the other too.
    case same
    /// They touch the same thing, and one of them would still have to be mended for itself.
    case related
    case different
  }

  /// A finding of seat A and one of seat B, each counted from 0.
  package typealias Pair = SeatComparison.Pair

  /// SHA-256 of the replies that are spoken of.
  package let digests: [Seat: String]
  /// What each of two people labelled alone; pairs that are not named are different.
  package let first: [Pair: Label]
  package let second: [Pair: Label]
  /// The pairs on which they differ.
  package let settled: [Pair: Label]

  package init(
    digests: [Seat: String] = [:], first: [Pair: Label], second: [Pair: Label],
    settled: [Pair: Label] = [:]
  ) {
    self.digests = digests
    self.first = first
    self.second = second
    self.settled = settled
  }

  /// What holds of a pair.
  package func label(_ pair: Pair) -> Label { settled[pair] ?? first[pair] ?? .different }

  /// The pairs that either of the two named.
  package var named: Set<Pair> { Set(first.keys).union(second.keys) }

  /// All pairs with that label, which is not `different`.
  package func pairs(_ label: Label) -> Set<Pair> { named.filter { self.label($0) == label } }
}
