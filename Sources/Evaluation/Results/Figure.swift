/// Measured values as the cells of tables.
enum Figure {
  /// Two decimals; empty for nothing.
  static func number(_ value: Double?) -> String { Measurement.number(value) }

  /// 0.00 to 1.00; empty of nothing.
  static func share(_ proportion: Proportion) -> String { number(proportion.value) }

  /// `3 of 4`.
  static func counted(_ proportion: Proportion) -> String {
    "\(proportion.count) of \(proportion.of)"
  }
}
