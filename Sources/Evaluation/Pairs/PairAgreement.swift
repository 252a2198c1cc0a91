/// How far two labellings of the same pairs agree.
package struct PairAgreement: Sendable, Hashable {
  /// How often the first gave one label and the second another.
  private var counts: [PairLabels.Label: [PairLabels.Label: Int]] = [:]

  package init() {}

  /// Counts pairs that the two label so.
  package mutating func count(
    _ first: PairLabels.Label, _ second: PairLabels.Label, times: Int = 1
  ) {
    counts[first, default: [:]][second, default: 0] += times
  }

  /// Pairs with the same label, of all.
  package var equal: Proportion {
    Proportion(
      labels.reduce(0) { $0 + count($1, $1) },
      of: labels.reduce(0) { sum, label in labels.reduce(sum) { $0 + count(label, $1) } })
  }

  /// Cohen's kappa, at most 1; nil where chance alone would make them agree (J. Cohen, "A coefficient of
  /// agreement for nominal scales", EPM 20, 1960).
  package var kappa: Double? {
    coefficient(chance: labels.reduce(0) { $0 + share($1).first * share($1).second })
  }

  /// Gwet's AC1, at most 1 (as in `AnswerAgreement`).
  package var ac1: Double? {
    let spread = labels.reduce(0.0) { sum, label in
      let mean = (share(label).first + share(label).second) / 2
      return sum + mean * (1 - mean)
    }
    return coefficient(chance: spread / Double(labels.count - 1))
  }

  private let labels = PairLabels.Label.allCases

  private func count(_ first: PairLabels.Label, _ second: PairLabels.Label) -> Int {
    counts[first]?[second] ?? 0
  }

  /// How much of all each gave that label.
  private func share(_ label: PairLabels.Label) -> (first: Double, second: Double) {
    let all = Double(max(equal.of, 1))
    return (
      Double(labels.reduce(0) { $0 + count(label, $1) }) / all,
      Double(labels.reduce(0) { $0 + count($1, label) }) / all
    )
  }

  private func coefficient(chance: Double) -> Double? {
    guard let agreed = equal.value, chance < 1 else { return nil }
    return (agreed - chance) / (1 - chance)
  }
}
