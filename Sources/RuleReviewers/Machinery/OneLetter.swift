/// Whether two words are a slip of the fingers apart.
enum OneLetter {
  /// One letter inside is another one, missing or added, or two neighbors are exchanged. A letter more at the end
  /// makes another word: `parse` and `parser`.
  static func differs(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let start = zip(left, right).prefix { $0 == $1 }.count
    let rest = min(left.count, right.count) - start
    let end = min(rest, zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count)
    guard start > 0, end > 0 else { return false }
    let one = left[start..<(left.count - end)]
    let other = right[start..<(right.count - end)]
    if max(one.count, other.count) == 1 { return true }
    return one.count == 2 && one.elementsEqual(other.reversed())
  }
}
