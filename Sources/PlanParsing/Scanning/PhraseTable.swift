/// Phrases that are looked for where a word starts, with ASCII letter case ignored; the longest wins.
///
/// A phrase that ends in `*` is a stem: any word that begins so matches, and the match ends with the
/// word. A space in a phrase stands for any white space.
struct PhraseTable<Value: Sendable>: Sendable {
  /// A phrase is a range of `letters`. Tables of tables would count references at every byte that is looked at.
  private struct Entry: Sendable {
    let letters: Range<Int>
    let isStem: Bool
    let value: Value
  }

  struct Match {
    let value: Value
    let range: Range<Int>
  }

  /// All phrases in lower case, one behind the other.
  private let letters: [UInt8]

  /// By first byte, longest phrase first.
  private let entries: [Entry]

  /// Where the entries of each first byte begin; one more for the end.
  private let bounds: [Int]

  /// For each entry its second byte, in which nearly every phrase that does not match differs; 0 where it has none or
  /// white space may stand there.
  private let seconds: [UInt8]

  /// Whether a byte, or its lower case, starts a phrase: most bytes do not.
  private let starts: [Bool]

  init(_ phrases: [(String, Value)]) {
    var buckets = [[(bytes: [UInt8], isStem: Bool, value: Value)]](repeating: [], count: 256)
    for (phrase, value) in phrases {
      var bytes = phrase.utf8.map(ASCII.lower)
      let isStem = bytes.last == 0x2A
      if isStem { bytes.removeLast() }
      guard let first = bytes.first else { continue }
      buckets[Int(first)].append((bytes, isStem, value))
    }
    var letters: [UInt8] = []
    var entries: [Entry] = []
    var bounds = [0]
    for bucket in buckets {
      for phrase in bucket.sorted(by: { $0.bytes.count > $1.bytes.count }) {
        let range = letters.count..<letters.count + phrase.bytes.count
        letters += phrase.bytes
        entries.append(Entry(letters: range, isStem: phrase.isStem, value: phrase.value))
      }
      bounds.append(entries.count)
    }
    seconds = entries.map { entry in
      guard entry.letters.count > 1 else { return 0 }
      let second = letters[entry.letters.lowerBound + 1]
      return second == 0x20 ? 0 : second
    }
    starts = (0..<256).map { !buckets[Int(ASCII.lower(UInt8($0)))].isEmpty }
    self.letters = letters
    self.entries = entries
    self.bounds = bounds
  }

  /// All phrases carry the same value.
  init(_ phrases: [String], _ value: Value) {
    self.init(phrases.map { ($0, value) })
  }

  /// The longest phrase that stands at an offset; the caller has checked that a word starts there.
  func match(_ bytes: [UInt8], at offset: Int, before end: Int) -> Match? {
    guard offset >= 0, offset < end, end <= bytes.count else { return nil }
    let first = Int(ASCII.lower(bytes[offset]))
    let next = offset + 1 < end ? ASCII.lower(bytes[offset + 1]) : 0
    for index in bounds[first]..<bounds[first + 1]
    where seconds[index] == 0 || seconds[index] == next {
      if let stop = self.end(of: index, in: bytes, at: offset, before: end) {
        return Match(value: entries[index].value, range: offset..<stop)
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

  private func end(
    of entry: Int, in bytes: [UInt8], at offset: Int, before end: Int
  ) -> Int? {
    let range = entries[entry].letters
    var position = offset
    for index in range {
      let wanted = letters[index]
      guard position < end else { return nil }
      if wanted == 0x20 {
        guard ASCII.isSpace(bytes[position]) else { return nil }
        while position < end, ASCII.isSpace(bytes[position]) { position += 1 }
      } else {
        guard ASCII.lower(bytes[position]) == wanted else { return nil }
        position += 1
      }
    }
    if entries[entry].isStem {
      while position < end, ASCII.isWord(bytes[position]) { position += 1 }
      return position
    }
    if ASCII.isWord(letters[range.upperBound - 1]), position < end, ASCII.isWord(bytes[position]) {
      return nil
    }
    return position
  }
}
