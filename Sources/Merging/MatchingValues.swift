/// What speaks for two findings being the same gap, each 0…1.
package struct PairSignals: Sendable, Hashable {
  /// How near to each other they stand.
  package var place: Double
  /// How far they use the same words.
  package var words: Double
  /// Whether they name the same code, paths and quantities.
  package var names: Double
  /// Whether they are about the same criterion, or one that is often taken for it.
  package var criterion: Double

  package init(place: Double, words: Double, names: Double, criterion: Double) {
    self.place = place
    self.words = words
    self.names = names
    self.criterion = criterion
  }
}

/// How much each signal counts, and from which score on two findings are the same gap.
package struct MatchingValues: Sendable, Hashable {
  /// The weights; they add up to 1.
  package var place = 0.25
  package var words = 0.5
  package var names = 0.15
  package var criterion = 0.1
  /// From here two findings are one.
  package var match = 0.5
  /// From here they may be one; shown side by side.
  package var possible = 0.35
  /// From here a further finding of the same reviewer belongs to a pair.
  package var also = 0.75

  package init() {}

  /// What every merging uses.
  package static let shipped = MatchingValues()

  /// 0…1.
  package func score(_ signals: PairSignals) -> Double {
    place * signals.place + words * signals.words + names * signals.names
      + criterion * signals.criterion
  }
}
