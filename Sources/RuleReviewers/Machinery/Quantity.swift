import CheckModel

/// A number with what it counts: `page size` 50, `request timeout` 30 s.
struct Quantity: Sendable {
  /// What units measure; values of one kind are compared in its smallest unit.
  enum Measure: Sendable, Hashable { case milliseconds, bytes, percent, count }

  /// The noun and up to two words before it, lowercase: `request timeout`.
  var label: [Word]
  var value: Double
  var measure: Measure
  /// From the first word of the label or number to the last.
  var tokens: Range<Int>

  /// The nouns that plans give numbers to.
  private static let nouns: WordSet = [
    "timeout", "retries", "attempts", "limit", "port", "interval", "ttl", "delay", "concurrency",
    "size", "threshold", "retention", "expiry", "lifetime", "deadline", "window", "backoff",
    "length", "capacity", "quota", "workers", "replicas",
  ]
  private static let joints: WordSet = [
    "of", "to", "is", "at", "=", ":", "are", "be", "stays", "must", "most", "least", "(", "set",
    "should", "will",
  ]
  /// Words before a noun that say nothing about which one is meant.
  private static let fillers: WordSet = [
    "the", "a", "an", "its", "their", "this", "that", "of", "and", "or", "with", "to", "for", "by",
    "in", "on", "at", "is", "are", "each", "every", "set", "use", "uses", "after", "default", "new",
    "hard", "has", "have", "add", "same", "any", "within", "from", "per", "as", "no", "not",
  ]

  private static let units: [Word: (Measure, Double)] = [
    "ms": (.milliseconds, 1), "millisecond": (.milliseconds, 1), "milliseconds": (.milliseconds, 1),
    "s": (.milliseconds, 1_000), "sec": (.milliseconds, 1_000), "secs": (.milliseconds, 1_000),
    "second": (.milliseconds, 1_000), "seconds": (.milliseconds, 1_000),
    "min": (.milliseconds, 60_000), "minute": (.milliseconds, 60_000),
    "minutes": (.milliseconds, 60_000), "h": (.milliseconds, 3_600_000),
    "hour": (.milliseconds, 3_600_000), "hours": (.milliseconds, 3_600_000),
    "day": (.milliseconds, 86_400_000), "days": (.milliseconds, 86_400_000),
    "b": (.bytes, 1), "bytes": (.bytes, 1), "kb": (.bytes, 1e3), "kib": (.bytes, 1_024),
    "mb": (.bytes, 1e6), "mib": (.bytes, 1_048_576), "gb": (.bytes, 1e9),
    "gib": (.bytes, 1_073_741_824), "%": (.percent, 1), "percent": (.percent, 1),
  ]

  /// The labelled quantities of a sentence, in its order.
  static func all(in sentence: Sentence, _ plan: Plan) -> [Quantity] {
    let tokens = sentence.tokens
    return tokens.indices.compactMap { index in
      guard nouns.contains(tokens[index].text) else { return nil }
      var start = index
      while start > tokens.startIndex, index - start < 2, tokens[start - 1].kind == .word,
        !fillers.contains(tokens[start - 1].text)
      {
        start -= 1
      }
      let label = tokens[start...index].map(\.text)
      guard let (value, measure, end) = value(behind: index, tokens, sentence, plan) else {
        return nil
      }
      return Quantity(label: label, value: value, measure: measure, tokens: start..<end)
    }
  }

  /// A number at most four joints behind the noun, with its unit.
  private static func value(
    behind noun: Int, _ tokens: ArraySlice<Token>, _ sentence: Sentence, _ plan: Plan
  ) -> (Double, Measure, Int)? {
    var index = noun + 1
    while index < tokens.endIndex, index <= noun + 4, joints.contains(tokens[index].text) {
      index += 1
    }
    guard index > noun + 1, index < tokens.endIndex, tokens[index].kind == .number else {
      return nil
    }
    let text = plan.text(of: sentence.span(of: index..<index + 1))
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "_" }
    guard let value = Double(digits.filter { $0 != "_" }) else { return nil }
    let attached = Word(text.dropFirst(digits.count).lowercased().utf8)
    if let unit = units[attached] { return (value * unit.1, unit.0, index + 1) }
    guard attached.count == 0 else { return nil }
    let next: Word = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
    if let unit = units[next] { return (value * unit.1, unit.0, index + 2) }
    return (value, .count, index + 1)
  }
}
