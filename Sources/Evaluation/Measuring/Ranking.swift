/// How well one number puts things into the order of another.
package enum Ranking {
  /// Spearman's ρ, −1…1: Pearson's correlation of the ranks, equal values sharing their mean rank.
  ///
  /// Nil for fewer than two pairs, or where all values of one side are equal.
  package static func spearman(_ left: [Double], _ right: [Double]) -> Double? {
    guard left.count == right.count, left.count > 1 else { return nil }
    let (a, b) = (ranks(left), ranks(right))
    let mean = Double(a.count + 1) / 2
    var (together, first, second) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      together += (x - mean) * (y - mean)
      first += (x - mean) * (x - mean)
      second += (y - mean) * (y - mean)
    }
    guard first > 0, second > 0 else { return nil }
    return together / (first * second).squareRoot()
  }

  /// The area under the ROC curve, 0…1: how often one of `higher` is above one of `lower`, equal ones counting
  /// half (Mann and Whitney). Nil where a side is empty.
  package static func area(higher: [Double], lower: [Double]) -> Double? {
    guard !higher.isEmpty, !lower.isEmpty else { return nil }
    var above = 0.0
    for high in higher {
      for low in lower { above += high > low ? 1 : high == low ? 0.5 : 0 }
    }
    return above / Double(higher.count * lower.count)
  }

  /// From 1; equal values share the mean of their ranks.
  static func ranks(_ values: [Double]) -> [Double] {
    values.map { value in
      let below = values.count { $0 < value }
      let equal = values.count { $0 == value }
      return Double(below) + Double(equal + 1) / 2
    }
  }
}
