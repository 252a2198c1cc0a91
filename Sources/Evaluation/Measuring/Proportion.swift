/// How many of how many.
package struct Proportion: Sendable, Hashable {
  package var count: Int
  package var of: Int

  package init(_ count: Int, of whole: Int) {
    self.count = count
    self.of = whole
  }

  /// 0…1; nil of nothing.
  package var value: Double? { of == 0 ? nil : Double(count) / Double(of) }

  /// Wilson's score interval at 95 % (E. B. Wilson, "Probable inference, the law of succession, and
  /// statistical inference", JASA 22, 1927); 0…1 of nothing.
  package var interval: ClosedRange<Double> {
    guard of > 0 else { return 0...1 }
    let z = 1.959964
    let (n, p) = (Double(of), Double(count) / Double(of))
    let center = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return max(0, center - half)...min(1, center + half)
  }
}
