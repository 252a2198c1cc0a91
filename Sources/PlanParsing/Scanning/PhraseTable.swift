/// Phrases that are looked for where a word starts, with ASCII letter case ignored; the longest wins.
///
/// A phrase that ends in `*` is a stem: any word that begins so matches, and the match ends with the
/// word. A space in a phrase stands for any white space.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let bytes: [UInt8]
    let isStem: Bool
    let value: Value

    /// What must stand behind the first byte, nil where that is left to a whole comparison.
    var second: UInt8? { bytes.count > 1 && bytes[1] != 0x20 ? bytes[1] : nil }
  }

  struct Match {
    let value: Value
    let range: Range<Int>
  }

  /// By first byte, longest phrase first.
  private let buckets: [[Entry]]

  /// `Entry.second` beside each bucket: nearly every phrase that does not match differs there.
  private let seconds: [[UInt8?]]

  /// Whether a byte, or its lower case, starts a phrase: most bytes do not.
  private let starts: [Bool]

  init(_ phrases: [(String, Value)]) {
    var buckets = [[Entry]](repeating: [], count: 256)
    for (phrase, value) in phrases {
      var bytes = phrase.utf8.map(ASCII.lower)
      let isStem = bytes.last == 0x2A
      if isStem { bytes.removeLast() }
      guard let first = bytes.first else { continue }
      buckets[Int(first)].append(Entry(bytes: bytes, isStem: isStem, value: value))
    }
    for index in buckets.indices where buckets[index].count > 1 {
      buckets[index].sort { $0.bytes.count > $1.bytes.count }
    }
    self.buckets = buckets
    seconds = buckets.map { $0.map(\.second) }
    starts = (0..<256).map { !buckets[Int(ASCII.lower(UInt8($0)))].isEmpty }
  }

  /// All phrases carry the same value.
  init(_ phrases: [String], _ value: Value) {
    self.init(phrases.map { ($0, value) })
  }

  /// The longest phrase that stands at an offset; the caller has checked that a word starts there.
  func match(_ bytes: [UInt8], at offset: Int, before end: Int) -> Match? {
    guard offset >= 0, offset < end, end <= bytes.count else { return nil }
    let bucket = Int(ASCII.lower(bytes[offset]))
    let next = offset + 1 < end ? ASCII.lower(bytes[offset + 1]) : nil
    for (index, second) in seconds[bucket].enumerated() where second == nil || second == next {
      let entry = buckets[bucket][index]
      if let stop = Self.end(of: entry, in: bytes, at: offset, before: end) {
        return Match(value: entry.value, range: offset..<stop)
      }
    }
    return nil
  }

  /// The first phrase in a range.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Match? {
    var found: Match?
    scan(bytes, range) { match in
      found = match
      return false
    }
    return found
  }

  /// The last phrase in a range.
  func last(in bytes: [UInt8], _ range: Range<Int>) -> Match? {
    var found: Match?
    scan(bytes, range) { match in
      found = match
      return true
    }
    return found
  }

  /// Calls the body with every match from left to right, no two overlapping, until it returns false.
  func scan(_ bytes: [UInt8], _ range: Range<Int>, _ body: (Match) -> Bool) {
    let end = min(range.upperBound, bytes.count)
    var offset = max(0, range.lowerBound)
    while offset < end {
      let byte = bytes[offset]
      guard starts[Int(byte)] else {
        offset += 1
        continue
      }
      if Self.startsWord(bytes, offset, byte), let match = match(bytes, at: offset, before: end) {
        if !body(match) { return }
        offset = max(offset + 1, match.range.upperBound)
        continue
      }
      offset += 1
      // no phrase starts inside a word
      if ASCII.isAlphanumeric(byte) {
        while offset < end, ASCII.isWord(bytes[offset]) { offset += 1 }
      }
    }
  }

  private static func startsWord(_ bytes: [UInt8], _ offset: Int, _ byte: UInt8) -> Bool {
    if ASCII.isWord(byte) {
      let before = bytes.peek(offset - 1)
      // an underscore may be an emphasis mark
      let isMark = before == ASCII.underscore && !ASCII.isWord(bytes.peek(offset - 2))
      return isMark || !ASCII.isWord(before)
    }
    // continuation bytes of UTF-8 start nothing
    return byte < 0x80 ? !ASCII.isSpace(byte) : byte >= 0xC0
  }

  private static func end(
    of entry: Entry, in bytes: [UInt8], at offset: Int, before end: Int
  ) -> Int? {
    var position = offset
    for wanted in entry.bytes {
      guard position < end else { return nil }
      if wanted == 0x20 {
        guard ASCII.isSpace(bytes[position]) else { return nil }
        while position < end, ASCII.isSpace(bytes[position]) { position += 1 }
      } else {
        guard ASCII.lower(bytes[position]) == wanted else { return nil }
        position += 1
      }
    }
    if entry.isStem {
      while position < end, ASCII.isWord(bytes[position]) { position += 1 }
      return position
    }
    let last = entry.bytes[entry.bytes.count - 1]
    if ASCII.isWord(last), position < end, ASCII.isWord(bytes[position]) { return nil }
    return position
  }
}
