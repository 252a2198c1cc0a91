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

  /// A word of at most fifteen bytes.
  ///
  /// - Parameters:
  ///   - end: the last eight, the very last one lowest.
  ///   - before: those that stand before them, in the same order.
  init(end: UInt64, before: UInt64, count: Int) {
    self.end = end
    start = UInt64(count) << 56 | before
  }

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// The most bytes of which a word knows each.
  static let longestKept = 15

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

  var isEmpty: Bool { start == 0 }

  /// Some order, for sorting.
  func precedes(_ other: Word) -> Bool { (start, end) < (other.start, other.end) }

  /// The last byte, 0 where there is none.
  var last: UInt8 { UInt8(truncatingIfNeeded: end) }

  /// The byte that so many stand behind, 0 where there is none.
  ///
  /// - Parameter distance: at most seven.
  func byte(fromEnd distance: Int) -> UInt8 { UInt8(truncatingIfNeeded: end >> (8 * distance)) }

  /// The word without its last bytes; it must be of at most fifteen, and they at most seven.
  func dropLast(_ number: Int) -> Word {
    guard number > 0 else { return self }
    let before = start & 0x00FF_FFFF_FFFF_FFFF
    return Word(
      end: end >> (8 * number) | before << (64 - 8 * number), before: before >> (8 * number),
      count: count - number)
  }

  /// A `t` and two to four digits, as spec-kit names its tasks.
  var isTaskID: Bool {
    guard (3...5).contains(count) else { return false }
    return byte(fromEnd: count - 1) == UInt8(ascii: "t")
      && (0..<count - 1).allSatisfy { byte(fromEnd: $0).isDigit }
  }

  /// - Parameter ending: at most eight bytes.
  func hasSuffix(_ ending: Word) -> Bool {
    let bits = 8 * UInt64(ending.count)
    let mask = bits < 64 ? (1 << bits) - 1 : UInt64.max
    return count >= ending.count && end & mask == ending.end
  }

  /// Few words of one set share it.
  @inline(__always)
  var scattered: UInt64 {
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
