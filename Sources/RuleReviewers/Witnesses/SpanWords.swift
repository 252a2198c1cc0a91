import CheckModel

/// The words of some places, to see whether they speak of the same things.
enum SpanWords {
  /// The first six letters of each word of at least five, packed into a number.
  static func of(
    _ spans: [Span], without left: [Span] = [], _ plan: Plan
  ) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for part in Evidence.parts(of: spans, without: left) {
      let bytes = plan.files[part.file].source.bytes
      var key: UInt64 = 0
      var length = 0
      for index in part.range.clamped(to: 0..<bytes.count) {
        if bytes[index].isLetter {
          length += 1
          if length <= 6 { key = key << 8 | UInt64(bytes[index].lowercased) }
          continue
        }
        if length >= 5 { words.insert(key) }
        key = 0
        length = 0
      }
      if length >= 5 { words.insert(key) }
    }
    return words
  }
}
