/// What a number measures; values of one measure are compared in its smallest unit.
enum Dimension: Sendable, Hashable {
  case milliseconds, bytes, percent, pixels
  /// So many of a thing, by its stem; empty for a bare number.
  case count(Word)

  /// The bare number of a constant or of a column.
  static let plain = count("")

  var isCount: Bool {
    if case .count = self { return true }
    return false
  }

  /// Whether a value of one may stand for a value of the other: a bare number for anything.
  func mayEqual(_ other: Dimension) -> Bool {
    self == other || self == .plain || other == .plain
  }
}

/// A unit that may stand behind a number or at the end of a name.
struct MeasureUnit: Sendable, Hashable {
  let measure: Dimension
  /// In the measure's smallest unit.
  let factor: Double

  init(_ measure: Dimension, _ factor: Double) {
    self.measure = measure
    self.factor = factor
  }

  /// By its spelling in lowercase.
  static let bySpelling: WordMap<MeasureUnit> = {
    let times: [(Double, [Word])] = [
      (1, ["ms", "msec", "msecs", "millis", "millisecond", "milliseconds"]),
      (1_000, ["s", "sec", "secs", "second", "seconds"]),
      (60_000, ["min", "mins", "minute", "minutes"]),
      (3_600_000, ["h", "hr", "hrs", "hour", "hours"]), (86_400_000, ["day", "days"]),
      (604_800_000, ["week", "weeks"]), (2_592_000_000, ["month", "months"]),
      (31_536_000_000, ["year", "years"]),
    ]
    let sizes: [(Double, [Word])] = [
      (1, ["byte", "bytes"]), (1e3, ["kb"]), (1_024, ["kib"]), (1e6, ["mb"]),
      (1_048_576, ["mib"]), (1e9, ["gb"]), (1_073_741_824, ["gib"]), (1e12, ["tb"]),
    ]
    let others: [(Dimension, [Word])] = [(.percent, ["%", "percent", "pct"]), (.pixels, ["px"])]
    let all =
      times.flatMap { factor, names in names.map { ($0, MeasureUnit(.milliseconds, factor)) } }
      + sizes.flatMap { factor, names in names.map { ($0, MeasureUnit(.bytes, factor)) } }
      + others.flatMap { measure, names in names.map { ($0, MeasureUnit(measure, 1)) } }
    return WordMap(all)
  }()

  /// All factors of a measure: what a bare number could be counted in.
  static func factors(of measure: Dimension) -> [Double] {
    switch measure {
    case .milliseconds: [1, 1_000, 60_000, 3_600_000, 86_400_000]
    case .bytes: [1, 1e3, 1_024, 1e6, 1_048_576, 1e9, 1_073_741_824]
    case .percent: [1, 100]
    case .pixels, .count: [1]
    }
  }
}
