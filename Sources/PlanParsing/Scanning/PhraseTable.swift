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

  /// The bytes behind the first; those that it does not have, or that may be any white space, fit all others.
  private struct Head: Sendable {
    private var bytes: UInt16 = 0
    private var mask: UInt16 = 0

    init(_ phrase: ArraySlice<UInt8>) {
      for (index, byte) in phrase.dropFirst().prefix(2).enumerated() {
        guard byte != 0x20 else { return }
        bytes |= UInt16(byte) << (8 - 8 * index)
        mask |= 0xFF << (8 - 8 * index)
      }
    }

    func matches(_ next: UInt16) -> Bool { next & mask == bytes }
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

  /// For each entry its second and third byte, in which nearly every phrase that does not match differs.
  private let heads: [Head]

  /// Whether a byte, or its lower case, starts a phrase: most bytes do not.
  private let starts: [Bool]

  init(_ phrases: [(String, Value)]) {
    var all: [(bytes: [UInt8], value: Value)] = []
    all.reserveCapacity(phrases.count)
    for (phrase, value) in phrases {
      let bytes = phrase.utf8.map(ASCII.lower)
      if !bytes.isEmpty, bytes != [0x2A] { all.append((bytes, value)) }
    }
    // of one length as given: there are a few phrases that stand twice
    let order = all.indices.sorted { left, right in
      let (one, other) = (all[left].bytes, all[right].bytes)
      if one[0] != other[0] { return one[0] < other[0] }
      let (length, second) = (Self.length(one), Self.length(other))
      return length == second ? left < right : length > second
    }
    var letters: [UInt8] = []
    var entries: [Entry] = []
    entries.reserveCapacity(all.count)
    var bounds: [Int] = []
    bounds.reserveCapacity(257)
    for index in order {
      let bytes = all[index].bytes
      while bounds.count <= Int(bytes[0]) { bounds.append(entries.count) }
      let range = letters.count..<letters.count + Self.length(bytes)
      letters += bytes[..<range.count]
      entries.append(
        Entry(letters: range, isStem: range.count < bytes.count, value: all[index].value))
    }
    while bounds.count <= 256 { bounds.append(entries.count) }
    heads = entries.map { Head(letters[$0.letters]) }
    starts = (0..<256).map { byte in
      let first = Int(ASCII.lower(UInt8(byte)))
      return bounds[first] < bounds[first + 1]
    }
    self.letters = letters
    self.entries = entries
    self.bounds = bounds
  }

  /// Without the star of a stem.
  private static func length(_ phrase: [UInt8]) -> Int {
    phrase.last == 0x2A ? phrase.count - 1 : phrase.count
  }

  /// All phrases carry the same value.
  init(_ phrases: [String], _ value: Value) {
    self.init(phrases.map { ($0, value) })
  }

  /// The longest phrase that stands at an offset; the caller has checked that a word starts there.
  func match(_ bytes: [UInt8], at offset: Int, before end: Int) -> Match? {
    guard offset >= 0, offset < end, end <= bytes.count else { return nil }
    let first = Int(ASCII.lower(bytes[offset]))
    let second = offset + 1 < end ? ASCII.lower(bytes[offset + 1]) : 0
    let third = offset + 2 < end ? ASCII.lower(bytes[offset + 2]) : 0
    let next = UInt16(second) << 8 | UInt16(third)
    for index in bounds[first]..<bounds[first + 1] where heads[index].matches(next) {
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
