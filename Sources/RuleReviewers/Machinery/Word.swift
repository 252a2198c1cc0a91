/// The lowercase text of a token as a value of sixteen bytes, so that comparing words costs next to nothing.
///
/// Up to fifteen bytes are kept as they are. Of a longer text the last eight bytes, the length and a digest
/// of the rest are kept: two of them are equal if their texts are, else only by an accident of one in 2⁵⁶.
package struct Word: Sendable, Hashable {
  /// The last eight bytes, the very last one lowest.
  private var end: UInt64 = 0
  /// In its highest byte the length; below, up to seven bytes that stand before `end`, or their digest.
  private var start: UInt64 = 0

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// The length in bytes, 255 for all that are longer.
  var count: Int { Int(start >> 56) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let length = start >> 56
    if length >= 8 {
      let moved = end >> 56
      let before = start & 0x00FF_FFFF_FFFF_FFFF
      let joined = length < 15 ? before << 8 | moved : (before ^ moved) &* 0x100_0000_01B3
      start = length << 56 | joined & 0x00FF_FFFF_FFFF_FFFF
    }
    end = end << 8 | UInt64(byte)
    if length < 255 { start += 1 << 56 }
  }

  /// The last byte, 0 where there is none.
  var last: UInt8 { UInt8(truncatingIfNeeded: end) }

  /// A `t` and two to four digits, as spec-kit names its tasks.
  var isTaskID: Bool {
    guard (3...5).contains(count) else { return false }
    let digits = (0..<count - 1).map { UInt8(truncatingIfNeeded: end >> (8 * UInt64($0))) }
    let first = UInt8(truncatingIfNeeded: end >> (8 * UInt64(count - 1)))
    return first == UInt8(ascii: "t") && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// - Parameter ending: at most eight bytes.
  func hasSuffix(_ ending: Word) -> Bool {
    let bits = 8 * UInt64(ending.count)
    let mask = bits < 64 ? (1 << bits) - 1 : UInt64.max
    return count >= ending.count && end & mask == ending.end
  }

  /// Few words of one set share it.
  @inline(__always)
  fileprivate var scattered: UInt64 {
    let mixed = (end ^ (start &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}

extension Word: ExpressibleByStringLiteral {
  /// The compiler turns this into a constant.
  @inline(__always)
  package init(stringLiteral text: StaticString) {
    self.init()
    text.withUTF8Buffer { for byte in $0 { append(byte) } }
  }
}

/// Words that a rule or witness knows.
package struct WordSet: Sendable {
  /// A word stands at its scattered place or at the next free one; a power of two, at most half full.
  private let slots: [Word?]

  init(_ words: some Collection<Word>) {
    var size = 2
    while size < 2 * words.count { size *= 2 }
    var slots = [Word?](repeating: nil, count: size)
    for word in words {
      var place = Int(truncatingIfNeeded: word.scattered) & (size - 1)
      while let other = slots[place], other != word { place = (place + 1) & (size - 1) }
      slots[place] = word
    }
    self.slots = slots
  }

  func contains(_ word: Word) -> Bool {
    var place = Int(truncatingIfNeeded: word.scattered) & (slots.count - 1)
    while let other = slots[place] {
      if other == word { return true }
      place = (place + 1) & (slots.count - 1)
    }
    return false
  }

  func union(_ others: WordSet) -> WordSet {
    WordSet(slots.compactMap { $0 } + others.slots.compactMap { $0 })
  }
}

extension WordSet: ExpressibleByArrayLiteral {
  package init(arrayLiteral words: Word...) { self.init(words) }
}
