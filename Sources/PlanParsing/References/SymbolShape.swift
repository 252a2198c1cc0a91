/// A code span that names something in code: an identifier, a call, a qualified name.
enum SymbolShape {
  /// The bytes of the name, without arguments: `Store.save` of `Store.save(_:)`; nil for other spans.
  static func name(_ bytes: [UInt8], _ span: Range<Int>) -> Range<Int>? {
    let range = bytes.trimmed(span)
    guard range.count >= 2, range.count <= 400 else { return nil }
    var start = range.lowerBound
    while start < range.upperBound, [0x40, 0x24, 0x23, 0x2E, 0x26, 0x2A].contains(bytes[start]) {
      start += 1
    }
    let hasSigil = start > range.lowerBound && bytes[start - 1] != 0x2E
    guard let end = qualifiedNameEnd(bytes, start, range.upperBound) else { return nil }
    let isCall = bytes.peek(end) == 0x28 && end < range.upperBound
    let isGeneric = bytes.peek(end) == 0x3C && bytes[end..<range.upperBound].contains(0x3E)
    let isWhole = end == range.upperBound || bytes.peek(end) == 0x3F && end + 1 == range.upperBound
    guard isCall || isGeneric || isWhole else { return nil }
    let name = start..<end
    guard isCall || hasSigil && end - start > 1 || looksLikeCode(bytes, name) else { return nil }
    return name
  }

  /// Letters, digits, underscores, joined by `.`, `::`, `->`, `#`.
  private static func qualifiedNameEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var offset = start
    guard offset < end, ASCII.isLetter(bytes[offset]) || bytes[offset] == 0x5F else { return nil }
    while offset < end {
      if ASCII.isWord(bytes[offset]) {
        offset += 1
      } else if bytes[offset] == 0x2E || bytes[offset] == 0x23,
        ASCII.isWord(bytes.peek(offset + 1)), offset + 1 < end
      {
        offset += 1
      } else if bytes.holds("::", at: offset) || bytes.holds("->", at: offset),
        ASCII.isWord(bytes.peek(offset + 2)), offset + 2 < end
      {
        offset += 2
      } else {
        break
      }
    }
    return offset
  }

  /// Case change inside, underscore, qualification, a capital initial with lower case, or all capitals.
  private static func looksLikeCode(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    var hasUpper = false
    var hasLower = false
    for offset in name {
      let byte = bytes[offset]
      if byte == 0x5F, offset > name.lowerBound, offset + 1 < name.upperBound { return true }
      if !ASCII.isWord(byte) { return name.count >= 5 }
      if ASCII.isUpper(byte) {
        if hasLower { return true }
        hasUpper = true
      }
      if ASCII.isLower(byte) { hasLower = true }
    }
    return hasUpper && hasLower && name.count >= 4
  }
}
