/// Whether one of two paths may be a slip of the other.
enum PathSlip {
  /// Alike but for one folder.
  static func isOfFolder(_ left: String, _ right: String) -> Bool {
    let pairs = zip(left.split(separator: "/"), right.split(separator: "/")).filter { $0 != $1 }
    guard pairs.count == 1, let (one, other) = pairs.first else { return false }
    guard one.count >= 4, other.count >= 4, !one.contains(where: \.isNumber),
      !other.contains(where: \.isNumber)
    else { return false }
    return folded(one) == folded(other) || isOneOff(Array(one.utf8), Array(other.utf8))
  }

  /// Alike but for two letters exchanged, or one left out or doubled inside of the file's name.
  ///
  /// One letter at the end, or another one, makes the name of another file: `user.ts` and `users.ts`.
  static func isOfName(_ left: String, _ right: String) -> Bool {
    guard let one = left.split(separator: "/").last, let other = right.split(separator: "/").last,
      min(one.count, other.count) >= 7, one.suffix(3) == other.suffix(3),
      one.prefix(1) == other.prefix(1)
    else { return false }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    let (a, b) = (Array(short.utf8), Array(long.utf8))
    let start = zip(a, b).prefix { $0 == $1 }.count
    if a.count == b.count {
      return start + 1 < a.count && a[start] == b[start + 1] && a[start + 1] == b[start]
        && a[(start + 2)...] == b[(start + 2)...] && a[start].isLetter && b[start].isLetter
    }
    let stem = b.lastIndex(of: UInt8(ascii: ".")) ?? b.count
    return b.count == a.count + 1 && a[start...] == b[(start + 1)...] && start + 1 < stem
      && b[start].isLetter
  }

  /// Lowercase without joints and without the ending of a plural.
  private static func folded(_ word: Substring) -> String {
    let plain = word.lowercased().filter { $0 != "-" && $0 != "_" }
    return plain.hasSuffix("s") ? String(plain.dropLast()) : plain
  }

  /// One letter more, less or another, or two exchanged.
  private static func isOneOff(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let start = zip(left, right).prefix { $0 == $1 }.count
    let rest = min(left.count, right.count) - start
    let end = min(rest, zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count)
    let one = left[start..<(left.count - end)]
    let other = right[start..<(right.count - end)]
    if max(one.count, other.count) <= 1 { return true }
    return one.count == 2 && one.elementsEqual(other.reversed())
  }
}
