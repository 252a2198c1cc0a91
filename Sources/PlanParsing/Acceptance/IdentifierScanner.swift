/// Ids such as `FR-001`, `NFR-2`, `REQ-12` and `SC-003` in text.
enum IdentifierScanner {
  /// The id that starts at an offset: capitals, a hyphen, a number; nil when none does.
  static func identifier(_ bytes: [UInt8], at start: Int, before end: Int) -> Range<Int>? {
    var offset = start
    while offset < end, offset - start < 6, ASCII.isUpper(bytes[offset]) { offset += 1 }
    guard offset > start, offset < end, bytes[offset] == ASCII.hyphen else { return nil }
    offset += 1
    // FR-AUTH-001
    let middle = offset
    while offset < end, offset - middle < 8, ASCII.isUpper(bytes[offset]) { offset += 1 }
    if offset > middle {
      guard offset < end, bytes[offset] == ASCII.hyphen else { return nil }
      offset += 1
    }
    let number = offset
    while offset < end, offset - number < 8,
      ASCII.isDigit(bytes[offset])
        || bytes[offset] == ASCII.dot && ASCII.isDigit(bytes.peek(offset + 1)) && offset > number
    { offset += 1 }
    guard offset > number, !ASCII.isWord(bytes.peek(offset)) || ASCII.isLower(bytes.peek(offset))
    else {
      return nil
    }
    // FR-001a
    if offset < end, ASCII.isLower(bytes[offset]), !ASCII.isWord(bytes.peek(offset + 1)) {
      offset += 1
    }
    return start..<offset
  }

  /// Calls the body with each id in a range.
  static func scan(_ bytes: [UInt8], _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    let end = min(range.upperBound, bytes.count)
    var offset = max(0, range.lowerBound)
    while offset < end {
      if ASCII.isUpper(bytes[offset]), !ASCII.isWord(bytes.peek(offset - 1)),
        bytes.peek(offset - 1) != ASCII.hyphen,
        let id = identifier(bytes, at: offset, before: end)
      {
        body(id)
        offset = id.upperBound
      } else {
        offset += 1
      }
    }
  }

  /// Whether an id names a requirement wherever it stands.
  static func namesRequirement(_ id: String) -> Bool {
    let prefix = id.prefix { $0 != "-" }
    return ["FR", "NFR", "REQ", "RF", "RNF", "BR", "SRS", "PRD"].contains(String(prefix))
  }
}
