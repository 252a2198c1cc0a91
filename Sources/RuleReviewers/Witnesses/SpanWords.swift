import CheckModel

/// The words of some places, to see whether they speak of the same things.
enum SpanWords {
  /// The first six letters of each word of at least five, packed into a number; ascending, each once.
  static func of(
    _ spans: [Span], without left: [Span] = [], _ plan: Plan
  ) -> [UInt64] {
    var words: [UInt64] = []
    for part in Evidence.parts(of: spans, without: left) {
      let bytes = plan.files[part.file].source.bytes
      var key: UInt64 = 0
      var length = 0
      for index in part.range.clamped(to: 0..<bytes.count) {
        let small = bytes[index] | 0x20
        if small.isLower {
          length += 1
          if length <= 6 { key = key << 8 | UInt64(small) }
          continue
        }
        if length >= 5 { words.append(key) }
        key = 0
        length = 0
      }
      if length >= 5 { words.append(key) }
    }
    words.sort()
    return words.withoutNeighborsAlike
  }
}

extension [UInt64] {
  /// Of equal neighbors only the first.
  fileprivate var withoutNeighborsAlike: [UInt64] {
    var kept: [UInt64] = []
    kept.reserveCapacity(count)
    for number in self where kept.last != number { kept.append(number) }
    return kept
  }

  /// Whether it is among these, which ascend.
  func holds(_ number: UInt64) -> Bool {
    let place = partition { $0 < number }
    return place < count && self[place] == number
  }
}
