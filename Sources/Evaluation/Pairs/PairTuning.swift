package import Merging

/// Tries values on labelled pairs.
package enum PairTuning {
  /// The values of the highest F1, found from the shipped ones by changing in turn the thresholds and the
  /// weights, until nothing is better; of equally good ones those that are the nearest to the shipped.
  package static func best(on cases: [PairStudy.Case]) -> MatchingValues {
    var best = Tried(.shipped, on: cases)
    while true {
      let before = best
      for values in thresholds(best.values) { best.improve(Tried(values, on: cases)) }
      for values in weights(best.values) { best.improve(Tried(values, on: cases)) }
      if best.values == before.values { return best.values }
    }
  }

  private struct Tried {
    let values: MatchingValues
    let f1: Double

    init(_ values: MatchingValues, on cases: [PairStudy.Case]) {
      self.values = values
      f1 = PairMeasurement(cases, values).f1 ?? 0
    }

    private var distance: Double {
      let shipped = MatchingValues.shipped
      let fields: [KeyPath<MatchingValues, Double>] = [
        \.place, \.words, \.names, \.criterion, \.match, \.also,
      ]
      return fields.reduce(0) { $0 + abs(values[keyPath: $1] - shipped[keyPath: $1]) }
    }

    mutating func improve(_ other: Tried) {
      // sums of decimals differ by rounding
      let gain = other.f1 - f1
      if gain > 1e-9 || gain > -1e-9 && other.distance < distance - 1e-9 { self = other }
    }
  }

  /// Other thresholds with the same weights; what is possible begins where it begins today below a match.
  private static func thresholds(_ values: MatchingValues) -> [MatchingValues] {
    let distance = MatchingValues.shipped.match - MatchingValues.shipped.possible
    return (35...65).flatMap { match in
      [60, 75, 90].map { also in
        var other = values
        other.match = Double(match) / 100
        other.possible = other.match - distance
        other.also = Double(also) / 100
        return other
      }
    }
  }

  /// Other weights, in twentieths, with the same thresholds.
  private static func weights(_ values: MatchingValues) -> [MatchingValues] {
    var all: [MatchingValues] = []
    for place in 2...7 {
      for names in 1...5 {
        for criterion in 0...3 {
          var other = values
          other.place = Double(place) / 20
          other.names = Double(names) / 20
          other.criterion = Double(criterion) / 20
          other.words = Double(20 - place - names - criterion) / 20
          all.append(other)
        }
      }
    }
    return all
  }
}
